import { documentsOf } from '../../../universe';
import { chapterOf, rowsOf, textOf } from './chapter';

const SET = '${aws_ssoadmin_permission_set.ops.arn}';
const TRUST = 'Who may assume which role, and on which conditions';
const DELETING = 'Who can delete what a bucket holds';

function policyOf(...actions: readonly string[]): string {
  const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

function account(id: string, resource: object): object {
  return { provider: { aws: { region: 'eu-west-1', allowed_account_ids: [id] } }, resource };
}

const bucketOf = (id: string, more: object = {}): object =>
  account(id, { aws_s3_bucket: { own: { bucket: `own-${id}` } }, ...more });
const to = (target: string, more: object = {}): object => {
  return { permission_set_arn: SET, principal_type: 'GROUP', principal_id: 'g-1', target_id: target, ...more };
};

/** The chapter on an organisation that assigns the permission set Ops in two accounts, each with a bucket. */
function chapter(actions: readonly string[], assignments: object, dev: object = {}): string {
  const portal = {
    aws_ssoadmin_permission_set: { ops: { name: 'Ops' } },
    aws_ssoadmin_permission_set_inline_policy: { ops: { permission_set_arn: SET, inline_policy: policyOf(...actions) } },
    aws_ssoadmin_account_assignment: assignments,
  };
  const stacks = { sso: account('111111111111', portal), dev: bucketOf('222222222222', dev), prod: bucketOf('333333333333') };
  return chapterOf({ stacks: documentsOf(stacks as never) });
}

const BOTH = { dev: to('222222222222'), prod: to('333333333333') };

describe('permission sets in the report', () => {
  it('can do a sensitive operation, each in its account, told once for both', () => {
    const rows = rowsOf(chapter(['s3:DeleteObject'], BOTH), DELETING).filter(([who = '']) => who.includes('permission set'));

    expect(rows.map(([who, can, , on]) => [who, can, on])).toEqual([
      [
        'permission set Ops for group g-1 in 222222222222 (sso:aws_ssoadmin_account_assignment.dev); permission set Ops for group g-1 in 333333333333 (sso:aws_ssoadmin_account_assignment.prod) each in their own account',
        'may',
        'dev:aws_s3_bucket.own; prod:aws_s3_bucket.own',
      ],
    ]);
  });

  it('stand apart where they are assigned to others', () => {
    const assignments = { ...BOTH, prod: to('333333333333', { principal_id: 'g-2' }) };
    const rows = rowsOf(chapter(['s3:DeleteObject'], assignments), DELETING).map(([who = '']) => who);

    expect(rows.filter((who) => who.startsWith('permission set Ops for group g-'))).toHaveLength(2);
  });

  it('are assumed by those who are assigned them', () => {
    const assignments = { ...BOTH, ann: to('222222222222', { principal_type: 'USER', principal_id: 'u-1' }) };

    expect(rowsOf(chapter(['s3:GetObject'], assignments), TRUST)).toEqual([
      [
        'permission set Ops for group g-1 and user u-1 in 222222222222 (sso:aws_ssoadmin_account_assignment.dev)',
        'group g-1',
        'assigned by IAM Identity Center',
        'may',
        '',
      ],
      [
        'permission set Ops for group g-1 and user u-1 in 222222222222 (sso:aws_ssoadmin_account_assignment.dev)',
        'user u-1',
        'assigned by IAM Identity Center',
        'may',
        '',
      ],
      [
        'permission set Ops for group g-1 in 333333333333 (sso:aws_ssoadmin_account_assignment.prod)',
        'group g-1',
        'assigned by IAM Identity Center',
        'may',
        '',
      ],
    ]);
  });

  it('are perhaps assumed by those of whom nobody knows how many there are', () => {
    const [row] = rowsOf(chapter(['s3:GetObject'], { dev: to('222222222222', { count: '${var.n}' }) }), TRUST);

    expect(row?.slice(1)).toEqual([
      'group g-1',
      'assigned by IAM Identity Center',
      'unknown',
      "how many there are isn't known: count is not known (it is set from outside: ${var.n})",
    ]);
  });

  it('are drawn once for all accounts, by the names that people know', () => {
    const markup = chapter(['s3:GetObject'], BOTH);
    const [drawing = ''] = /<svg class="trust".*?<\/svg>/s.exec(markup) ?? [];

    expect(textOf(drawing)).toContain('group g-1 assigned by IAM Identity Center');
    expect(textOf(drawing)).toContain('permission set Ops (2 alike) in 2 accounts');
  });

  it('that a trust policy names by the digits that only AWS tells are called by their names there too', () => {
    const arn = 'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_0123456789abcdef';
    const Statement = [{ Effect: 'Allow', Principal: { AWS: arn }, Action: 'sts:AssumeRole' }];
    const assume_role_policy = JSON.stringify({ Version: '2012-10-17', Statement });
    const [row] = rowsOf(chapter(['s3:GetObject'], BOTH, { aws_iam_role: { app: { name: 'app', assume_role_policy } } }), TRUST);

    expect(row).toEqual([
      'dev:aws_iam_role.app',
      'permission set Ops for group g-1 in 222222222222 (sso:aws_ssoadmin_account_assignment.dev)',
      'users and roles',
      'may',
      '',
    ]);
  });

  it('come by all rights by ways that are told with their names', () => {
    const Statement = [{ Effect: 'Allow', Principal: { AWS: '222222222222' }, Action: 'sts:AssumeRole' }];
    const assume_role_policy = JSON.stringify({ Version: '2012-10-17', Statement });
    const dev = {
      aws_iam_role: { admin: { name: 'admin', assume_role_policy } },
      aws_iam_role_policy: { admin: { role: 'admin', name: 'all', policy: policyOf('*') } },
    };
    const caption = 'Ways to all rights: 1 of 3 users, roles and members of groups have or may have one';
    const [row] = rowsOf(chapter(['sts:AssumeRole'], BOTH, dev), caption);

    expect(row?.slice(0, 3)).toEqual([
      'permission set Ops for group g-1 in 222222222222 (sso:aws_ssoadmin_account_assignment.dev)',
      'role',
      'comes by all rights',
    ]);
  });
});
