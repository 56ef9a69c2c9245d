import { federated, HOME, OTHER, rootUser, session, user } from './callers';
import { evaluate, type Policies } from './evaluate';
import type { PolicyJson, StatementJson } from './policy-json';
import type { Caller, Request } from './request';

const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/1';
const ROLE = 'arn:aws:iam::111111111111:role/deploy';

const allow = (action: string, more: Partial<StatementJson> = {}): PolicyJson => ({
  Version: '2012-10-17',
  Statement: { Sid: 'Allow', Effect: 'Allow', Action: action, Resource: '*', ...more },
});
const grant = (action: string, principal: NonNullable<StatementJson['Principal']>): PolicyJson =>
  allow(action, { Sid: 'Grant', Principal: principal });

function answer(policies: Policies, request: Request): string {
  const { decision, by, sid } = evaluate(policies, request);
  return `${decision} by ${by}${sid === undefined ? '' : `: ${sid}`}`;
}
const decrypt = (principal: Caller): Request => ({ principal, action: 'kms:Decrypt', resource: KEY, resourceAccountId: HOME });
const get = (principal: Caller): Request => ({
  principal,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::logs/a',
  resourceAccountId: HOME,
});
const assume = (principal: Caller, action = 'sts:AssumeRole'): Request => ({
  principal,
  action,
  resource: ROLE,
  resourceAccountId: HOME,
});

describe('across accounts both sides must allow', () => {
  const reader = session('reader', 'work', OTHER);

  it.each([
    ['both, by the account', [allow('s3:*')], [grant('s3:*', { AWS: OTHER })], 'allowed by identity and resource: Allow'],
    ['both, by the role', [allow('s3:*')], [grant('s3:*', { AWS: reader.roleArn! })], 'allowed by identity and resource: Allow'],
    ['only the resource', [], [grant('s3:*', { AWS: reader.arn })], 'denied by identity'],
    ['only the resource, for everybody', [], [grant('s3:*', '*')], 'denied by identity'],
    ['only the identity', [allow('s3:*')], [], 'denied by resource'],
    ['the resource for its own account', [allow('s3:*')], [grant('s3:*', { AWS: HOME })], 'denied by resource'],
  ])('%s', (_who, identity, resource, expected) => {
    expect(answer({ identity, resource }, get(reader))).toBe(expected);
  });

  it('and the boundary limits whoever is named', () => {
    const policies = { identity: [allow('s3:*')], boundary: allow('ec2:*'), resource: [grant('s3:*', { AWS: reader.arn })] };

    expect(answer(policies, get(reader))).toBe('denied by boundary');
  });

  it("and a root user needs the other account's word only", () => {
    expect(answer({ resource: [grant('s3:*', { AWS: OTHER })] }, get(rootUser(OTHER)))).toBe(
      'allowed by identity and resource: Grant',
    );
    expect(answer({}, get(rootUser(OTHER)))).toBe('denied by resource');
  });
});

describe('a key: nobody gets in without its own policy, not the root user either', () => {
  it.each([
    ['identity alone', user('alice'), [allow('kms:*')], [], 'denied by resource'],
    [
      'the key names the user',
      user('alice'),
      [],
      [grant('kms:Decrypt', { AWS: user('alice').arn })],
      'allowed by resource: Grant',
    ],
    ['the key names the account', user('alice'), [], [grant('kms:*', { AWS: HOME })], 'denied by identity'],
    [
      'the account, and the identity',
      user('alice'),
      [allow('kms:*')],
      [grant('kms:*', { AWS: HOME })],
      'allowed by identity: Allow',
    ],
    [
      'the account for another action',
      user('alice'),
      [allow('kms:*')],
      [grant('kms:Encrypt', { AWS: HOME })],
      'denied by resource',
    ],
    ['the key names the role', session('deploy'), [], [grant('kms:Decrypt', { AWS: ROLE })], 'allowed by resource: Grant'],
    ['the root user alone', rootUser(), [], [], 'denied by resource'],
    ['the root user, and the account', rootUser(), [], [grant('kms:*', { AWS: HOME })], 'allowed by resource: Grant'],
  ])('%s', (_who, caller, identity, resource, expected) => {
    expect(answer({ identity, resource, resourceKind: 'kms' }, decrypt(caller))).toBe(expected);
  });

  it('of another account lets in whom both sides allow', () => {
    const caller = session('reader', 'work', OTHER);
    const resource = [grant('kms:Decrypt', { AWS: OTHER })];

    expect(answer({ resource, resourceKind: 'kms' }, decrypt(caller))).toBe('denied by identity');
    expect(answer({ resource, identity: [allow('kms:Decrypt')], resourceKind: 'kms' }, decrypt(caller))).toBe(
      'allowed by identity and resource: Allow',
    );
  });
});

describe("a role's trust: nobody takes it up without", () => {
  const trust = (principal: NonNullable<StatementJson['Principal']>, action = 'sts:AssumeRole'): PolicyJson => ({
    Version: '2012-10-17',
    Statement: { Sid: 'Trust', Effect: 'Allow', Principal: principal, Action: action },
  });

  it.each([
    ['identity alone', user('alice'), [allow('sts:*')], [], 'denied by resource'],
    ['the trust names the user', user('alice'), [], [trust({ AWS: user('alice').arn })], 'allowed by resource: Trust'],
    ['the trust names the account', user('alice'), [], [trust({ AWS: HOME })], 'denied by identity'],
    ['the account, and the identity', user('alice'), [allow('sts:*')], [trust({ AWS: HOME })], 'allowed by identity: Allow'],
    ['another account, and its identity', user('eve', OTHER), [allow('sts:*')], [trust({ AWS: HOME })], 'denied by resource'],
    [
      'the other account is named',
      user('eve', OTHER),
      [allow('sts:*')],
      [trust({ AWS: OTHER })],
      'allowed by identity and resource: Allow',
    ],
  ])('%s', (_who, caller, identity, resource, expected) => {
    expect(answer({ identity, resource, resourceKind: 'trust' }, assume(caller))).toBe(expected);
  });

  it('takes a web identity of the provider, with its subject', () => {
    const provider = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
    const subject = { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/shop:*' } };
    const document = trust({ Federated: provider }, 'sts:AssumeRoleWithWebIdentity');
    const resource = [{ ...document, Statement: { ...(document.Statement as StatementJson), Condition: subject } }];
    const ask = (sub: string): string =>
      answer(
        { resource, resourceKind: 'trust' },
        {
          ...assume(federated(provider), 'sts:AssumeRoleWithWebIdentity'),
          context: { 'token.actions.githubusercontent.com:sub': sub },
        },
      );

    expect(ask('repo:acme/shop:ref:refs/heads/main')).toBe('allowed by resource: Trust');
    expect(ask('repo:acme/shop-fork:ref:refs/heads/main')).toBe('denied by resource');
  });
});
