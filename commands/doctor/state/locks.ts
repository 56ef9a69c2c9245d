import { type Attempt, forEachOf } from '../attempt';
import { type Check, ok, type Subject, warning } from '../check';
import { reasonOf, statusOf } from '../reason';
import type { StoredStack } from './objects';
import type { StateCalls } from './s3-state';

const LOCKS: Subject = { id: 'state-locks', title: 'locks of the states' };
const AT_ONCE = 8;

/** A lock as Terraform writes it. */
interface LockInfo {
  readonly ID?: unknown;
  readonly Operation?: unknown;
  readonly Who?: unknown;
  readonly Created?: unknown;
}

function infoOf(text: string): LockInfo {
  try {
    const info: unknown = JSON.parse(text);
    return typeof info === 'object' && info !== null ? info : {};
  } catch {
    return {};
  }
}

function words(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

/** Terraform writes nanoseconds; nobody reads them. */
function since(created: unknown): string {
  const date = typeof created === 'string' ? new Date(created) : new Date(NaN);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : `${date.toISOString().slice(0, 19)}Z`;
}

function lockCheck({ name, stateKey }: StoredStack, asked: Attempt<string>): Check[] {
  const subject = { id: `state-lock-${name}`, title: `lock of ${name}` };
  if (!asked.done) {
    if (statusOf(asked.error) === 404) return [];
    const remedy = `grant s3:GetObject, s3:PutObject and s3:DeleteObject on ${stateKey}.tflock`;
    return [warning(subject, { found: `unknown: ${reasonOf(asked.error)}`, remedy })];
  }
  const { ID, Operation, Who, Created } = infoOf(asked.value);
  const operation = words(Operation, 'an unknown operation')
    .replace(/^OperationType/, '')
    .toLowerCase();
  return [
    warning(subject, {
      found: `held by ${words(Who, 'somebody unknown')} since ${since(Created)}, for ${operation}`,
      expected: 'free, or held by a run that goes on',
      remedy: `wait for that run; if it is dead, terraform force-unlock ${words(ID, '<id>')} in stacks/${name}`,
    }),
  ];
}

/** The locks that are held: each by whom, and since when. */
export async function lockChecks(stacks: readonly StoredStack[], { lock }: StateCalls): Promise<Check[]> {
  const held = await forEachOf(stacks, AT_ONCE, async (stack) => lockCheck(stack, await lock(`${stack.stateKey}.tflock`)));
  return held.flat().length > 0 ? held.flat() : [ok(LOCKS, 'none is held')];
}
