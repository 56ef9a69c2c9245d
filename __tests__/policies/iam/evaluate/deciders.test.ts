import { decide } from '../../../../policies/iam/evaluate/decide';
import type { PolicySet } from '../../../../policies/iam/policy-set';
import type { AccessRequest } from '../../../../policies/iam/request';
import { Template, Unknown } from '../../../../policies/model/term';
import { ask, said, named, unknown, admin, byMfa, ALL, HOME, OTHER, REQUEST, root, opened } from './asking';

describe('who decides where several do', () => {
  const role = `arn:aws:iam::${HOME}:role/deploy`;
  const deploy: Partial<AccessRequest> = {
    caller: { kind: 'role-session', arn: `arn:aws:sts::${HOME}:assumed-role/deploy/x`, accountId: HOME, roleArn: role },
  };
  const narrow = named('narrow', { Effect: 'Allow', Action: 'ec2:*', Resource: '*' });
  const toRole = named('role', { Effect: 'Allow', Principal: { AWS: role }, ...ALL, Condition: byMfa });
  const bob = { caller: { kind: 'user' as const, arn: `arn:aws:iam::${OTHER}:user/bob`, accountId: OTHER } };
  const grant = {
    key: 'dev:aws_kms_grant.x',
    granteeArn: REQUEST.caller.arn,
    actions: ['s3:PutObject', 's3:GetObject'],
    constrained: false,
  };
  const { resourceAccountId: _told, ...untold } = REQUEST;

  it.each<[string, Partial<PolicySet>, Partial<AccessRequest>, string]>([
    [
      'a limit that surely denies goes before one that is not known',
      { identity: [admin], boundary: unknown('edge', 'a'), session: [narrow] },
      {},
      "denied by session: the session policy narrow doesn't allow it",
    ],
    [
      'a limit that is not known takes nothing from what nobody allows',
      { scp: [[unknown('far', 'a')]] },
      {},
      "denied by identity: no policy of the caller's allows it",
    ],
    [
      'what a role may be given is limited by its boundary',
      { resource: [toRole], boundary: narrow },
      deploy,
      "denied by identity: no policy of the caller's allows it",
    ],
    [
      'what a role may be given is not known',
      { resource: [toRole] },
      deploy,
      "unknown by resource: whether statement 1 of role allows it isn't known: aws:MultiFactorAuthPresent isn't known",
    ],
    [
      'a key that opens to nobody goes before policies of the caller',
      { resourceKind: 'kms' },
      {},
      'denied by resource: no policy of the resource allows it',
    ],
    [
      'who is not named is denied, whatever the condition comes to',
      { resource: [toRole] },
      {},
      "denied by identity: no policy of the caller's allows it",
    ],
    [
      'across accounts both',
      { identity: [admin], resource: [opened(OTHER)] },
      bob,
      'allowed by identity and resource: both accounts allow it: statement 1 of admin allows it, and a policy of the resource does',
    ],
    [
      'what a policy allows, before a grant',
      { identity: [admin], grants: [grant] },
      {},
      'allowed by identity: statement 1 of admin allows it',
    ],
    ['a grant, by one of its actions', { grants: [grant] }, {}, 'allowed by grant: the grant dev:aws_kms_grant.x allows it'],
    [
      'perhaps a grant with constraints',
      { grants: [{ ...grant, constrained: true }] },
      {},
      "unknown by grant: whether the grant dev:aws_kms_grant.x allows it isn't known",
    ],
    [
      'perhaps a grant to whom only apply tells',
      { grants: [{ ...grant, granteeArn: new Template([new Unknown('x')]) }] },
      {},
      "unknown by grant: whether the grant dev:aws_kms_grant.x allows it isn't known",
    ],
    [
      'no grant to another',
      { grants: [{ ...grant, granteeArn: `${REQUEST.caller.arn as string}x` }] },
      {},
      "denied by identity: no policy of the caller's allows it",
    ],
    [
      'perhaps a grant across accounts',
      { grants: [grant] },
      { resourceAccountId: OTHER },
      "unknown by grant: whether the grant dev:aws_kms_grant.x allows it isn't known",
    ],
    [
      'perhaps a grant under a boundary',
      { grants: [grant], boundary: narrow },
      {},
      "unknown by grant: whether the grant dev:aws_kms_grant.x allows it isn't known",
    ],
  ])('%s', (_what, set, request, answer) => {
    expect(said(set, request)).toBe(answer);
  });

  it.each([
    ["the caller's", REQUEST.caller],
    ["neither the caller's nor the resource's", { kind: 'user' as const, arn: REQUEST.caller.arn }],
  ])('%s account alone is told: whether both are one is not known', (_whose, caller) => {
    const set = { identity: [admin], resource: [], resourceKind: 'other' as const, grants: [grant], doubts: [] };

    expect(decide({ ...set, grants: [] }, { ...untold, caller })).toEqual({
      decision: 'unknown',
      by: 'resource',
      why: "whether caller and resource are of one account isn't known",
    });
    expect(decide({ ...set, identity: [] }, { ...untold, caller }).decision).toBe('unknown');
  });

  it('an account of the caller that is not told may be that of the resource or not, unless both are surely one', () => {
    const set = { identity: [admin], resource: [], resourceKind: 'other' as const, grants: [], doubts: [] };
    const caller = { kind: 'user' as const, arn: REQUEST.caller.arn };

    expect(decide(set, { ...REQUEST, caller }).decision).toBe('unknown');
    expect(decide(set, { ...untold, caller, isOwn: true }).decision).toBe('allowed');
  });

  it("a key that perhaps opens to the account gives nothing that the caller's policies don't", () => {
    const perhaps = named('perhaps', { Effect: 'Allow', Principal: { AWS: HOME }, ...ALL, Condition: byMfa });

    expect(said({ resourceKind: 'kms', resource: [perhaps] })).toBe("denied by identity: no policy of the caller's allows it");
  });

  it("across accounts the statement is the caller's, and the resource's where a root user needs none", () => {
    expect(ask({ identity: [admin], resource: [opened(OTHER)] }, bob).statement?.policy.name).toBe('admin');
    expect(ask({ resource: [opened(OTHER)] }, { caller: root(OTHER) }).statement).toMatchObject({ index: 0, sid: 'Open' });
  });
});
