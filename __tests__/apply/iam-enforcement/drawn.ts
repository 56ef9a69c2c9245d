import fc from 'fast-check';

import { type Caller, HOME, type PolicyJson, type StatementJson, user } from '../../iam';
import type { Call } from './calls';

/** Whoever asks, with the tags that he has. */
export interface Asker {
  readonly name: string;
  readonly path: string;
  readonly tags: Readonly<Record<string, string>>;
}

export const ASKERS: readonly Asker[] = [
  { name: 'anna', path: '/', tags: { team: 'red' } },
  { name: 'bert', path: '/ops/', tags: { team: 're*', level: '7' } },
  { name: 'cleo', path: '/ops/night/', tags: {} },
];

export const OBJECTS = ['logs/a', 'logs/anna/x', 'logs/bert/x', 'logs/red', 'pond/a'].map((key) => `arn:aws:s3:::${key}`);

const arnOf = ({ name, path }: Asker): string => `arn:aws:iam::${HOME}:user${path}${name}`;

/** Real calls: about an object, a bucket, a user, and nothing. */
const CALLS: readonly Call[] = [
  ...OBJECTS.map((resource) => ({ action: 's3:GetObject', resource })),
  { action: 's3:PutObject', resource: 'arn:aws:s3:::logs/a' },
  { action: 's3:ListBucket', resource: 'arn:aws:s3:::logs' },
  ...ASKERS.map((asker) => ({ action: 'iam:GetUser', resource: arnOf(asker) })),
  { action: 'iam:ListAccessKeys', resource: arnOf(ASKERS[0]!) },
  ...['iam:ListUsers', 'kms:ListKeys', 'ssm:DescribeParameters', 's3:ListAllMyBuckets'].map((action) => ({
    action,
    resource: '*',
  })),
];

/** A text with one stretch, or none, that a wildcard or a variable stands for. */
const blurred = (text: string, from: number, stand: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(Math.max(0, text.length - from)), fc.nat(4), fc.constantFrom('', ...stand))
    .map(([at, length, wild]) =>
      wild === '' ? text : `${text.slice(0, from + at)}${wild}${text.slice(from + at + (wild === '?' ? 1 : length))}`,
    );

const action = fc
  .constantFrom(...CALLS)
  .chain((call) => fc.tuple(blurred(call.action, call.action.indexOf(':') + 1, ['*', '?']), fc.boolean()))
  .map(([text, upper]) => (upper ? text.toUpperCase() : text));
const actions = fc.oneof(fc.constantFrom('*', 's3:*', 'iam:*', 's3:*Object'), action);

const OWN = ['${aws:username}', '${aws:PrincipalTag/team}', "${aws:PrincipalTag/team, 'red'}", '${*}'];
const PATTERNS = [
  'arn:aws:s3:::logs/${aws:username}/*',
  'arn:aws:s3:::logs/${aws:PrincipalTag/team}',
  'arn:aws:s3:::*/a',
  `arn:aws:iam::*:user/\${aws:username}`,
  `arn:aws:iam::${HOME}:user/*/\${aws:username}`,
  `arn:aws:iam::${HOME}:user/*`,
];
const BUCKETS = 'arn:aws:s3:::';
const resource = fc
  .constantFrom(...CALLS.filter((call) => call.resource !== '*'))
  .chain((call) =>
    blurred(call.resource, call.resource.includes(':user/') ? call.resource.indexOf('/') + 1 : BUCKETS.length, [
      '*',
      '?',
      ...OWN,
    ]),
  );
const resources = fc.oneof(fc.constantFrom('*', ...PATTERNS), resource);

const OPERATORS = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLikeIfExists', 'ForAnyValue:StringEquals'];
const VALUES = { 'aws:PrincipalTag/team': ['red', 're*', 'r?d'], 'aws:username': ['anna', '*', '${aws:username}', 'bert'] };
const conditions = fc
  .constantFrom(...Object.entries(VALUES))
  .chain(([key, values]) => fc.tuple(fc.constantFrom(...OPERATORS), fc.constant(key), fc.constantFrom(...values)));

const listed = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(item, { minLength: 1, maxLength: 3 });

const statement: fc.Arbitrary<StatementJson> = fc
  .record({
    isDeny: fc.integer({ min: 0, max: 3 }),
    actions: listed(actions),
    notAction: fc.integer({ min: 0, max: 4 }),
    resources: listed(resources),
    notResource: fc.integer({ min: 0, max: 4 }),
    condition: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: conditions }),
  })
  .map(({ isDeny, actions: some, notAction, resources: about, notResource, condition }) => ({
    Effect: isDeny === 0 ? 'Deny' : 'Allow',
    [notAction === 0 ? 'NotAction' : 'Action']: some,
    [notResource === 0 ? 'NotResource' : 'Resource']: about,
    ...(condition === undefined ? {} : { Condition: { [condition[0]]: { [condition[1]]: condition[2] } } }),
  }));

/** Policies of somebody, and calls. */
export interface Drawn {
  readonly asker: Asker;
  readonly policies: readonly PolicyJson[];
  readonly calls: readonly Call[];
}

/** The user who asks, as a policy sees him. */
export const callerOf = ({ name, path }: Asker): Caller => user(`${path.slice(1)}${name}`);

/** Users in turn, so that each has the same share. */
export function drawn(seed: number, count: number): readonly Drawn[] {
  const one = fc.record({
    policies: fc.array(listed(statement), { minLength: 1, maxLength: 2 }),
    calls: fc.uniqueArray(fc.constantFrom(...CALLS), { minLength: 3, maxLength: 3 }),
  });
  return fc.sample(one, { seed, numRuns: count }).map(({ policies, calls }, at) => ({
    asker: ASKERS[at % ASKERS.length]!,
    policies: policies.map((statements) => ({ Version: '2012-10-17', Statement: statements })),
    calls,
  }));
}
