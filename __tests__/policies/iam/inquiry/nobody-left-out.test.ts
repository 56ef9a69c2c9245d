import fc from 'fast-check';

import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import type { SensitiveOperation } from '../../../../policies/iam/inquiry/sensitive-operations';
import { Subjects } from '../../../../policies/iam/inquiry/subjects';
import { whoCan } from '../../../../policies/iam/inquiry/who-can';
import { Template, type Term } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { ref, resource, universeOf, unknown } from '../../model/network/documents';

const RUNS = 400;
const [HOME, OTHER] = ['111111111111', '222222222222'];
const some = <T>(...all: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...all);

const OPERATIONS: readonly SensitiveOperation[] = [
  { id: 'objects', title: 'delete', actions: ['s3:DeleteObject'], on: 'objects' },
  { id: 'bucket', title: 'open', actions: ['s3:PutBucketPolicy'], on: ['aws_s3_bucket'] },
  { id: 'key', title: 'disable', actions: ['kms:DisableKey', 'kms:Decrypt'], on: ['aws_kms_key'] },
  { id: 'secret', title: 'read', actions: ['secretsmanager:GetSecretValue'], on: ['aws_secretsmanager_secret'] },
  { id: 'account', title: 'stop', actions: ['guardduty:DeleteDetector', 'iam:PassRole'], on: 'account' },
];
/** Asked as whoCan asks. */
const BY_TLS = new Map([['aws:securetransport', ['true']]]);

const HOLE = 'HOLE';
const HOLES: Readonly<Record<string, Term>> = {
  nobody: unknown('set from outside'),
  role: ref('aws_iam_role.deploy.arn'),
  user: ref('aws_iam_user.ann.arn'),
};

/** A policy of which parts are references, or not known. */
function policyOf(statements: readonly object[]): Term {
  const written = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const parts = written
    .split(new RegExp(`${HOLE}(\\w+)${HOLE}`))
    .map((part, at) => (at % 2 === 1 ? (HOLES[part] ?? part) : part));
  return parts.length === 1 ? written : new Template(parts as Template['parts']);
}

const effect = some('Allow', 'Allow', 'Allow', 'Deny');
const actions = some<object>(
  { Action: '*' },
  { Action: ['s3:*', 'kms:*'] },
  { Action: 'secretsmanager:GetSecretValue' },
  { NotAction: 'iam:*' },
);
const own = fc
  .array(
    fc
      .tuple(effect, actions, some({ Resource: '*' }, { Resource: 'arn:aws:s3:::logs/*' }))
      .map(([Effect, ...parts]) => Object.assign({ Effect }, ...parts) as object),
    { maxLength: 2 },
  )
  .map(policyOf);

const who = some<object>(
  { Principal: '*' },
  { Principal: { AWS: HOME } },
  { Principal: { AWS: `arn:aws:iam::${OTHER}:root` } },
  { Principal: { AWS: `arn:aws:iam::${OTHER}:user/bob` } },
  { Principal: { AWS: [`arn:aws:iam::${OTHER}:role/deploy`, `arn:aws:iam::${HOME}:user/ann`] } },
  { Principal: { AWS: `arn:aws:sts::${OTHER}:assumed-role/deploy/work` } },
  { Principal: { AWS: `${HOLE}role${HOLE}` } },
  { Principal: { AWS: `${HOLE}user${HOLE}` } },
  { Principal: { AWS: `${HOLE}nobody${HOLE}` } },
  { Principal: { AWS: `arn:aws:iam::${OTHER}:role/${HOLE}nobody${HOLE}` } },
  { Principal: { Service: 'events.amazonaws.com' } },
  { NotPrincipal: { AWS: `arn:aws:iam::${HOME}:user/ann` } },
);
const condition = some<object>(
  {},
  {},
  { StringEquals: { 'aws:PrincipalAccount': OTHER } },
  { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/*` } },
  { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:user/${HOLE}nobody${HOLE}` } },
  { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
  { StringNotEquals: { 'aws:PrincipalAccount': HOME } },
  { StringEquals: { 'kms:CallerAccount': OTHER } },
  { StringEquals: { 'aws:username': 'bob' } },
);
const guarding = fc
  .array(
    fc
      .tuple(effect, who, actions, condition)
      .map(([Effect, named, done, Condition]) => ({ Effect, ...named, ...done, Resource: '*', Condition })),
    { minLength: 1, maxLength: 2 },
  )
  .map(policyOf);

const inOther = { accountId: OTHER, stack: 'other' };
const untold: Partial<ResourceFact> = { accountId: undefined as never };

const world = fc
  .record({
    ann: own,
    bob: own,
    ops: own,
    deploy: own,
    bucket: guarding,
    key: guarding,
    secret: guarding,
    isOpen: fc.boolean(),
    isTold: some(true, true, true, false),
    grant: some<Term | undefined>(undefined, ref('aws_iam_role.deploy.arn'), unknown('x'), `arn:aws:iam::${OTHER}:user/bob`),
  })
  .map(({ ann, bob, ops, deploy, bucket, key, secret, isOpen, isTold, grant }) => {
    const trust = policyOf([{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }]);
    const place = isTold ? {} : untold;
    const facts = [
      resource('aws_iam_user.ann', { name: 'ann' }),
      resource('aws_iam_user_policy.ann', { name: 'p', user: 'ann', policy: ann }),
      resource('aws_iam_role.ops', { name: 'ops', assume_role_policy: trust }),
      resource('aws_iam_role_policy.ops', { name: 'p', role: 'ops', policy: ops }),
      resource('aws_iam_user.bob', { name: 'bob' }, inOther),
      resource('aws_iam_user_policy.bob', { name: 'p', user: 'bob', policy: bob }, inOther),
      resource('aws_iam_role.deploy', { name: 'deploy', assume_role_policy: trust }, { ...inOther, stack: 'net' }),
      resource('aws_iam_role_policy.deploy', { name: 'p', role: 'deploy', policy: deploy }, { ...inOther, stack: 'net' }),
      resource('aws_s3_bucket.logs', { bucket: 'logs' }, place),
      resource('aws_s3_bucket_policy.logs', { bucket: 'logs', policy: bucket }, place),
      ...(isOpen ? [resource('aws_s3_bucket_public_access_block.logs', { bucket: 'logs' }, place)] : []),
      resource('aws_kms_key.k', { policy: key }, place),
      ...(grant === undefined
        ? []
        : [
            resource(
              'aws_kms_grant.g',
              { key_id: ref('aws_kms_key.k.key_id'), grantee_principal: grant, operations: ['Decrypt'] },
              place,
            ),
          ]),
      resource('aws_secretsmanager_secret.s', { name: 's', policy: secret }, place),
    ];
    return universeOf(facts);
  });

const ANYBODY: readonly string[] = ['*', 'somebody of another account'];

it(`in ${String(RUNS)} random worlds whoever may do something is among those who can, and so decided`, () => {
  const found = { allowed: 0, unknown: 0, byName: 0 };
  const property = fc.property(world, (universe) => {
    const inquiry = Inquiry.of(universe);
    const subjects = new Subjects(inquiry);
    for (const { operation, allowed, unknown: perhaps } of whoCan(inquiry, OPERATIONS)) {
      const told = new Map(
        [...allowed, ...perhaps].map(({ who: name, action, on, decision }) => [`${name} ${action} ${on}`, decision]),
      );
      for (const { name: on, fact, accountId, resourceOf } of subjects.of(operation)) {
        for (const { key, caller } of inquiry.actors) {
          for (const action of operation.actions) {
            // What is done to an account is done from within.
            if (fact === undefined && caller.accountId !== accountId) continue;
            const isOwn = (fact === undefined && accountId === undefined) || undefined;
            const { decision } = inquiry.ask({ caller, action, resource: resourceOf(action), context: BY_TLS, isOwn });
            if (decision === 'denied') continue;
            found[decision] += 1;
            const own = told.get(`${key} ${action} ${on}`);
            if (own !== undefined) found.byName += 1;
            const isAnybody =
              caller.accountId !== accountId &&
              [...ANYBODY, `somebody of ${caller.accountId ?? ''}`].some((any) => told.has(`${any} ${action} ${on}`));
            if (own?.decision !== decision && !(own === undefined && isAnybody)) {
              throw new Error(`${key} may ${action} ${on}: ${decision}, and is told as ${own?.decision ?? 'nobody'}`);
            }
          }
        }
      }
    }
  });
  fc.assert(property, { numRuns: RUNS });
  expect(Math.min(found.allowed, found.unknown, found.byName)).toBeGreaterThan(RUNS);
});
