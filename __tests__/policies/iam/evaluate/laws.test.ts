import fc from 'fast-check';

import type { Decision } from '../../../../policies/iam/decision';
import { decide } from '../../../../policies/iam/evaluate/decide';
import type { PolicyJson, StatementJson } from '../../../iam';
import type { Drawn, DrawnRequest, Scenario } from './random/scenario';
import { scenarios } from './random/scenario';
import { toldPolicies, toldRequest } from './random/told';

const QUESTIONS = 6;
const RUNS = { numRuns: 250 };

function decisions(scenario: Scenario, asked = scenario): readonly Decision['decision'][] {
  const set = toldPolicies(scenario);
  return asked.requests.map((request) => decide(set, toldRequest(request)).decision);
}

const statementsOf = ({ Statement: all }: PolicyJson): readonly StatementJson[] =>
  Array.isArray(all) ? (all as readonly StatementJson[]) : [all as StatementJson];

const placed = (policy: PolicyJson): Drawn => ({ policy, hidden: false });

/** Every policy of a scenario, made another one. */
function everyPolicy(scenario: Scenario, change: (policy: PolicyJson) => PolicyJson): Scenario {
  const one = (drawn: Drawn): Drawn => ({ ...drawn, policy: change(drawn.policy) });
  const { boundary, session, endpoint } = scenario;
  return {
    ...scenario,
    identity: scenario.identity.map(one),
    boundary: boundary && one(boundary),
    session: session && one(session),
    resource: scenario.resource.map(one),
    scp: scenario.scp.map((level) => level.map(one)),
    rcp: scenario.rcp.map((level) => level.map(one)),
    endpoint: endpoint && one(endpoint),
  };
}

const statement = (effect: string, action: string): StatementJson => ({
  Sid: 'More',
  Effect: effect,
  Action: action,
  Resource: '*',
});
const more = fc.constantFrom('*', 's3:*', 's3:GetObject', 'kms:Decrypt');
const places = fc.constantFrom('identity', 'boundary', 'session', 'resource', 'scp', 'rcp', 'endpoint');

/** The scenario with a Deny more in one place. */
function withDeny(scenario: Scenario, place: string, action: string): Scenario {
  const named = ['resource', 'rcp', 'endpoint'].includes(place) ? { Principal: '*' as const } : {};
  const add = (drawn: Drawn): Drawn => {
    const all = [...statementsOf(drawn.policy), { ...statement('Deny', action), ...named }];
    return { ...drawn, policy: { ...drawn.policy, Statement: all } };
  };
  const [first, ...others] = place === 'identity' ? scenario.identity : scenario.resource;
  const grown = first === undefined ? [] : [add(first), ...others];
  const { boundary, session, endpoint } = scenario;
  return {
    ...scenario,
    ...(place === 'identity' || place === 'resource' ? { [place]: grown } : {}),
    ...(place === 'boundary' && boundary !== undefined ? { boundary: add(boundary) } : {}),
    ...(place === 'session' && session !== undefined ? { session: add(session) } : {}),
    ...(place === 'endpoint' && endpoint !== undefined ? { endpoint: add(endpoint) } : {}),
    ...(place === 'scp' ? { scp: scenario.scp.map((level) => level.map(add)) } : {}),
    ...(place === 'rcp' ? { rcp: scenario.rcp.map((level) => level.map(add)) } : {}),
  };
}

const RANK = { denied: 0, unknown: 1, allowed: 2 } as const;
const ranks = (answers: readonly Decision['decision'][]): readonly number[] => answers.map((answer) => RANK[answer]);

/** Keys that AWS fills in, or leaves out, by who calls: what is told against that is no more, but something else. */
const FILLED_IN: readonly string[] = ['aws:PrincipalOrgID', 'aws:SourceArn'];

function filledIn(context: DrawnRequest['context']): DrawnRequest['context'] {
  return Object.fromEntries(Object.entries(context).filter(([key]) => FILLED_IN.includes(key)));
}

describe.each([
  ['all is told', false],
  ["parts aren't told", true],
])('where %s', (_what, isOpen) => {
  const drawn = scenarios(isOpen, QUESTIONS);

  test('a Deny more, in whatever policy, never makes an answer more allowed', () => {
    fc.assert(
      fc.property(drawn, places, more, (scenario, place, action) => {
        const [before, after] = [ranks(decisions(scenario)), ranks(decisions(withDeny(scenario, place, action)))];
        expect(after.map((rank, at) => rank <= (before[at] ?? -1))).toEqual(before.map(() => true));
      }),
      RUNS,
    );
  });

  test('an Allow more in a policy of the identity never makes an answer less allowed', () => {
    fc.assert(
      fc.property(drawn, more, (scenario, action) => {
        const grown = { ...scenario, identity: [...scenario.identity, placed({ Statement: statement('Allow', action) })] };
        const [before, after] = [ranks(decisions(scenario)), ranks(decisions(grown))];
        expect(after.map((rank, at) => rank >= (before[at] ?? 3))).toEqual(before.map(() => true));
      }),
      RUNS,
    );
  });

  test('the order of statements and of policies changes nothing', () => {
    fc.assert(
      fc.property(drawn, (scenario) => {
        const turned = everyPolicy(scenario, (policy) => ({ ...policy, Statement: [...statementsOf(policy)].reverse() }));
        const { identity, resource } = turned;
        const backwards = { ...turned, identity: [...identity].reverse(), resource: [...resource].reverse() };
        expect(decisions(backwards)).toEqual(decisions(scenario));
      }),
      RUNS,
    );
  });

  test('a statement for each action of a list says what one says for all of them', () => {
    fc.assert(
      fc.property(drawn, (scenario) => {
        const split = everyPolicy(scenario, (policy) => ({
          ...policy,
          Statement: statementsOf(policy).flatMap((one): readonly StatementJson[] => {
            const { Action: actions } = one;
            return typeof actions === 'object' ? actions.map((action) => ({ ...one, Action: action })) : [one];
          }),
        }));
        expect(decisions(split)).toEqual(decisions(scenario));
      }),
      RUNS,
    );
  });

  test('a policy says what two say that have its statements between them', () => {
    fc.assert(
      fc.property(drawn, (scenario) => {
        const halves = scenario.identity.flatMap(({ policy, hidden }) =>
          statementsOf(policy).map((one) => ({ hidden, policy: { ...policy, Statement: [one] } })),
        );
        expect(decisions({ ...scenario, identity: halves })).toEqual(decisions(scenario));
      }),
      RUNS,
    );
  });

  test('what is told more never turns a sure answer', () => {
    fc.assert(
      fc.property(drawn, (scenario) => {
        const requests = scenario.requests.map((one) => ({ ...one, context: filledIn(one.context) }));
        const hidden = { ...scenario, requests };
        const [less, all] = [decisions(hidden), decisions(scenario)];
        expect(less.map((answer, at) => (answer === 'unknown' ? all[at] : answer))).toEqual(all);
      }),
      RUNS,
    );
  });
});
