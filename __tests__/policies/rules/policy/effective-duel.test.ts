import fc from 'fast-check';

import { effectiveStatements } from '../../../../policies/rules/policy/effective-statements';
import { evaluate, HOME, OTHER, type PolicyJson, type Request, session, type StatementJson, user } from '../../../iam';
import { linesOf } from '../rule-fixture';
import { ofBucket } from './policy-documents';

const RUNS = 2000;
const some = <T>(...all: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...all);

/** Conditions of few keys and values, so that they often exclude each other, or nearly. */
const condition = fc.oneof(
  fc.tuple(
    some(
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringEqualsIfExists',
      'StringEqualsIgnoreCase',
      'ForAllValues:StringEquals',
    ),
    some('s3:prefix', 'S3:Prefix', 's3:delimiter'),
    some(['home/'], ['Home/'], ['home/', 'x'], ['h*']),
  ),
  fc.tuple(some('Bool', 'BoolIfExists'), some('aws:MultiFactorAuthPresent'), some(['true'], ['false'], ['True'])),
  fc.tuple(some('NumericEquals', 'NumericLessThan', 'NumericNotEquals'), some('s3:max-keys'), some(['5'], ['5.0'], ['10', '5'])),
  fc.tuple(some('Null'), some('s3:prefix', 's3:max-keys', 'aws:MultiFactorAuthPresent'), some(['true'], ['false'])),
);
const conditions = fc.array(condition, { maxLength: 3 }).map((lines) => {
  const all: Record<string, Record<string, readonly string[]>> = {};
  for (const [operator, key, values] of lines) all[operator] = { ...all[operator], [key]: values };
  return lines.length === 0 ? {} : { Condition: all };
});

const statement = fc
  .tuple(
    some('Allow', 'Allow', 'Deny'),
    some<Partial<StatementJson>>(
      { Principal: '*' },
      { Principal: { AWS: HOME } },
      { Principal: { AWS: [`arn:aws:iam::${HOME}:user/alice`, OTHER] } },
      { Principal: { AWS: `arn:aws:iam::${HOME}:user/alice` } },
    ),
    some<Partial<StatementJson>>(
      { Action: 's3:GetObject' },
      { Action: ['s3:GetObject', 'S3:List*'] },
      { Action: 's3:*' },
      { Action: '*' },
      { NotAction: 's3:GetObject' },
    ),
    some<Partial<StatementJson>>(
      { Resource: '*' },
      { Resource: 'arn:aws:s3:::logs/*' },
      { Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/a?'] },
      { NotResource: 'arn:aws:s3:::logs/a' },
    ),
    fc.oneof(fc.constant({}), conditions),
  )
  .map(([Effect, ...parts]) => Object.assign({ Effect }, ...parts) as StatementJson);

const request: fc.Arbitrary<Request> = fc
  .record({
    principal: some(user('alice'), user('bob'), session('deploy'), user('eve', OTHER)),
    action: some('s3:GetObject', 's3:ListBucket', 's3:PutObject'),
    resource: some('arn:aws:s3:::logs', 'arn:aws:s3:::logs/a', 'arn:aws:s3:::logs/ab'),
    prefix: some({}, { 's3:prefix': 'home/' }, { 's3:prefix': 'Home/' }, { 's3:prefix': 'x' }),
    keys: some({}, { 's3:max-keys': '5' }, { 's3:max-keys': '7' }),
    device: some({}, { 'aws:MultiFactorAuthPresent': 'true' }, { 'aws:MultiFactorAuthPresent': 'false' }),
  })
  .map(({ principal, action, resource, ...context }) => ({
    principal,
    action,
    resource,
    resourceAccountId: HOME,
    context: { ...context.prefix, ...context.keys, ...context.device },
  }));

const written = (Statement: readonly StatementJson[]): PolicyJson => ({ Version: '2012-10-17', Statement });

it(`of ${String(RUNS)} random policies each statement that is said to decide nothing may be left out: no answer changes`, () => {
  const found = { never: 0, taken: 0 };
  const property = fc.property(
    fc.array(statement, { minLength: 1, maxLength: 3 }),
    fc.array(request, { minLength: 12, maxLength: 12 }),
    (drawn, requests) => {
      const all = drawn.map((each, at) => ({ Sid: `S${String(at)}`, ...each }));
      for (const line of linesOf(effectiveStatements, ofBucket(...all))) {
        const { sid = '', never } =
          /statement "(?<sid>S\d)": (?:(?<never>it never holds)|it allows nothing)/.exec(line)?.groups ?? {};
        found[never === undefined ? 'taken' : 'never'] += 1;
        const rest = written(all.filter(({ Sid }) => Sid !== sid));
        for (const asked of requests) {
          const [before, after] = [written(all), rest].map((policy) => evaluate({ resource: [policy] }, asked).decision);
          if (before !== after) throw new Error(`${line}, and it decides: ${JSON.stringify(asked)}`);
        }
      }
    },
  );
  fc.assert(property, { numRuns: RUNS });
  expect(found.never).toBeGreaterThan(RUNS / 50);
  expect(found.taken).toBeGreaterThan(RUNS / 50);
});
