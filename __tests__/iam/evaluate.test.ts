import { HOME, NOBODY, rootUser, service, session, user } from './callers';
import { evaluate, type Policies } from './evaluate';
import type { PolicyJson, StatementJson } from './policy-json';
import type { Caller, Request } from './request';

const BUCKET = 'arn:aws:s3:::logs';
const OBJECT = `${BUCKET}/a`;

const policy = (...statements: Partial<StatementJson>[]): PolicyJson => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
});
const allow = (action: string, more: Partial<StatementJson> = {}): PolicyJson =>
  policy({ Sid: 'Allow', Action: action, Resource: '*', ...more });
const deny = (action: string, more: Partial<StatementJson> = {}): PolicyJson =>
  policy({ Sid: 'Deny', Effect: 'Deny', Action: action, Resource: '*', ...more });
const grant = (principal: StatementJson['Principal'], more: Partial<StatementJson> = {}): PolicyJson =>
  policy({ Sid: 'Grant', Principal: principal!, Action: 's3:GetObject', Resource: `${BUCKET}/*`, ...more });

const get = (principal: Caller, more: Partial<Request> = {}): Request => ({
  principal,
  action: 's3:GetObject',
  resource: OBJECT,
  resourceAccountId: HOME,
  ...more,
});
/** `allowed by identity: Allow`. */
function answer(policies: Policies, request: Request = get(user('alice'))): string {
  const { decision, by, sid } = evaluate(policies, request);
  return `${decision} by ${by}${sid === undefined ? '' : `: ${sid}`}`;
}

describe('"by default, all requests are denied", and an explicit deny ends it', () => {
  it('denies what nobody allows', () => {
    expect(answer({})).toBe('denied by identity');
  });

  it('allows what the identity may', () => {
    expect(answer({ identity: [allow('s3:*')] })).toBe('allowed by identity: Allow');
  });

  it.each([
    ['identity', { identity: [allow('*'), deny('s3:*')] }],
    ['boundary', { identity: [allow('*')], boundary: deny('s3:*') }],
    ['session', { identity: [allow('*')], session: deny('s3:*') }],
    ['resource', { identity: [allow('*')], resource: [deny('s3:*', { Principal: '*' })] }],
    ['scp', { identity: [allow('*')], scp: [[allow('*')], [allow('*'), deny('s3:*')]] }],
    ['rcp', { identity: [allow('*')], rcp: [[allow('*', { Principal: '*' }), deny('s3:*', { Principal: '*' })]] }],
    ['endpoint', { identity: [allow('*')], endpoint: deny('s3:*', { Principal: '*' }) }],
  ])('denies what one policy denies, whatever the others allow: %s', (_place, policies) => {
    expect(answer(policies)).toBe('denied by explicit deny: Deny');
  });

  it('lets the root user do everything but what is denied', () => {
    expect(answer({}, get(rootUser()))).toBe('allowed by root user');
    expect(answer({ resource: [deny('s3:*', { Principal: '*' })] }, get(rootUser()))).toBe('denied by explicit deny: Deny');
    expect(answer({ scp: [[allow('ec2:*')]] }, get(rootUser()))).toBe('denied by scp');
  });
});

describe('what a statement is about', () => {
  it.each([
    ['Action by any case', { Action: 'S3:getOBJECT' }, true],
    ['Action by wildcard', { Action: 's3:Get*' }, true],
    ['another Action', { Action: 's3:PutObject' }, false],
    ['NotAction of others', { NotAction: 's3:Put*' }, true],
    ['NotAction of this', { NotAction: 's3:get*' }, false],
    ['Resource by wildcard', { Resource: `${BUCKET}/*` }, true],
    ['Resource in another case', { Resource: `${BUCKET}/A` }, false],
    ['the bucket for its object', { Resource: BUCKET }, false],
    ['NotResource of others', { NotResource: `${BUCKET}/b` }, true],
    ['NotResource of this', { NotResource: `${BUCKET}/*` }, false],
    ['a variable in the Resource', { Resource: `${BUCKET}/\${aws:PrincipalTag/folder}` }, true],
    ['a variable without a value', { Resource: `${BUCKET}/*\${aws:PrincipalTag/team}` }, false],
  ])('%s: %j %s', (_what, part, applies) => {
    const all = { ...('NotAction' in part ? {} : { Action: '*' }), ...('NotResource' in part ? {} : { Resource: '*' }), ...part };
    const request = get(user('alice'), { context: { 'aws:PrincipalTag/folder': 'a' } });

    expect(evaluate({ identity: [policy(all)] }, request).decision).toBe(applies ? 'allowed' : 'denied');
  });

  it('expands no variable in a policy of the old version, or of none', () => {
    const statement = { Effect: 'Allow', Action: '*', Resource: `${BUCKET}/\${aws:PrincipalTag/folder}` };
    const request = get(user('alice'), { context: { 'aws:PrincipalTag/folder': 'a' } });
    const decisions = ['2012-10-17', '2008-10-17', undefined].map((version) => {
      const document = { ...(version === undefined ? {} : { Version: version }), Statement: statement };
      return evaluate({ identity: [document] }, request).decision;
    });

    expect(decisions).toEqual(['allowed', 'denied', 'denied']);
  });

  it('is refused where IAM knows no such part', () => {
    const misspelt = { ...allow('*'), Statement: [{ Effect: 'Allow', Action: '*', Resources: '*' } as StatementJson] };

    expect(() => evaluate({ identity: [misspelt] }, get(user('alice')))).toThrow('IAM knows no Resources in a statement');
  });

  it('is refused where a policy of an identity names principals', () => {
    expect(() => evaluate({ identity: [grant('*')] }, get(user('alice')))).toThrow(
      'Grant: only the policy of a resource names principals',
    );
  });
});

describe('boundaries, sessions and organisations limit and give nothing', () => {
  it.each([
    ['boundary', { boundary: allow('ec2:*') }, 'denied by boundary'],
    ['session', { session: allow('ec2:*') }, 'denied by session'],
    ['one level of scp', { scp: [[allow('*')], [allow('ec2:*')]] }, 'denied by scp'],
    ['one level of rcp', { rcp: [[allow('ec2:*', { Principal: '*' })]] }, 'denied by rcp'],
    ['endpoint', { endpoint: allow('ec2:*', { Principal: '*' }) }, 'denied by endpoint'],
  ])('an implicit deny there is enough: %s', (_place, limits, expected) => {
    expect(answer({ identity: [allow('*')], ...limits })).toBe(expected);
  });

  it('allow what all of them allow', () => {
    const all = allow('*');
    const named = allow('*', { Principal: '*' });

    expect(answer({ identity: [all], boundary: all, session: all, scp: [[all]], rcp: [[named]], endpoint: named })).toBe(
      'allowed by identity: Allow',
    );
  });

  it('give nothing that the identity does not have', () => {
    expect(answer({ boundary: allow('*'), session: allow('*'), scp: [[allow('*')]] })).toBe('denied by identity');
  });

  it('leave services alone as far as scp goes', () => {
    const policies = { resource: [grant({ Service: 'cloudtrail.amazonaws.com' })], scp: [[deny('*')]] };

    expect(answer(policies, get(service('cloudtrail.amazonaws.com')))).toBe('allowed by resource: Grant');
  });
});

describe('a resource that names the caller, in one account', () => {
  const ops = session('team/ops', 'work');
  const limits = { boundary: allow('ec2:*'), session: allow('ec2:*') };

  it.each([
    ['a user by its ARN', user('alice'), { AWS: user('alice').arn }, 'allowed by resource: Grant', 'allowed by resource: Grant'],
    ['a session by its ARN', ops, { AWS: ops.arn }, 'allowed by resource: Grant', 'allowed by resource: Grant'],
    ['a session by its role', ops, { AWS: ops.roleArn! }, 'allowed by resource: Grant', 'denied by boundary'],
    ['everybody', ops, '*' as const, 'allowed by resource: Grant', 'allowed by resource: Grant'],
    ['every AWS principal', user('alice'), { AWS: '*' }, 'allowed by resource: Grant', 'allowed by resource: Grant'],
    ['the account', user('alice'), { AWS: rootUser().arn }, 'denied by identity', 'denied by identity'],
    ['the account by its number', user('alice'), { AWS: HOME }, 'denied by identity', 'denied by identity'],
    ['another user', user('alice'), { AWS: user('bob').arn }, 'denied by identity', 'denied by identity'],
    ['a role of another path', ops, { AWS: session('ops').roleArn! }, 'denied by identity', 'denied by identity'],
  ])('%s: alone, and under a boundary and session that allow other things', (_who, caller, named, alone, limited) => {
    const resource = [grant(named)];

    expect([answer({ resource }, get(caller)), answer({ resource, ...limits }, get(caller))]).toEqual([alone, limited]);
  });

  it('lets services, web identities and nobody in by itself, as it names them', () => {
    const toTrail = { resource: [grant({ Service: ['config.amazonaws.com', 'cloudtrail.amazonaws.com'] })] };

    expect(answer(toTrail, get(service('cloudtrail.amazonaws.com')))).toBe('allowed by resource: Grant');
    expect(answer(toTrail, get(service('delivery.logs.amazonaws.com')))).toBe('denied by resource');
    expect(answer({ resource: [grant('*')] }, get(NOBODY))).toBe('allowed by resource: Grant');
    expect(answer({ resource: [grant({ AWS: HOME })] }, get(NOBODY))).toBe('denied by resource');
  });

  it('takes nobody for a service who has its name', () => {
    const resource = [grant({ Service: 'cloudtrail.amazonaws.com' })];

    expect(answer({ resource }, get({ ...NOBODY, arn: 'cloudtrail.amazonaws.com' }))).toBe('denied by resource');
  });

  it("knows a session by its role's ARN in aws:PrincipalArn", () => {
    const condition = { ArnEquals: { 'aws:PrincipalArn': ops.roleArn! } };
    const resource = [grant('*', { Condition: condition })];

    expect([answer({ resource }, get(ops)), answer({ resource }, get(session('ops')))]).toEqual([
      'allowed by resource: Grant',
      'denied by identity',
    ]);
  });

  it('denies everybody with a Deny on the star, services too', () => {
    const tls = deny('s3:*', { Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
    const policies = { resource: [grant({ Service: 'cloudtrail.amazonaws.com' }), tls] };
    const plain = get(service('cloudtrail.amazonaws.com'), { context: { 'aws:SecureTransport': 'false' } });

    expect(answer(policies, plain)).toBe('denied by explicit deny: Deny');
    expect(answer(policies, get(service('cloudtrail.amazonaws.com')))).toBe('allowed by resource: Grant');
  });

  it('spares by NotPrincipal whom it names as all that they are', () => {
    const spare = (...arns: string[]): Policies => ({
      identity: [allow('*')],
      resource: [policy({ Sid: 'Deny', Effect: 'Deny', NotPrincipal: { AWS: arns }, Action: '*', Resource: '*' })],
    });

    expect(answer(spare(user('alice').arn), get(user('alice')))).toBe('denied by explicit deny: Deny');
    expect(answer(spare(user('alice').arn, HOME), get(user('alice')))).toBe('allowed by identity: Allow');
    expect(answer(spare(ops.roleArn!, HOME), get(ops))).toBe('denied by explicit deny: Deny');
    expect(answer(spare(ops.arn, ops.roleArn!, HOME), get(ops))).toBe('allowed by identity: Allow');
  });

  it('refuses patterns of principals and kinds that IAM does not know', () => {
    const asks = (named: StatementJson['Principal']) => () => answer({ resource: [grant(named)] });

    expect(asks({ AWS: 'arn:aws:iam::111111111111:role/*' })).toThrow('a principal has no wildcards in it');
    expect(asks({ Aws: HOME })).toThrow('IAM knows no principal of kind Aws');
  });
});
