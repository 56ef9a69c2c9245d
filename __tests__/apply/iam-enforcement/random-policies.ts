import { answerOf } from '../../policies/iam/evaluate/cases/judge';
import { ask } from '../../policies/iam/evaluate/cases/case';
import type { Actor } from './actor';
import { type Call, make } from './calls';
import { ASKERS, callerOf, type Drawn } from './drawn';
import type { EnforcedAccount } from './enforced-account';

/** What the evaluator says of a call: allowed, denied or unknown, and why. */
function said({ asker, policies }: Drawn, { action, resource }: Call): { readonly decision: string; readonly why: string } {
  const tags = Object.entries({ team: 'absent', ...asker.tags }).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]);
  const request = ask({ caller: callerOf(asker), action, resource, context: Object.fromEntries(tags) as Record<string, string> });
  const { says, why } = answerOf({ name: '', source: '', says: '', set: { identity: policies }, request });
  return { decision: says.split(' ')[0] ?? '', why };
}

/** How often which answer was given by both, and where they differ. */
export class Comparison {
  readonly counts: Record<string, number> = { allowed: 0, denied: 0, unknown: 0 };
  readonly differences: string[] = [];

  /** Asks both what somebody may who has these policies. */
  async of(account: EnforcedAccount, actor: Actor, one: Drawn): Promise<void> {
    await actor.have({ ...one.asker, policies: one.policies });
    for (const call of one.calls) {
      const { decision, why } = said(one, call);
      this.counts[decision] = (this.counts[decision] ?? 0) + 1;
      const answer = decision === 'unknown' ? decision : await make(account.emulator, actor.keys, call);
      if (answer !== decision) {
        this.differences.push(
          `${decision} (${why}), and the emulator says ${answer}: ${JSON.stringify({ ...one, calls: [call] })}`,
        );
      }
    }
  }
}

/** Each user's policies one after the other, the users side by side. */
export async function compare(account: EnforcedAccount, actors: readonly Actor[], all: readonly Drawn[]): Promise<Comparison> {
  const comparison = new Comparison();
  const turns = ASKERS.map(async ({ name }) => {
    const actor = actors.find((candidate) => candidate.name === name)!;
    for (const one of all.filter(({ asker }) => asker.name === name)) await comparison.of(account, actor, one);
  });
  await Promise.all(turns);
  return comparison;
}
