import { request } from 'node:https';

import { certificatesOf } from '../../aws/client-configuration';
import { httpsProxyOf, ProxyAgent } from '../../aws/proxy';
import type { Attempt } from '../attempt';
import { type Check, notChecked, ok, problem, type Subject } from '../check';
import { reasonOf } from '../reason';

const CLOCK: Subject = { id: 'clock', title: 'clock' };
/** @source AWS General Reference, "Signature Version 4": a signature is good for 5 minutes */
const MOST_SECONDS = 5 * 60;

/** A difference to AWS's clock. @unit seconds */
export type Skew = number;

/** How far this machine's clock is ahead of the Date header of AWS; needs no credentials. */
export function readSkew(region: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Skew> {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const [proxy, roots] = [httpsProxyOf(env), certificatesOf(env)];
  const agent = proxy === undefined ? {} : { agent: new ProxyAgent(proxy, roots, env) };
  const before = Date.now();
  return new Promise((resolve, reject) => {
    const asked = request(`https://sts.${region}.${suffix}/`, { method: 'HEAD', signal, ...roots, ...agent }, (answer) => {
      answer.resume();
      const theirs = Date.parse(answer.headers.date ?? '');
      if (Number.isNaN(theirs)) reject(new Error('the answer bears no date'));
      else resolve(((before + Date.now()) / 2 - theirs) / 1000);
    });
    asked.once('error', reject).end();
  });
}

/** Why the clock wasn't looked at. */
export function clockUnchecked(why: string): Check {
  return notChecked(CLOCK, why);
}

/** Whether AWS takes what this machine signs: it refuses signatures of more than five minutes ago. */
export function clockCheck(asked: Attempt<Skew>): Check {
  if (!asked.done) return notChecked(CLOCK, `AWS's clock can't be read: ${reasonOf(asked.error)}`);
  const seconds = Math.round(Math.abs(asked.value));
  // The header knows whole seconds only.
  if (seconds <= 1) return ok(CLOCK, "with AWS's");
  const found = `${seconds} s ${asked.value > 0 ? 'ahead of' : 'behind'} AWS's`;
  if (seconds <= MOST_SECONDS) return ok(CLOCK, found);
  const expected = `at most ${MOST_SECONDS} s apart, or AWS refuses what is signed`;
  return problem(CLOCK, { found, expected, remedy: 'set the clock: let the machine take its time from the network (NTP)' });
}
