import { Template } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown, universeOf } from '../../../network/documents';
import { identityFactsOf } from '../../../../../../policies/model/identity/reading';
import { allowing, attachedShown, held } from '../../facts-text';
import { assigned, deployOf, DEV, heldInDev, ofOps, OPS, PROD, rolesOf, SET_ARN, TO_OPS } from './portal';

const INLINE = ofOps('permission_set_inline_policy.i', { inline_policy: allowing('s3:GetObject') });
const READS = 'inline aws_ssoadmin_permission_set_inline_policy.i: Allow s3:GetObject on *';
const awsPolicy = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
const managed = (name: string, more = {}): ResourceFact =>
  ofOps(`managed_policy_attachment.${name}`, { managed_policy_arn: awsPolicy(name), ...more });
const DENIES = 'aws-managed AWSDenyAll: Deny * on *';
const own = (body: Readonly<Record<string, string>>): ResourceFact['body'] => ({ customer_managed_policy_reference: [body] });

describe('whoever is assigned a permission set has', () => {
  it('its inline policy', () => {
    expect(heldInDev(INLINE)).toEqual([READS]);
  });

  it("AWS's policies that are attached to it, each once", () => {
    expect(heldInDev(managed('AWSDenyAll'), INLINE)).toEqual([READS, DENIES]);
    expect(
      heldInDev(managed('AWSDenyAll'), ofOps('managed_policy_attachment.b', { managed_policy_arn: awsPolicy('AWSDenyAll') })),
    ).toEqual([DENIES]);
  });

  it('policies that are attached to the set by its ARN in another document', () => {
    const set = resource('aws_ssoadmin_permission_set.ops', { name: 'Ops', arn: SET_ARN });
    const far = resource(
      'aws_ssoadmin_managed_policy_attachment.far',
      { permission_set_arn: SET_ARN, managed_policy_arn: awsPolicy('AWSDenyAll') },
      { stack: 'far', accountId: PROD, region: 'us-east-1' },
    );
    const [role] = rolesOf([set, assigned('x', DEV), far], 'state');

    expect(role && held(role)).toEqual([DENIES]);
  });

  it('policies that are attached to what is looked up by its name', () => {
    const looked = resource('data.aws_ssoadmin_permission_set.it', { name: 'Ops' }, { stack: 'far' });
    const far = resource('aws_ssoadmin_managed_policy_attachment.far', {
      permission_set_arn: ref('far:data.aws_ssoadmin_permission_set.it.arn'),
      managed_policy_arn: awsPolicy('AWSDenyAll'),
    });

    expect(heldInDev(looked, far)).toEqual([DENIES]);
    expect(heldInDev({ ...looked, accountId: PROD }, far)).toEqual([
      '? net:aws_ssoadmin_managed_policy_attachment.far may belong to it: it is what far:data.aws_ssoadmin_permission_set.it looks up',
    ]);
  });

  it('nothing of what is attached to another one', () => {
    const other = resource('aws_ssoadmin_permission_set.other', { name: 'Other' });

    expect(heldInDev(other, managed('AWSDenyAll', { permission_set_arn: ref('aws_ssoadmin_permission_set.other.arn') }))).toEqual(
      [],
    );
  });

  it('perhaps what is attached to a set that is not told, or as often as nobody knows', () => {
    const may = '? net:aws_ssoadmin_managed_policy_attachment.AWSDenyAll may belong to it: ';

    expect(heldInDev(managed('AWSDenyAll', { permission_set_arn: unknown('set from outside') }))).toEqual([
      `${may}it is "<not known (set from outside)>"`,
    ]);
    expect(heldInDev({ ...managed('AWSDenyAll'), repeated: unknown('count is ${var.n}') })).toEqual([`${may}count is \${var.n}`]);
  });

  it('perhaps more, where a part of its document is not read', () => {
    const [stack] = universeOf([OPS, assigned('x', DEV)]).stacks;
    const { principals } = identityFactsOf({ stacks: stack === undefined ? [] : [{ ...stack, opaque: [unknown('module.x')] }] });

    expect(principals.map(held)).toEqual([['? module.x']]);
  });
});

describe('a customer managed policy of a permission set', () => {
  const attach = ofOps('customer_managed_policy_attachment.c', own({ name: 'deploy' }));
  const inBoth = (...facts: readonly ResourceFact[]): readonly (readonly string[])[] =>
    rolesOf([OPS, assigned('dev', DEV), assigned('prod', PROD), attach, ...facts]).map(held);
  const missing = (account: string): string =>
    `managed deploy: ? what the policy deploy allows isn't told: account ${account} has none in the documents`;

  it('is that of its name in the account of the assignment, and not told where the documents have none', () => {
    expect(inBoth(deployOf(DEV, 'ec2:*'))).toEqual([['managed deploy: Allow ec2:* on *'], [missing(PROD)]]);
  });

  it('may be another in each account', () => {
    expect(inBoth(deployOf(DEV, 'ec2:*'), deployOf(PROD, 'ec2:Describe*'))).toEqual([
      ['managed deploy: Allow ec2:* on *'],
      ['managed deploy: Allow ec2:Describe* on *'],
    ]);
  });

  it('is not that of another path, nor of a name in other case', () => {
    expect(inBoth(deployOf(DEV, 'ec2:*', { path: '/ops/' }), deployOf(PROD, 'ec2:*', { name: 'Deploy' }))).toEqual([
      [missing(DEV)],
      [missing(PROD)],
    ]);
  });

  it('is that of its path', () => {
    const below = ofOps('customer_managed_policy_attachment.c', own({ name: 'deploy', path: '/ops/' }));

    expect(heldInDev(below, deployOf(DEV, 'ec2:*', { path: '/ops/' }))).toEqual(['managed deploy: Allow ec2:* on *']);
    expect(heldInDev(below, deployOf(DEV, 'ec2:*'))).toEqual([
      `managed ops/deploy: ? what the policy ops/deploy allows isn't told: account ${DEV} has none in the documents`,
    ]);
  });

  it('may be told by reference', () => {
    const named = ofOps('customer_managed_policy_attachment.c', {
      customer_managed_policy_reference: [{ name: ref(`in-${DEV}:aws_iam_policy.deploy.name`) }],
    });

    expect(heldInDev(named, deployOf(DEV, 'ec2:*'))).toEqual(['managed deploy: Allow ec2:* on *']);
  });

  it.each<[string, ...ResourceFact[]]>([
    ['whose name only apply tells', deployOf(DEV, 'ec2:*', { name: unknown() })],
    ['that is there as often as nobody knows', { ...deployOf(DEV, 'ec2:*'), repeated: unknown() }],
    ['of an account that is not told', (({ accountId: _none, ...fact }) => fact)(deployOf(DEV, 'ec2:*'))],
    ['that another document has too', deployOf(DEV, 'ec2:*'), { ...deployOf(DEV, 's3:*'), key: 'far:deploy', stack: 'far' }],
  ])('may be one %s, and is not told then', (_which, ...facts) => {
    expect(heldInDev(attach, ...facts)).toEqual([
      `managed deploy: ? what the policy deploy allows isn't told: it may be in-${DEV}:aws_iam_policy.deploy`,
    ]);
  });

  it('whose name only apply tells is not surely another one whose name only apply tells', () => {
    const name = new Template(['deploy-', unknown('a suffix')]);
    const named = ofOps('customer_managed_policy_attachment.c', { customer_managed_policy_reference: [{ name }] });

    expect(heldInDev(named, deployOf(DEV, 'ec2:*', { name }))).toEqual([
      `managed deploy-<not known (a suffix)>: ? what the policy deploy-<not known (a suffix)> allows isn't told: it may be in-${DEV}:aws_iam_policy.deploy`,
    ]);
  });

  it('of an account that is not told is not told', () => {
    const [role] = rolesOf([OPS, assigned('x', unknown()), attach, deployOf(DEV, 'ec2:*')]);

    expect(role && held(role)).toEqual([
      "managed deploy: ? what the policy deploy allows isn't told: the account whose policy it is isn't told",
    ]);
  });

  it('that names none is not told', () => {
    const called = '<not known (net:aws_ssoadmin_customer_managed_policy_attachment.c names no policy)>';

    expect(heldInDev(ofOps('customer_managed_policy_attachment.c', {}))).toEqual([
      `managed ${called}: ? what the policy ${called} allows isn't told: account ${DEV} has none in the documents`,
    ]);
  });
});

describe('the boundary of a permission set is', () => {
  const boundaryOf = (...facts: readonly ResourceFact[]): string | undefined => {
    const [role] = rolesOf([OPS, assigned('x', DEV), ...facts]);
    return role?.boundary && attachedShown(role.boundary);
  };
  const limit = (block: ResourceFact['body'], name = 'b'): ResourceFact =>
    ofOps(`permissions_boundary_attachment.${name}`, { permissions_boundary: [block] });

  it('none where none is attached', () => {
    expect(boundaryOf()).toBeUndefined();
  });

  it("a policy of AWS's", () => {
    expect(boundaryOf(limit({ managed_policy_arn: awsPolicy('AWSDenyAll') }))).toBe(DENIES);
  });

  it("a customer's, which is that of the account", () => {
    expect(boundaryOf(limit(own({ name: 'deploy' })), deployOf(DEV, 'ec2:*'))).toBe('managed deploy: Allow ec2:* on *');
    expect(boundaryOf(limit(own({ name: 'deploy' })), deployOf(PROD, 'ec2:*'))).toContain(`account ${DEV} has none`);
  });

  it('not told where two take its place', () => {
    const two = [limit({ managed_policy_arn: awsPolicy('AWSDenyAll') }), limit(own({ name: 'deploy' }), 'c')];

    expect(boundaryOf(...two)).toBe("aws-managed AWSDenyAll: ? AWSDenyAll and deploy take each other's place");
  });
});

describe('of a permission set is in doubt', () => {
  it('an inline policy that two resources set', () => {
    const other = ofOps('permission_set_inline_policy.j', { inline_policy: allowing('s3:*') });
    const why =
      "aws_ssoadmin_permission_set_inline_policy.i and aws_ssoadmin_permission_set_inline_policy.j take each other's place";

    expect(heldInDev(INLINE, other)).toEqual([
      `inline aws_ssoadmin_permission_set_inline_policy.i: ? ${why}`,
      `inline aws_ssoadmin_permission_set_inline_policy.j: ? ${why}`,
      `? ${why}`,
      `? ${why}`,
    ]);
  });

  it('a policy that a list takes away which does not hold it', () => {
    const list = ofOps('managed_policy_attachments_exclusive.l', { managed_policy_arns: [awsPolicy('AWSDenyAll')] });
    const why =
      "net:aws_ssoadmin_managed_policy_attachments_exclusive.l takes away what it doesn't list, and may not list SecurityAudit";

    expect(heldInDev(list, managed('AWSDenyAll'), INLINE)).toEqual([READS, DENIES]);
    expect(heldInDev(list, managed('SecurityAudit'))).toEqual([`aws-managed SecurityAudit: ? ${why}`, DENIES, `? ${why}`]);
  });

  it("a customer's policy that a list takes away, and none of AWS's by that list", () => {
    const list = ofOps('customer_managed_policy_attachments_exclusive.l', own({ name: 'deploy' }));
    const other = ofOps('customer_managed_policy_attachment.c', own({ name: 'other' }));
    const why =
      "net:aws_ssoadmin_customer_managed_policy_attachments_exclusive.l takes away what it doesn't list, and may not list other";

    expect(heldInDev(list, managed('AWSDenyAll'), deployOf(DEV, 'ec2:*'))).toEqual([DENIES, 'managed deploy: Allow ec2:* on *']);
    expect(heldInDev(list, other, deployOf(DEV, 'ec2:*'))).toEqual([
      `managed other: ? ${why}`,
      'managed deploy: Allow ec2:* on *',
      `? ${why}`,
    ]);
  });

  it('what a resource gives that says nothing of it', () => {
    expect(heldInDev(ofOps('permission_set_inline_policy.i', {}), ofOps('managed_policy_attachment.m', {}))).toEqual([
      'inline aws_ssoadmin_permission_set_inline_policy.i: ? net:aws_ssoadmin_permission_set_inline_policy.i has no text',
      expect.stringContaining('net:aws_ssoadmin_managed_policy_attachment.m names no policy'),
    ]);
  });
});

it('a set that nobody names is read all the same: its inline policy is checked as a text', () => {
  const { policies } = identityFactsOf(universeOf([OPS, INLINE]));

  expect(policies.map(({ kind, fact }) => [kind, fact.body.permission_set_arn])).toEqual([
    ['permission-set', TO_OPS.permission_set_arn],
  ]);
});
