import { evaluate } from '../../../../iam';
import { decide } from '../../../../../policies/iam/evaluate/decide';
import { Dice } from '../../../reachability/oracle/random/dice';
import { Completion } from './completion';
import type { DrawnRequest, Scenario } from './scenario';
import { toldPolicies, toldRequest } from './told';

/** What was compared. */
export class Score {
  decisions = 0;
  readonly answers = new Map<string, number>();
  /** Oracle's answers asked for what isn't told. */
  completions = 0;
  /** Unknown, although all completions that were tried agree. */
  imprecise = 0;

  count(answer: string): void {
    this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
  }

  told(): string {
    const answers = [...this.answers].sort().map(([name, count]) => `${name} ${String(count)}`);
    return [
      `${String(this.decisions)} decisions: ${answers.join(', ')}`,
      `${String(this.completions)} answers of the oracle, ${String(this.imprecise)} unknown where all agree`,
    ].join('\n');
  }
}

/**
 * What AWS doesn't document, and the oracle has an opinion of: a caller whom NotPrincipal names in part, a token and `*`, some
 * conditions of a bucket's policy. What no document tells, and the oracle knows: objects, their owners and their ACLs.
 */
const UNTOLD =
  /NotPrincipal names the caller in part|isn't documented|is not documented|whose a provider|the object is|the object isn't|of objects|its ACL names/;

function shown(scenario: Scenario, request: DrawnRequest): string {
  return JSON.stringify({ ...scenario, requests: [request] });
}

/** All is told: the answers are the same, and so are who decides and the statement that does. */
export function fightClosed(scenario: Scenario, score: Score): void {
  const set = toldPolicies(scenario);
  const completion = new Completion(new Dice(1));
  const policies = completion.policies(scenario);
  for (const request of scenario.requests) {
    const ours = decide(set, toldRequest(request));
    const asked = completion.request(request);
    const theirs = evaluate(completion.withBucket(policies, scenario, asked), asked);
    score.decisions += 1;
    score.completions += 1;
    score.count(ours.decision);
    if (ours.decision === 'unknown' && UNTOLD.test(ours.why)) {
      score.imprecise += 1;
      continue;
    }
    // Where a statement is passed over that isn't sure to apply, another may decide to the same effect.
    const { acls, block } = scenario.bucket ?? {};
    const isBuckets = acls === true || block?.restrictPublicBuckets === true;
    const isOpen = request.caller.kind === 'federated' || isBuckets || JSON.stringify(policies).includes('NotPrincipal');
    if (isOpen && ours.decision === theirs.decision) continue;
    const sid = ours.decision === 'allowed' || ours.by === 'explicit deny' ? ours.statement?.sid : undefined;
    const said = `${ours.decision} by ${ours.by}${sid === undefined ? '' : `: ${sid}`}`;
    const wanted = `${theirs.decision} by ${theirs.by}${theirs.sid === undefined ? '' : `: ${theirs.sid}`}`;
    if (said !== wanted) throw new Error(`${said} (${ours.why}), and the oracle says ${wanted}: ${shown(scenario, request)}`);
  }
}

/** Parts aren't told: what is said surely holds however they turn out. */
export function fightOpen(scenario: Scenario, seed: number, tries: number, score: Score): void {
  const set = toldPolicies(scenario);
  const dice = new Dice(seed);
  const answers = scenario.requests.map(() => new Set<string>());
  for (let at = 0; at < tries; at++) {
    const completion = new Completion(dice);
    const policies = completion.policies(scenario);
    for (const [index, request] of scenario.requests.entries()) {
      const asked = completion.request(request);
      answers[index]?.add(evaluate(completion.withBucket(policies, scenario, asked), asked).decision);
    }
  }
  for (const [index, request] of scenario.requests.entries()) {
    const ours = decide(set, toldRequest(request));
    const theirs = [...(answers[index] ?? [])];
    score.decisions += 1;
    score.completions += tries;
    score.count(ours.decision);
    if (ours.decision === 'unknown') {
      if (theirs.length === 1) score.imprecise += 1;
    } else if (theirs.join() !== ours.decision) {
      throw new Error(`surely ${ours.decision} (${ours.why}), and the oracle says ${theirs.join()}: ${shown(scenario, request)}`);
    }
  }
}
