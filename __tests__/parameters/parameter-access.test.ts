import { IamGroup } from '@cdktf/provider-aws/lib/iam-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';

import { renderPolicy } from '../../modules/core/policy/render-policy';
import type { Statement } from '../../modules/core/policy/statement';
import { resourceName } from '../../modules/core/resource-name';
import { ParameterAccess, type ParameterAccessProps, ParameterPath, readPolicy, writePolicy } from '../../modules/parameters';
import { define } from '../../modules/terraform';
import { type Decision, evaluate, HOME, OTHER, type PolicyJson, policyFaults, session } from '../iam';
import { refusalOf } from '../refusal';
import { documentOf, testStack, type Resources } from '../test-stack';

const PLACE = { accountId: HOME, region: 'eu-west-1' };
const KEY = `arn:aws:kms:eu-west-1:${HOME}:key/0a1b`;
const VIA = 'ssm.eu-west-1.amazonaws.com';
const shop = ParameterPath.of({ organization: 'acme', environment: 'prod', service: 'shop' });
const about = { place: PLACE, paths: [shop], keyArn: KEY };
const arn = (name: string, account = HOME, region = 'eu-west-1'): string => `arn:aws:ssm:${region}:${account}:parameter${name}`;

const policy = (statements: readonly Statement[]): PolicyJson => JSON.parse(renderPolicy('managed', statements)) as PolicyJson;
const ask = (statements: readonly Statement[], action: string, resource: string, context = {}): Decision =>
  evaluate({ identity: [policy(statements)] }, { principal: session('shop'), action, resource, context });
const NO: Decision = { decision: 'denied', by: 'identity' };
const yes = (sid: string): Decision => ({ decision: 'allowed', by: 'identity', sid });
const context = (name: string, via = VIA): Readonly<Record<string, string>> => ({
  'kms:ViaService': via,
  'kms:EncryptionContext:PARAMETER_ARN': arn(name),
});

/** Every parameter but the role's own. */
const OTHERS = [
  ['a sibling that begins alike', arn('/acme/prod/shop2/password')],
  ['a sibling that begins alike and stands alone', arn('/acme/prod/shop2')],
  ['the path as a parameter', arn('/acme/prod/shop')],
  ['the level above', arn('/acme/prod')],
  ["the level above's parameter", arn('/acme/prod/shared')],
  ['another environment', arn('/acme/dev/shop/password')],
  ['another organisation', arn('/other/acme/prod/shop/password')],
  ['another account', arn('/acme/prod/shop/password', OTHER)],
  ['another Region', arn('/acme/prod/shop/password', HOME, 'eu-west-2')],
  ['another case', arn('/acme/prod/Shop/password')],
] as const;

describe('a role that reads its own path', () => {
  const read = readPolicy(about);

  it.each(['ssm:GetParameter', 'ssm:GetParameters'])('may %s at every depth below', (action) => {
    expect(ask(read, action, arn('/acme/prod/shop/password'))).toEqual(yes('ReadParameters'));
    expect(ask(read, action, arn('/acme/prod/shop/database/replica/password'))).toEqual(yes('ReadParameters'));
  });

  it.each(OTHERS)('may not read %s', (_, resource) => {
    expect(ask(read, 'ssm:GetParameter', resource)).toEqual(NO);
    expect(ask(read, 'ssm:GetParameters', resource)).toEqual(NO);
  });

  it('may list the path, with a slash at its end or without, and what is below', () => {
    for (const path of ['/acme/prod/shop', '/acme/prod/shop/', '/acme/prod/shop/database']) {
      expect(ask(read, 'ssm:GetParametersByPath', arn(path))).toEqual(yes('ListParameters'));
    }
  });

  it.each(['/acme/prod', '/acme/prod/', '/', '/acme/prod/shop2', '/acme'])('may not list %s', (path) => {
    expect(ask(read, 'ssm:GetParametersByPath', arn(path))).toEqual(NO);
  });

  it.each(['ssm:PutParameter', 'ssm:DeleteParameter', 'ssm:GetParameterHistory', 'ssm:AddTagsToResource'])(
    'may not %s',
    (action) => {
      expect(ask(read, action, arn('/acme/prod/shop/password'))).toEqual(NO);
    },
  );
});

describe('the key of a role that reads its own path', () => {
  const decrypt = (said: object, statements = readPolicy(about)): Decision => ask(statements, 'kms:Decrypt', KEY, said);

  it('decrypts by Parameter Store for a parameter below', () => {
    expect(decrypt(context('/acme/prod/shop/password'))).toEqual(yes('DecryptParameters'));
  });

  it.each(OTHERS)('does not for %s', (_, other) => {
    expect(decrypt({ 'kms:ViaService': VIA, 'kms:EncryptionContext:PARAMETER_ARN': other })).toEqual(NO);
  });

  it.each([
    ['without a context', { 'kms:ViaService': VIA }],
    ['without a service', { 'kms:EncryptionContext:PARAMETER_ARN': arn('/acme/prod/shop/password') }],
    ['by another service', context('/acme/prod/shop/password', 'secretsmanager.eu-west-1.amazonaws.com')],
    ['by Parameter Store of another Region', context('/acme/prod/shop/password', 'ssm.eu-west-2.amazonaws.com')],
    ['with nothing said', {}],
  ])('does not %s', (_, said) => {
    expect(decrypt(said)).toEqual(NO);
  });

  it('encrypts nothing, and another key does nothing', () => {
    const said = context('/acme/prod/shop/password');
    expect(ask(readPolicy(about), 'kms:Encrypt', KEY, said)).toEqual(NO);
    expect(ask(readPolicy(about), 'kms:Decrypt', KEY.replace('0a1b', '9f9f'), said)).toEqual(NO);
  });

  it('is not there without keyArn', () => {
    expect(decrypt(context('/acme/prod/shop/password'), readPolicy({ place: PLACE, paths: [shop] }))).toEqual(NO);
  });

  it.each(['ssm.cn-north-1.amazonaws.com', 'ssm.cn-north-1.amazonaws.com.cn'])('in China is reached by %s', (via) => {
    const place = { accountId: HOME, region: 'cn-north-1' };
    const keyArn = `arn:aws-cn:kms:cn-north-1:${HOME}:key/1`;
    const said = { 'kms:ViaService': via, 'kms:EncryptionContext:PARAMETER_ARN': shop.arnOfAll(place).replace('*', 'password') };
    expect(ask(readPolicy({ place, paths: [shop], keyArn }), 'kms:Decrypt', keyArn, said)).toEqual(yes('DecryptParameters'));
  });
});

describe('a role that reads a single parameter', () => {
  const read = readPolicy({ place: PLACE, names: ['/acme/prod/shop/ssh/deploy'], keyArn: KEY });

  it('reads and decrypts it', () => {
    expect(ask(read, 'ssm:GetParameter', arn('/acme/prod/shop/ssh/deploy'))).toEqual(yes('ReadParameters'));
    expect(ask(read, 'kms:Decrypt', KEY, context('/acme/prod/shop/ssh/deploy'))).toEqual(yes('DecryptParameters'));
  });

  it.each(['/acme/prod/shop/ssh/deploy2', '/acme/prod/shop/ssh/deploy/old', '/acme/prod/shop/ssh'])('not %s', (name) => {
    expect(ask(read, 'ssm:GetParameter', arn(name))).toEqual(NO);
    expect(ask(read, 'kms:Decrypt', KEY, context(name))).toEqual(NO);
    expect(ask(read, 'ssm:GetParametersByPath', arn(name))).toEqual(NO);
  });
});

describe('a role that writes its own path', () => {
  const write = writePolicy(about);

  it.each([
    'ssm:PutParameter',
    'ssm:DeleteParameter',
    'ssm:DeleteParameters',
    'ssm:LabelParameterVersion',
    'ssm:AddTagsToResource',
  ])('may %s', (action) => {
    expect(ask(write, action, arn('/acme/prod/shop/password'))).toEqual(yes('WriteParameters'));
  });

  it.each(OTHERS)('may not write %s', (_, resource) => {
    expect(ask(write, 'ssm:PutParameter', resource)).toEqual(NO);
    expect(ask(write, 'ssm:DeleteParameter', resource)).toEqual(NO);
  });

  it.each([
    ['kms:Encrypt', 'Standard'],
    ['kms:GenerateDataKey', 'Advanced'],
  ])('may %s, as a secret of tier %s needs, with the right context alone', (action) => {
    expect(ask(write, action, KEY, context('/acme/prod/shop/password'))).toEqual(yes('EncryptParameters'));
    expect(ask(write, action, KEY, context('/acme/prod/shop2/password'))).toEqual(NO);
    expect(ask(write, action, KEY)).toEqual(NO);
  });

  it('may read and decrypt nothing', () => {
    expect(ask(write, 'ssm:GetParameter', arn('/acme/prod/shop/password'))).toEqual(NO);
    expect(ask(write, 'kms:Decrypt', KEY, context('/acme/prod/shop/password'))).toEqual(NO);
  });

  it('may do nothing with keys without keyArn', () => {
    expect(ask(writePolicy({ place: PLACE, paths: [shop] }), 'kms:Encrypt', KEY, context('/acme/prod/shop/a'))).toEqual(NO);
  });
});

test("every action, resource and condition key of both policies is in AWS's service reference", async () => {
  expect(await policyFaults(policy([...readPolicy(about), ...writePolicy(about)]))).toEqual([]);
  expect(await policyFaults(policy(readPolicy({ place: PLACE, names: ['/acme/a'], keyArn: KEY })))).toEqual([]);
});

function resourcesOf(props: Partial<ParameterAccessProps>): Resources {
  const stack = testStack();
  new ParameterAccess(stack, 'shop', { paths: [shop], roles: ['shop-task'], ...props });
  return documentOf(stack).resource;
}

describe('a ParameterAccess', () => {
  it('is a managed policy named after rights, path and Region, attached to roles and groups by name', () => {
    const resources = resourcesOf({ rights: ['write', 'read'], roles: ['shop-task', 'job@eu'], groups: ['operators'] });
    expect(resources.aws_iam_policy?.shop?.name).toBe('read-write-acme-prod-shop-eu-west-1');
    expect(Object.keys(resources.aws_iam_role_policy_attachment ?? {})).toEqual(['shop_role_shop-task', 'shop_role_job--40eu']);
    expect(resources.aws_iam_role_policy_attachment?.['shop_role_job--40eu']).toMatchObject({
      role: 'job@eu',
      policy_arn: '${aws_iam_policy.shop.arn}',
    });
    expect(Object.keys(resources.aws_iam_group_policy_attachment ?? {})).toEqual(['shop_group_operators']);
  });

  it('is one text whatever the order of rights, paths and names', () => {
    const tools = ParameterPath.parse('/acme/prod/tools');
    const one = resourcesOf({ rights: ['read', 'write'], paths: [shop, tools], names: ['/acme/a', '/acme/b'], keyArn: KEY });
    const two = resourcesOf({ rights: ['write', 'read'], paths: [tools, shop], names: ['/acme/b', '/acme/a'], keyArn: KEY });
    expect(two.aws_iam_policy?.shop?.policy).toBe(one.aws_iam_policy?.shop?.policy);
    expect(two.aws_iam_policy?.shop?.name).toBe(one.aws_iam_policy?.shop?.name);
  });

  it('waits for a role and a group that the stack makes, and names them by their own names', () => {
    const stack = testStack();
    const role = define(stack, IamRole, resourceName('task'), { name: 'shop-task', assumeRolePolicy: '{}' });
    const group = define(stack, IamGroup, resourceName('operators'), { name: 'operators' });
    new ParameterAccess(stack, 'shop', { paths: [shop], roles: [role], groups: [group] });
    const { resource } = documentOf(stack);

    expect(resource.aws_iam_role_policy_attachment?.['shop_role_shop-task']?.role).toBe('${aws_iam_role.task.name}');
    expect(resource.aws_iam_group_policy_attachment?.shop_group_operators?.group).toBe('${aws_iam_group.operators.name}');
  });

  it('refuses a role whose name AWS gives, since the address is made of it', () => {
    const stack = testStack();
    const role = define(stack, IamRole, resourceName('task'), { namePrefix: 'shop-', assumeRolePolicy: '{}' });

    expect(refusalOf(() => new ParameterAccess(stack, 'shop', { paths: [shop], roles: [role] }))).toBe(
      'ParameterAccess "shop-eu-west-1-network/shop": the name of a role has 1 to 64 letters, digits and _+=,.@-, got ""; write the name alone, without ARN or path, in these letters [LZ-IAM-1]',
    );
  });

  it('reads where nothing else is said', () => {
    expect(resourcesOf({}).aws_iam_policy?.shop?.policy).toBe(
      renderPolicy('managed', readPolicy({ place: PLACE, paths: [shop] })),
    );
  });
});

describe('a refused ParameterAccess', () => {
  const refused = (props: Partial<ParameterAccessProps>): string => refusalOf(() => resourcesOf(props));
  const SUBJECT = 'ParameterAccess "shop-eu-west-1-network/shop"';

  it.each<[string, Partial<ParameterAccessProps>, string]>([
    [
      "a role's ARN",
      { roles: [`arn:aws:iam::${HOME}:role/shop`] },
      'the name of a role has 1 to 64 letters, digits and _+=,.@-, got "arn:aws:iam::111111111111:role/shop"; write the name alone, without ARN or path, in these letters [LZ-IAM-1]',
    ],
    [
      'a group of 129 characters',
      { groups: ['x'.repeat(129)] },
      `the name of a group has 1 to 128 letters, digits and _+=,.@-, got "${'x'.repeat(116)}...; write the name alone, without ARN or path, in these letters [LZ-IAM-1]`,
    ],
    ['no parameter', { paths: [] }, 'access to no parameter at all, got []; give paths or names [LZ-PARAM-24]'],
    ['nobody', { roles: [] }, 'access for nobody, got []; name roles or groups, and what they may do [LZ-PARAM-25]'],
    ['no right', { rights: [] }, 'access for nobody, got []; name roles or groups, and what they may do [LZ-PARAM-25]'],
    [
      'a name with a wildcard',
      { names: ['/acme/*'] },
      'a parameter\'s name is made of a-z A-Z 0-9 _ . - and slashes, got "/acme/*"; leave out "*" [LZ-PARAM-2]',
    ],
    [
      'every key',
      { keyArn: '*' },
      'this is not a KMS key\'s ARN, got "*"; write it like "arn:aws:kms:eu-west-1:111111111111:key/…": an alias is another key, or none, in another account [LZ-ARN-3]',
    ],
  ])('has %s', (_, props, message) => {
    expect(refused({ policyName: 'shop', ...props })).toBe(`${SUBJECT}: ${message}`);
  });

  it('has a path too long for the name that is made of it: 128 characters are taken, 129 not', () => {
    const path = (length: number): ParameterPath => ParameterPath.parse(`/${'x'.repeat(length)}`);
    expect(resourcesOf({ paths: [path(113)] }).aws_iam_policy?.shop?.name).toHaveLength(128);
    expect(refused({ paths: [path(114)] })).toBe(
      `${SUBJECT}: the name of a policy has 1 to 128 letters, digits and _+=,.@-, got "read-${'x'.repeat(111)}...; write the name alone, without ARN or path, in these letters [LZ-IAM-1]`,
    );
    expect(resourcesOf({ paths: [path(114)], policyName: 'long' }).aws_iam_policy?.shop?.name).toBe('long');
  });

  it('takes a role of 64 characters and none of 65', () => {
    expect(resourcesOf({ roles: ['x'.repeat(64)] })).toHaveProperty('aws_iam_role_policy_attachment');
    expect(refused({ roles: ['x'.repeat(65)] })).toMatch(/\[LZ-IAM-1\]$/);
  });

  it('has more paths than a managed policy holds', () => {
    const paths = Array.from({ length: 60 }, (_, i) => ParameterPath.parse(`/acme/prod/service-${String(i)}`));
    expect(refused({ paths, policyName: 'many' })).toMatch(
      /^ParameterAccess "shop-eu-west-1-network\/shop": a managed policy has at most 6144 characters, got \d+; split it in two, or name resources by a pattern \[LZ-POLICY-1\]$/,
    );
  });
});
