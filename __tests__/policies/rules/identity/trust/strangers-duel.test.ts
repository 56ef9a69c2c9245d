import fc from 'fast-check';

import { pinnedSource } from '../../../../../policies/rules/identity/trust/pinned-source';
import { pinnedSubject } from '../../../../../policies/rules/identity/trust/pinned-subject';
import { evaluate, federated, HOME, OTHER, type PolicyJson, service } from '../../../../iam';
import { found } from '../found';

const RUNS = 1500;
const some = <T>(...all: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...all);
type Tests = readonly (readonly [key: string, values: readonly string[]])[];

/** Random conditions: some of these keys, each with one or two of its values, by operators for texts and ARNs. */
function conditions(keys: Tests): fc.Arbitrary<Record<string, Record<string, readonly string[]>>> {
  const line = some(...keys).chain(([key, values]) =>
    fc.tuple(
      some('', '', '', 'ForAnyValue:', 'ForAllValues:'),
      some('StringEquals', 'StringLike', 'StringLike', 'ArnLike', 'StringNotLike', 'StringEqualsIgnoreCase'),
      fc.constant(key),
      fc.subarray([...values], { minLength: 1, maxLength: Math.min(2, values.length) }),
      some('', '', '', 'IfExists'),
    ),
  );
  const presence = some(...keys).chain(([key]) => some('true', 'false').map((value) => ['', 'Null', key, [value], ''] as const));
  return fc.array(fc.oneof({ weight: 6, arbitrary: line }, { weight: 1, arbitrary: presence }), { maxLength: 3 }).map((lines) => {
    const all: Record<string, Record<string, readonly string[]>> = {};
    for (const [quantifier, operator, key, values, end] of lines) {
      // What ForAnyValue with IfExists means no page says.
      const name = `${quantifier}${operator}${quantifier === '' ? end : ''}`;
      all[name] = { ...all[name], [key]: values };
    }
    return all;
  });
}

/** Terraform's escape for IAM's variables. */
const inTerraform = (policy: PolicyJson): string => JSON.stringify(policy).replaceAll('${', () => '$${');

describe('what is said to be closed lets no stranger in:', () => {
  const ISSUER = 'token.actions.githubusercontent.com';
  const PROVIDER = `arn:aws:iam::${HOME}:oidc-provider/${ISSUER}`;
  const CLAIMS: Tests = [
    [
      `${ISSUER}:sub`,
      ['repo:acme/infra:ref:refs/heads/main', 'repo:acme/*', 'repo:*', 'repo:acme*/infra:*', '*', `\${${ISSUER}:sub}`],
    ],
    [`${ISSUER}:aud`, ['sts.amazonaws.com', '*']],
    [`${ISSUER}:repository_owner`, ['acme', 'acme*', '*']],
    [`${ISSUER}:repository`, ['acme/infra', 'acme/*', '*/infra']],
    [`${ISSUER}:environment`, ['prod']],
    [`${ISSUER}:actor`, ['ann']],
  ];
  const claims = some('evil', 'acme-evil', 'acmeevil').chain((owner) =>
    fc.tuple(some('infra', 'acme'), some('ref:refs/heads/main', 'environment:prod'), fc.boolean()).map(([name, end, isNew]) => ({
      [`${ISSUER}:sub`]: isNew ? `repo:${owner}@9/${name}@9:${end}` : `repo:${owner}/${name}:${end}`,
      [`${ISSUER}:aud`]: 'sts.amazonaws.com',
      [`${ISSUER}:repository_owner`]: owner,
      [`${ISSUER}:repository`]: `${owner}/${name}`,
      [`${ISSUER}:actor`]: 'ann',
      ...(end === 'environment:prod' ? { [`${ISSUER}:environment`]: 'prod' } : {}),
    })),
  );

  it(`${String(RUNS)} random trust policies and tokens of other repositories`, () => {
    let closed = 0;
    const property = fc.property(conditions(CLAIMS), fc.array(claims, { minLength: 6, maxLength: 6 }), (Condition, tokens) => {
      const action = 'sts:AssumeRoleWithWebIdentity';
      const trust: PolicyJson = {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Federated: PROVIDER }, Action: action, Condition }],
      };
      if (found(pinnedSubject, { 'aws_iam_role.r': { name: 'r', assume_role_policy: inTerraform(trust) } }).length > 0) return;
      closed += 1;
      for (const context of tokens) {
        const asked = {
          principal: federated(PROVIDER),
          action,
          resource: `arn:aws:iam::${HOME}:role/r`,
          resourceAccountId: HOME,
          context,
        };
        const { decision } = evaluate({ resource: [trust], resourceKind: 'trust' }, asked);
        if (decision === 'allowed') throw new Error(`a stranger is let in: ${JSON.stringify(context)}`);
      }
    });
    fc.assert(property, { numRuns: RUNS });
    expect(closed).toBeGreaterThan(RUNS / 10);
  });

  const SOURCES: Tests = [
    ['aws:SourceAccount', [HOME, '1*', '*', '${aws:ResourceAccount}']],
    [
      'aws:SourceArn',
      [`arn:aws:s3:::logs`, 'arn:aws:s3:::*', `arn:aws:events:*:${HOME}:rule/*`, 'arn:aws:events:*:*:rule/nightly'],
    ],
    ['aws:SourceOrgID', ['o-1234567890', 'o-*']],
    ['aws:SourceOwner', [HOME, '*']],
    ['aws:PrincipalServiceName', ['s3.amazonaws.com']],
    ['aws:UserAgent', ['s3.amazonaws.com', '*']],
  ];
  const callers = some('s3.amazonaws.com', 'events.amazonaws.com').chain((name) =>
    some('arn:aws:s3:::evil', `arn:aws:events:eu-west-1:${OTHER}:rule/nightly`).chain((arn) =>
      some({}, { 'aws:SourceOrgID': 'o-0000000000' }).map((organisation) => ({
        principal: service(name),
        context: { 'aws:SourceAccount': OTHER, 'aws:SourceArn': arn, 'aws:UserAgent': name, ...organisation },
      })),
    ),
  );

  it(`${String(RUNS)} random policies of a topic and services that act for somebody else`, () => {
    let closed = 0;
    const property = fc.property(conditions(SOURCES), fc.array(callers, { minLength: 6, maxLength: 6 }), (Condition, all) => {
      const topic: PolicyJson = {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: ['s3.amazonaws.com', 'events.amazonaws.com'] },
            Action: 'sns:Publish',
            Resource: '*',
            Condition,
          },
        ],
      };
      if (
        found(pinnedSource, {
          'aws_sns_topic_policy.t': { arn: 'arn:aws:sns:eu-west-1:111111111111:t', policy: inTerraform(topic) },
        }).length > 0
      ) {
        return;
      }
      closed += 1;
      for (const { principal, context } of all) {
        const asked = {
          principal,
          action: 'sns:Publish',
          resource: `arn:aws:sns:eu-west-1:${HOME}:t`,
          resourceAccountId: HOME,
          context,
        };
        const { decision } = evaluate({ resource: [topic] }, asked);
        if (decision === 'allowed') throw new Error(`it acts for a stranger: ${JSON.stringify(context)}`);
      }
    });
    fc.assert(property, { numRuns: RUNS });
    expect(closed).toBeGreaterThan(RUNS / 10);
  });
});
