import { proveAccess } from '../../../../policies/iam/inquiry/access-claims';
import { calledOf } from '../../../../policies/iam/inquiry/called';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { whoCan } from '../../../../policies/iam/inquiry/who-can';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { assigned, DEV, ofOps, OPERATORS, OPS, PROD, rolesOf } from '../../model/identity/reading/identity-center/portal';
import { resource, universeOf as documentsOf, unknown } from '../../model/network/documents';
import { DELETING, lines, STOPPING } from './asking-who';
import { policyOf, universeOf } from './organization';

const CLEANS = ofOps('permission_set_inline_policy.i', { inline_policy: allowing('s3:DeleteObject') });
const LOGS = resource('aws_s3_bucket.logs', { bucket: 'logs' }, { accountId: DEV });
const PORTAL = [OPS, OPERATORS, CLEANS, LOGS];

describe('who can do something to a bucket', () => {
  it('are those who are assigned a permission set in its account, and none of another', () => {
    expect(lines([...PORTAL, assigned('dev', DEV), assigned('prod', PROD)], DELETING)).toEqual([
      'allowed net:aws_ssoadmin_account_assignment.dev on net:aws_s3_bucket.logs',
      `allowed root user of ${DEV} on net:aws_s3_bucket.logs`,
    ]);
  });

  it('are perhaps those who are assigned it in an account that is not told', () => {
    expect(lines([...PORTAL, assigned('any', unknown())], DELETING)).toContain(
      'unknown net:aws_ssoadmin_account_assignment.any on net:aws_s3_bucket.logs',
    );
  });

  it('are told by permission set, account, and to whom it is assigned', () => {
    const [found] = whoCan(Inquiry.of(documentsOf([...PORTAL, assigned('dev', DEV)])), [DELETING]);

    expect(found?.allowed.map(({ who, name }) => [who, name])).toEqual([
      [
        'net:aws_ssoadmin_account_assignment.dev',
        `permission set Ops for group Operators in ${DEV} (net:aws_ssoadmin_account_assignment.dev)`,
      ],
      [`root user of ${DEV}`, `root user of ${DEV}`],
    ]);
  });

  it('in an account are those who are assigned it there, even where the documents make nothing in that account', () => {
    const stopping = ofOps('permission_set_inline_policy.i', { inline_policy: allowing('guardduty:*') });

    expect(lines([OPS, stopping, LOGS, assigned('dev', DEV), assigned('prod', PROD)], STOPPING)).toEqual([
      'allowed root user of 111111111111 on 111111111111',
      `allowed net:aws_ssoadmin_account_assignment.dev on ${DEV}`,
      `allowed root user of ${DEV} on ${DEV}`,
      `allowed net:aws_ssoadmin_account_assignment.prod on ${PROD}`,
      `allowed root user of ${PROD} on ${PROD}`,
    ]);
  });
});

describe('people call', () => {
  const called = (...facts: readonly ResourceFact[]): string | undefined => rolesOf(facts).map(calledOf)[0];
  const to = (name: string): ResourceFact => assigned(name, DEV, { principal_type: 'USER', principal_id: name });

  it.each([
    [['a'], 'user a'],
    [['a', 'b'], 'user a and user b'],
    [['a', 'b', 'c'], 'user a, user b and user c'],
    [['a', 'b', 'c', 'd', 'e'], 'user a, user b, user c and 2 more'],
  ])('a permission set by the %j who have it: %s', (who, text) => {
    expect(called(OPS, ...who.map(to))).toBe(`permission set Ops for ${text} in ${DEV} (net:aws_ssoadmin_account_assignment.a)`);
  });

  it('one that is not told, in an account that is not told, so', () => {
    expect(called(assigned('x', unknown(), { permission_set_arn: unknown() }))).toBe(
      "a permission set that isn't told for a group who isn't told in an account that isn't told (net:aws_ssoadmin_account_assignment.x)",
    );
  });
});

describe('a claim', () => {
  const world = {
    aws_ssoadmin_permission_set: { ops: { name: 'Ops' } },
    aws_ssoadmin_permission_set_inline_policy: {
      ops: {
        permission_set_arn: '${aws_ssoadmin_permission_set.ops.arn}',
        inline_policy: policyOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }),
      },
    },
    aws_ssoadmin_account_assignment: {
      ops: {
        permission_set_arn: '${aws_ssoadmin_permission_set.ops.arn}',
        principal_type: 'GROUP',
        principal_id: 'g-1',
        target_id: '111111111111',
      },
    },
    aws_s3_bucket: { reports: { bucket: 'reports' } },
  };
  const proofs = (principal: string, kind: 'allowed' | 'denied'): unknown =>
    proveAccess(Inquiry.of(universeOf(world, [{ principal, kind }]))).map(({ holds, against, astray }) => [
      holds,
      astray ?? against.map((one) => one.principal),
    ]);
  const ROLE = 'arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_0123456789abcdef';

  it.each(['aws_ssoadmin_account_assignment.ops', 'dev:aws_ssoadmin_account_assignment.ops', ROLE])(
    'is about whoever is assigned a permission set: %s',
    (principal) => {
      expect([proofs(principal, 'allowed'), proofs(principal, 'denied')]).toEqual([[[true, []]], [[false, [principal]]]]);
    },
  );

  it('about any is about them, too', () => {
    expect(proofs('any', 'denied')).toEqual([
      [false, ['permission set Ops for group g-1 in 111111111111 (dev:aws_ssoadmin_account_assignment.ops)']],
    ]);
  });
});
