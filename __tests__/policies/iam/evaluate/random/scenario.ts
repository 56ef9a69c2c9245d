import fc from 'fast-check';

import type { Caller, PolicyJson, StatementJson } from '../../../../iam';
import { buckets, type DrawnBucket } from './bucket';
import {
  ACTION_PATTERNS,
  ACTIONS,
  CALLERS,
  KEYS,
  LISTS,
  NAMED,
  OPEN_NAMED,
  OPEN_PATTERNS,
  OPEN_RESOURCES,
  OPEN_VALUES,
  OPERATORS,
  PROVIDER,
  RESOURCE_PATTERNS,
  RESOURCES,
} from './vocabulary';

/** A policy, and whether the documents tell it. */
export interface Drawn {
  readonly policy: PolicyJson;
  readonly hidden: boolean;
}

/** What a key has in a request. `hidden`: nobody says. */
export type DrawnValue = readonly string[] | 'absent' | 'hidden';

/** A question. */
export interface DrawnRequest {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  /** Undefined: not told. */
  readonly resourceAccountId: string | undefined;
  readonly hidesRole: boolean;
  readonly context: Readonly<Record<string, DrawnValue>>;
}

/** Policies, and questions about them. */
export interface Scenario {
  readonly identity: readonly Drawn[];
  readonly boundary: Drawn | undefined;
  readonly session: Drawn | undefined;
  readonly resource: readonly Drawn[];
  readonly resourceKind: 'kms' | 'trust' | 'other';
  readonly scp: readonly (readonly Drawn[])[];
  readonly rcp: readonly (readonly Drawn[])[];
  readonly endpoint: Drawn | undefined;
  readonly bucket: DrawnBucket | undefined;
  readonly requests: readonly DrawnRequest[];
}

/** One of the first list, or now and then of the second, which has holes. */
const oneOf = (told: readonly string[], open: readonly string[], isOpen: boolean): fc.Arbitrary<string> =>
  isOpen
    ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...told) }, { weight: 2, arbitrary: fc.constantFrom(...open) })
    : fc.constantFrom(...told);

const listOf = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(item, { minLength: 1, maxLength: 3 });

type Condition = NonNullable<StatementJson['Condition']>;

function tests(isOpen: boolean): fc.Arbitrary<Condition> {
  const single = fc.constantFrom(...Object.entries(KEYS)).chain(([key, { by, expected }]) => {
    const open = by === 'String' ? oneOf(expected, OPEN_VALUES, isOpen) : fc.constantFrom<string>(...expected);
    const operator = fc
      .tuple(fc.constantFrom(...(OPERATORS[by] ?? [])), fc.constantFrom('', '', 'IfExists'))
      .map((parts) => parts.join(''));
    const compared = fc.record({ operator, values: listOf(open) });
    const asked = fc.record({ operator: fc.constant('Null'), values: fc.constantFrom(['true'], ['false']) });
    return fc.oneof({ weight: 6, arbitrary: compared }, { weight: 1, arbitrary: asked }).map((test) => ({ key, ...test }));
  });
  const several = fc.constantFrom(...Object.entries(LISTS)).chain(([key, { by, expected }]) => {
    const all = fc.constantFrom(...(OPERATORS[by] ?? [])).map((operator) => `ForAllValues:${operator}`);
    const any = fc.constantFrom(...(OPERATORS[by] ?? [])).map((operator) => `ForAnyValue:${operator}`);
    return fc.record({
      key: fc.constant(key),
      operator: fc.oneof(all, any),
      values: listOf(fc.constantFrom<string>(...expected)),
    });
  });
  const some = fc.array(fc.oneof({ weight: 4, arbitrary: single }, { weight: 1, arbitrary: several }), { maxLength: 2 });
  return some.map((lines) => {
    const condition: Record<string, Record<string, readonly string[]>> = {};
    for (const { key, operator, values } of lines) condition[operator] = { ...condition[operator], [key]: values };
    return condition;
  });
}

function principals(isOpen: boolean): fc.Arbitrary<Partial<StatementJson>> {
  const aws = fc.array(oneOf(NAMED, OPEN_NAMED, isOpen), { minLength: 1, maxLength: 4 }).map((texts) => ({ AWS: texts }));
  const others = fc.constantFrom(
    { Service: ['cloudtrail.amazonaws.com', 'config.amazonaws.com'] },
    { Federated: PROVIDER },
    '*' as const,
  );
  return fc.oneof({ weight: 3, arbitrary: aws }, { weight: 1, arbitrary: others }).map((named) => ({ Principal: named }));
}

const spared = fc
  .array(fc.constantFrom(...NAMED.slice(1)), { minLength: 1, maxLength: 5 })
  .map((texts) => ({ NotPrincipal: { AWS: texts } }));

function statements(place: 'identity' | 'resource' | 'trust', isOpen: boolean, rate: number): fc.Arbitrary<StatementJson> {
  const patterns = oneOf(RESOURCE_PATTERNS, OPEN_PATTERNS, isOpen);
  const effects = fc.integer({ min: 1, max: 10 }).map((number) => (number <= rate ? 'Deny' : 'Allow'));
  return effects.chain((effect) => {
    const who =
      place === 'identity'
        ? fc.constant({})
        : effect === 'Deny'
          ? fc.oneof(principals(isOpen), principals(isOpen), spared)
          : principals(isOpen);
    const actions = listOf(fc.constantFrom(...ACTION_PATTERNS));
    return fc
      .record({
        who,
        action: fc.oneof(
          { weight: 5, arbitrary: actions.map((Action) => ({ Action })) },
          { weight: 1, arbitrary: actions.map((NotAction) => ({ NotAction })) },
        ),
        resource: fc.oneof(
          {
            weight: 5,
            arbitrary: fc.oneof(fc.constant(['*']), fc.constant(['*']), listOf(patterns)).map((Resource) => ({ Resource })),
          },
          { weight: 1, arbitrary: listOf(patterns).map((NotResource) => ({ NotResource })) },
        ),
        condition: fc.oneof(
          fc.constant({}),
          fc.constant({}),
          tests(isOpen).map((Condition) => ({ Condition })),
        ),
      })
      .map(({ action, resource, condition, who: named }) => ({
        Effect: effect,
        ...named,
        ...action,
        ...(place === 'trust' ? {} : resource),
        ...condition,
      }));
  });
}

/** `rate`: of ten statements so many deny. */
function policies(place: 'identity' | 'resource' | 'trust', isOpen: boolean, rate = 2): fc.Arbitrary<Drawn> {
  const version = fc.constantFrom({ Version: '2012-10-17' }, { Version: '2012-10-17' }, { Version: '2008-10-17' }, {});
  const list = fc.array(statements(place, isOpen, rate), { minLength: 1, maxLength: 3 });
  return fc.record({ version, list, hidden: fc.integer({ min: 0, max: 19 }) }).map(({ version: said, list: all, hidden }) => ({
    policy: { ...said, Statement: all.map((statement, at) => ({ Sid: `S${String(at)}`, ...statement })) },
    hidden: isOpen && hidden === 0,
  }));
}

/** What a limit is for most: it allows much. */
function limits(place: 'identity' | 'resource', isOpen: boolean): fc.Arbitrary<Drawn> {
  const named = place === 'identity' ? {} : { Principal: '*' as const };
  const all = { Effect: 'Allow', Action: '*', Resource: '*', ...named };
  return fc
    .record({ drawn: policies(place, isOpen, 4), opens: fc.constantFrom(true, true, true, false) })
    .map(({ drawn, opens }) => {
      const { Statement: own } = drawn.policy;
      const given = Array.isArray(own) ? (own as readonly StatementJson[]) : [];
      return opens ? { ...drawn, policy: { ...drawn.policy, Statement: [...given, { Sid: 'All', ...all }] } } : drawn;
    });
}

function values(key: string, pool: readonly string[], isOpen: boolean): fc.Arbitrary<DrawnValue> {
  const value = key === 's3:prefix' ? oneOf(pool, ['⟦name⟧', 'home/⟦name⟧'], isOpen) : fc.constantFrom(...pool);
  const told = value.map((one): DrawnValue => [one]);
  // That AWS always says.
  const absent = key === 'aws:SecureTransport' ? told : fc.constant<DrawnValue>('absent');
  const hidden = fc.constant<DrawnValue>('hidden');
  return isOpen ? fc.oneof(told, absent, hidden) : fc.oneof(told, told, absent);
}

function contexts(isOpen: boolean): fc.Arbitrary<Readonly<Record<string, DrawnValue>>> {
  const pools = Object.entries(KEYS).filter(([, { actual }]) => actual.length > 0);
  const singles = Object.fromEntries(pools.map(([key, { actual }]) => [key, values(key, actual, isOpen)]));
  const lists = Object.fromEntries(
    Object.entries(LISTS).map(([key, { actual }]) => {
      const told = fc.uniqueArray(fc.constantFrom<string>(...actual), { minLength: 1 }).map((all): DrawnValue => all);
      return [
        key,
        isOpen
          ? fc.oneof(told, fc.constant<DrawnValue>('absent'), fc.constant<DrawnValue>('hidden'))
          : fc.oneof(told, fc.constant<DrawnValue>('absent')),
      ];
    }),
  );
  return fc.record({ ...singles, ...lists });
}

function requests(isOpen: boolean): fc.Arbitrary<DrawnRequest> {
  return fc.record({
    caller: fc.constantFrom(...CALLERS),
    action: fc.constantFrom(...ACTIONS),
    resource: oneOf(RESOURCES, OPEN_RESOURCES, isOpen),
    resourceAccountId: isOpen
      ? fc.constantFrom('111111111111', '111111111111', '222222222222', undefined)
      : fc.constantFrom('111111111111', '111111111111', '222222222222'),
    hidesRole: isOpen ? fc.integer({ min: 0, max: 5 }).map((number) => number === 0) : fc.constant(false),
    context: contexts(isOpen),
  });
}

/** Random policies with questions about them. `isOpen`: parts of them nobody tells. */
export function scenarios(isOpen: boolean, questions: number): fc.Arbitrary<Scenario> {
  const now = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
  const few = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(item, { minLength: 1, maxLength: 2 });
  const levels = (place: 'identity' | 'resource') =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: few(fc.array(limits(place, isOpen), { minLength: 1, maxLength: 2 })) },
    );
  return fc.constantFrom<'kms' | 'trust' | 'other'>('other', 'other', 'kms', 'trust').chain((resourceKind) =>
    fc.record({
      identity: few(policies('identity', isOpen)),
      boundary: now(limits('identity', isOpen)),
      session: now(limits('identity', isOpen)),
      resource: few(policies(resourceKind === 'trust' ? 'trust' : 'resource', isOpen)),
      resourceKind: fc.constant(resourceKind),
      scp: levels('identity'),
      rcp: levels('resource'),
      endpoint: now(limits('resource', isOpen)),
      bucket: resourceKind === 'other' ? now(buckets(isOpen)) : fc.constant(undefined),
      requests: fc.array(requests(isOpen), { minLength: questions, maxLength: questions }),
    }),
  );
}
