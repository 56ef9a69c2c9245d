import fc from 'fast-check';

import { readPolicy } from '../../../../policies/model/policy/read-policy';
import { Unknown } from '../../../../policies/model/term';
import { publicGrantsOf } from '../../../../policies/rules/granting/public-grant';
import { evaluate, HOME, NOBODY, OTHER, type PolicyJson, type Request, user } from '../../../iam';

const RUNS = 3000;
const ORG = 'o-1234567890';

type Operators = readonly string[];
const withNegation = (...names: Operators): Operators =>
  names.flatMap((name) => [name, name.replace(/^(String|Arn)/, '$1Not').replace(/^Ip/, 'NotIp')]);
const TEXTS = withNegation('StringEquals', 'StringLike', 'StringEqualsIgnoreCase');
const ARNS = withNegation('ArnLike', 'ArnEquals', 'StringLike', 'StringEquals');
const FLAGS = ['Bool'];

/** Keys with what a policy may compare them with: what is the owner's own, and what anybody has. */
const KEYS: readonly (readonly [string, Operators, readonly string[]])[] = [
  ['aws:PrincipalOrgID', TEXTS, [ORG, 'o-*', '*', '${aws:ResourceOrgID}']],
  ['aws:PrincipalOrgPaths', TEXTS, [`${ORG}/*`, '*/ou-x/*']],
  ['aws:PrincipalAccount', TEXTS, [HOME, '1*', '*', '${aws:ResourceAccount}', '${aws:PrincipalAccount}']],
  ['aws:PrincipalArn', ARNS, [`arn:aws:iam::${HOME}:role/*`, 'arn:aws:iam::*:user/*', '*']],
  ['aws:userid', TEXTS, ['AROAEXAMPLEEXAMPLE:*', 'A*']],
  ['aws:SourceIp', withNegation('IpAddress'), ['203.0.113.0/24', '0.0.0.0/0', '128.0.0.0/1']],
  ['aws:VpcSourceIp', withNegation('IpAddress'), ['10.0.0.0/24']],
  ['aws:SourceVpc', TEXTS, ['vpc-0123456789abcdef0', 'vpc-*']],
  ['aws:SourceVpce', TEXTS, ['vpce-0123456789abcdef0', 'vpce-*']],
  ['aws:SourceAccount', TEXTS, [HOME, '*']],
  ['aws:SourceArn', ARNS, [`arn:aws:sns:eu-west-1:${HOME}:*`, 'arn:aws:s3:::logs', 'arn:aws:sns:*:*:orders']],
  ['aws:ResourceAccount', TEXTS, [HOME, '${aws:PrincipalAccount}']],
  ['aws:UserAgent', TEXTS, ['curl', '*']],
  ['aws:SecureTransport', FLAGS, ['true', 'false']],
  ['aws:ViaAWSService', FLAGS, ['true', 'false']],
  ['aws:PrincipalIsAWSService', FLAGS, ['true', 'false']],
];

const some = <T>(...all: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...all);

const condition = some(...KEYS).chain(([key, operators, values]) =>
  fc
    // What ForAnyValue with IfExists means no page says.
    .tuple(some(...operators), some(['', ''], ['', ''], ['', 'IfExists'], ['ForAllValues:', ''], ['ForAnyValue:', '']))
    .chain(([operator, [quantifier, end]]) =>
      fc
        .subarray([...values], { minLength: 1, maxLength: Math.min(2, values.length) })
        .map((held) => ({ [`${quantifier}${operator}${end}`]: { [key]: held } })),
    ),
);
const presence = some(...KEYS).chain(([key]) => some('true', 'false').map((value) => ({ Null: { [key]: value } })));

const statement = fc
  .record({
    Effect: some('Allow', 'Allow', 'Deny'),
    who: some<object>(
      { Principal: '*' },
      { Principal: { AWS: ['*', HOME] } },
      { Principal: { AWS: HOME } },
      { NotPrincipal: { AWS: HOME } },
    ),
    what: some<object>(
      { Action: 's3:GetObject' },
      { Action: ['s3:Get*', 's3:List*'] },
      { Action: '*' },
      { NotAction: 's3:Put*' },
    ),
    where: some<object>(
      { Resource: '*' },
      { Resource: 'arn:aws:s3:::logs/*' },
      { Resource: ['arn:aws:s3:::logs/a'] },
      { NotResource: 'arn:aws:s3:::logs/b' },
    ),
    conditions: fc.array(fc.oneof({ weight: 5, arbitrary: condition }, { weight: 1, arbitrary: presence }), { maxLength: 2 }),
  })
  .map(({ Effect, who, what, where, conditions }) => ({
    Effect,
    ...who,
    ...what,
    ...where,
    ...(conditions.length === 0 ? {} : { Condition: Object.assign({}, ...conditions) as object }),
  }));

const policy = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map((Statement) => ({ Version: '2012-10-17', Statement }) as PolicyJson);

/** Somebody who has nothing of the owner's: no account, no organisation, no network, and no service that acts for him. */
const stranger: fc.Arbitrary<Request> = fc
  .record({
    principal: some(NOBODY, user('eve', OTHER)),
    action: some('s3:GetObject', 's3:ListBucket', 's3:DeleteObject'),
    resource: some('arn:aws:s3:::logs/a', 'arn:aws:s3:::logs/b', 'arn:aws:s3:::logs'),
    from: some<Record<string, string>>(
      { 'aws:SourceIp': '198.51.100.7' },
      { 'aws:SourceIp': '12.0.0.1' },
      { 'aws:SourceVpce': 'vpce-0fedcba9876543210', 'aws:SourceVpc': 'vpc-0fedcba9876543210', 'aws:VpcSourceIp': '10.0.0.7' },
    ),
    said: fc.record({ 'aws:UserAgent': some('curl', 'x'), 'aws:SecureTransport': some('true', 'false') }),
    via: some('true', 'false'),
    organisation: some<Record<string, string>>(
      {},
      { 'aws:PrincipalOrgID': 'o-0000000000', 'aws:PrincipalOrgPaths': 'o-0000000000/r-x/ou-x/' },
    ),
  })
  .map(({ principal, action, resource, from, said, via, organisation }) => ({
    principal,
    action,
    resource,
    resourceAccountId: HOME,
    context: {
      'aws:ResourceOrgID': ORG,
      ...from,
      ...said,
      // Services act for those who have a name.
      ...(principal === NOBODY
        ? { 'aws:ViaAWSService': 'false' }
        : { 'aws:userid': 'AIDASTRANGER', 'aws:ViaAWSService': via, ...organisation }),
    },
  }));

const EVERYTHING: PolicyJson = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

it(`of ${String(RUNS)} random policies in which nobody is let in whom they don't know, none lets a stranger in`, () => {
  let closed = 0;
  fc.assert(
    fc.property(policy, fc.array(stranger, { minLength: 8, maxLength: 8 }), (written, requests) => {
      const read = readPolicy(JSON.stringify(written));
      if (read instanceof Unknown) throw new Error(read.why);
      if (publicGrantsOf(read).length > 0) return;
      closed += 1;
      for (const request of requests) {
        const { decision } = evaluate({ identity: [EVERYTHING], resource: [written] }, request);
        if (decision === 'allowed') throw new Error(`a stranger is let in: ${JSON.stringify(request)}`);
      }
    }),
    { numRuns: RUNS },
  );
  expect(closed).toBeGreaterThan(RUNS / 10);
});
