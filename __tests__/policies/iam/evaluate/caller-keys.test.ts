import { findFilledIn } from '../../../../policies/iam/evaluate/caller-keys';
import type { AccessRequest, Caller, ContextValue } from '../../../../policies/iam/request';
import { Reference, Template, Unknown } from '../../../../policies/model/term';

const HOME = '111111111111';
const ROLE = `arn:aws:iam::${HOME}:role/team/deploy`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/deploy/work`;

function said(caller: Caller, key: string, more: Partial<AccessRequest> = {}): ContextValue | undefined {
  return findFilledIn({ caller, action: 's3:GetObject', resource: '*', context: new Map(), ...more }, key);
}
const hidden = (why: string): ContextValue => [new Template([new Unknown(why)])];

const OF_CALLERS = [
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:principalorgid',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:userid',
  'aws:username',
];
const OF_SERVICES = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];

/** What is said by each key; what isn't there isn't known. */
const all = (caller: Caller, keys = OF_CALLERS): Record<string, ContextValue> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = said(caller, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );

const user: Caller = { kind: 'user', arn: `arn:aws:iam::${HOME}:user/ops/alice`, accountId: HOME };
const root: Caller = { kind: 'root', arn: `arn:aws:iam::${HOME}:root`, accountId: HOME };
const session: Caller = { kind: 'role-session', arn: SESSION, roleArn: ROLE, accountId: HOME };
const service: Caller = { kind: 'service', arn: 'sns.amazonaws.com' };
const federated: Caller = { kind: 'federated', arn: 'accounts.google.com' };
const anonymous: Caller = { kind: 'anonymous', arn: '' };

const NO_SERVICE = { 'aws:principalisawsservice': ['false'], 'aws:principalservicename': 'absent' };

describe('of a caller AWS fills in, and of its organisation and id nothing is known', () => {
  it('of a user its ARN, account, type, and its name without the path', () => {
    expect(all(user)).toEqual({
      ...NO_SERVICE,
      'aws:principalarn': [user.arn],
      'aws:principalaccount': [HOME],
      'aws:principaltype': ['User'],
      'aws:username': ['alice'],
    });
  });

  it("of a role's session the role's ARN, and no user's name", () => {
    expect(all(session)).toEqual({
      ...NO_SERVICE,
      'aws:principalarn': [ROLE],
      'aws:principalaccount': [HOME],
      'aws:principaltype': ['AssumedRole'],
      'aws:username': 'absent',
    });
  });

  it('of the root user its ARN, account, type, and no name', () => {
    expect(all(root)).toEqual({
      ...NO_SERVICE,
      'aws:principalarn': [root.arn],
      'aws:principalaccount': [HOME],
      'aws:principaltype': ['Account'],
      'aws:username': 'absent',
    });
  });

  it('of a service its name, no organisation, and no name of a user', () => {
    expect(all(service)).toEqual({
      'aws:principalisawsservice': ['true'],
      'aws:principalservicename': ['sns.amazonaws.com'],
      'aws:principalorgid': 'absent',
      'aws:username': 'absent',
    });
  });

  it('of one whom a provider vouches for that it is no service and no user', () => {
    expect(all(federated)).toEqual({ ...NO_SERVICE, 'aws:username': 'absent' });
  });

  it('of nobody in particular that it is anonymous', () => {
    expect(all(anonymous)).toEqual({
      'aws:principalisawsservice': 'absent',
      'aws:principalservicename': 'absent',
      'aws:principalarn': 'absent',
      'aws:principalaccount': ['anonymous'],
      'aws:principaltype': ['Anonymous'],
      'aws:principalorgid': 'absent',
      'aws:userid': ['anonymous'],
      'aws:username': 'absent',
    });
  });
});

describe('what of a caller is there and is not known', () => {
  it("is the account and the role's ARN of a session of which they aren't told", () => {
    const bare: Caller = { kind: 'role-session', arn: SESSION };

    expect(said(bare, 'aws:principalarn')).toEqual(hidden("the role's ARN isn't known"));
    expect(said(bare, 'aws:principalaccount')).toEqual(hidden("the caller's account isn't known"));
  });

  const name = new Reference([{ key: 'dev:aws_iam_user.alice', attribute: 'name' }]);
  it.each([
    ['hidden where its ARN ends in what only apply tells', new Template(['arn:aws:iam::1:user/', name]), undefined],
    ['hidden where the known end may be a part of it', new Template(['arn:aws:iam::1:user/', name, 'x']), undefined],
    ['what stands behind the last slash of the known end', new Template(['arn:aws:iam::', name, ':user/ops/bob']), ['bob']],
  ])("a user's name is %s", (_what, arn, told) => {
    expect(said({ kind: 'user', arn }, 'aws:username')).toEqual(told ?? hidden("the user's name isn't known"));
  });
});

describe('of a request', () => {
  it('what services say of whom they act for is absent unless a service asks', () => {
    expect(all(user, OF_SERVICES)).toEqual(Object.fromEntries(OF_SERVICES.map((key) => [key, 'absent'])));
    expect(all(service, OF_SERVICES)).toEqual({});
  });

  it.each([
    ['s3:GetObject', [HOME]],
    ['ebs:ListSnapshotBlocks', undefined],
    ['events:PutEvents', undefined],
    ['iotevents:ListInputs', [HOME]],
    ['route53:GetZone', undefined],
    ['WorkSpaces:Describe', undefined],
    ['ec2:CopyImage', undefined],
    ['ec2:CreateVolume', undefined],
    ['ec2:CreateVpcPeeringConnection', undefined],
    ['ec2:CreateTransitGatewayPeeringAttachment', undefined],
    ['ec2:DescribeInstances', [HOME]],
  ])('%s says whose the resource is, where AWS says it: %j', (action, told) => {
    expect(said(user, 'aws:resourceaccount', { action, resourceAccountId: HOME })).toEqual(told);
  });

  it("nothing says whose the resource is where that isn't told", () => {
    expect(said(user, 'aws:resourceaccount')).toBeUndefined();
  });

  it.each<[string, Caller, ContextValue | undefined]>([
    ['kms:Decrypt', user, [HOME]],
    ['KMS:Decrypt', user, [HOME]],
    ['xkms:Decrypt', user, undefined],
    ['s3:GetObject', user, undefined],
    ['kms:Decrypt', service, undefined],
  ])('kms:CallerAccount of %s by %j is %j', (action, caller, told) => {
    expect(said(caller, 'kms:calleraccount', { action })).toEqual(told);
    expect(said(caller, 'kms:viaservice', { action })).toBeUndefined();
  });
});
