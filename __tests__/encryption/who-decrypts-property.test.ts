import fc from 'fast-check';

import { type KeyUserInput, KeyUses } from '../../modules/encryption';
import { type Caller, evaluate, HOME, OTHER, type Policies, type Request, rootUser, service, session, user } from '../iam';
import { policyOf } from './key-of';

const role = (name: string, account = HOME): string => `arn:aws:iam::${account}:role/${name}`;

/** What an administrator of its own account would say: that is what the key's policy must hold against. */
const EVERYTHING: Policies['identity'] = [
  { Version: '2012-10-17', Statement: [{ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }] },
];

const NAMES = ['reader', 'writer', 'key-admin', 'stranger', 'instance', 'operator'];
const CALLERS: readonly Caller[] = [
  ...NAMES.map((name) => session(name)),
  ...NAMES.map((name) => session(name, 'work', OTHER)),
  user('alice'),
  rootUser(),
  rootUser(OTHER),
  service('delivery.logs.amazonaws.com'),
  service('cloudtrail.amazonaws.com'),
  service('ec2.amazonaws.com'),
];

type Context = Readonly<Record<string, string | readonly string[]>>;

/** Calls as AWS makes them, to the point and beside it. */
const CONTEXTS: readonly Context[] = [
  {},
  { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com', 'kms:EncryptionContext:PARAMETER_ARN': parameter('/acme/prod/shop/db') },
  { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com', 'kms:EncryptionContext:PARAMETER_ARN': parameter('/acme/prod/shopping/db') },
  { 'kms:ViaService': 'ssm.us-east-1.amazonaws.com', 'kms:EncryptionContext:PARAMETER_ARN': parameter('/acme/prod/shop/db') },
  { 'kms:EncryptionContext:PARAMETER_ARN': parameter('/acme/prod/shop/db') },
  { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::acme-state' },
  { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::acme-state/a/b' },
  { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::acme-state-2/a' },
  { 'kms:EncryptionContextKeys': ['aws:ssm:SessionId', 'aws:ssm:TargetId'] },
  { 'aws:SourceAccount': OTHER, 'aws:SourceArn': `arn:aws:logs:eu-west-1:${OTHER}:delivery-source:x` },
  { 'aws:SourceAccount': '999999999999', 'aws:SourceArn': 'arn:aws:logs:eu-west-1:999999999999:delivery-source:x' },
];

function parameter(name: string): string {
  return `arn:aws:ssm:eu-west-1:${HOME}:parameter${name}`;
}

const USES = [
  KeyUses.parameters({ path: '/acme/prod/shop', readers: [role('reader')], writers: [role('writer', OTHER)] }),
  KeyUses.buckets({ names: ['acme-state'], readers: [role('reader', OTHER)], writers: [role('writer')] }),
  KeyUses.sessionManager({ people: [role('operator')], instances: [role('instance')] }),
  KeyUses.flowLogDelivery({ accountIds: [OTHER] }),
  KeyUses.cloudTrail({ trailArn: `arn:aws:cloudtrail:eu-west-1:${HOME}:trail/organization` }),
];
const USERS: readonly KeyUserInput[] = [{ principal: role('reader'), may: 'decrypt', encryptionContext: { team: 'shop' } }];

const POLICY = policyOf({ administrators: [role('key-admin'), HOME], uses: USES, users: USERS });

function decides(principal: Caller, action: string, context: Context): boolean {
  const request: Request = {
    principal,
    action,
    resource: `arn:aws:kms:eu-west-1:${HOME}:key/k`,
    resourceAccountId: HOME,
    context,
  };
  const policies = { identity: EVERYTHING, resource: [{ Version: '2012-10-17', ...POLICY }], resourceKind: 'kms' } as const;
  return evaluate(policies as Policies, request).decision === 'allowed';
}

/** Who may decrypt in which call, stated without any policy: by the place in the two lists above. */
const MAY_DECRYPT: ReadonlySet<string> = new Set([
  `${session('reader').arn} 1`,
  `${session('reader', 'work', OTHER).arn} 5`,
  `${session('reader', 'work', OTHER).arn} 6`,
  `${session('writer').arn} 5`,
  `${session('writer').arn} 6`,
  `${session('instance').arn} 8`,
  'delivery.logs.amazonaws.com 9',
]);

describe('whatever the policies of their own accounts say', () => {
  const calls = fc.record({ caller: fc.constantFrom(...CALLERS), n: fc.nat({ max: CONTEXTS.length - 1 }) });

  test('only those who are named decrypt, and only what they are named for', () => {
    fc.assert(
      fc.property(
        calls,
        ({ caller, n }) => decides(caller, 'kms:Decrypt', CONTEXTS[n] ?? {}) === MAY_DECRYPT.has(`${caller.arn} ${String(n)}`),
      ),
      { numRuns: 2000 },
    );
  });

  test('every pair of the above, once', () => {
    const found = CALLERS.flatMap((caller) =>
      CONTEXTS.flatMap((context, n) => (decides(caller, 'kms:Decrypt', context) ? [`${caller.arn} ${String(n)}`] : [])),
    );

    expect(found.sort()).toEqual([...MAY_DECRYPT].sort());
  });

  test.each(['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:CreateGrant', 'kms:DisableKey'])(
    '%s is for administrators: the role that is named, and the account, whose own policies here let everybody in it',
    (action) => {
      const found = CALLERS.filter((caller) => decides(caller, action, {}));

      expect(found).toEqual(CALLERS.filter(({ accountId }) => accountId === HOME));
    },
  );

  test('the role that administers neither encrypts nor decrypts', () => {
    const use = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

    expect(use.filter((action) => CONTEXTS.some((context) => decides(session('key-admin'), action, context)))).toEqual([]);
  });

  test('a user decrypts in the context that is named, and in no other', () => {
    const context = (team: string): Context => ({ 'kms:EncryptionContext:team': team });

    expect(['shop', 'desk'].map((team) => decides(session('reader'), 'kms:Decrypt', context(team)))).toEqual([true, false]);
  });
});

describe("a key of the account's own, AWS's default", () => {
  test("leaves it to the account's policies, and to no other account's", () => {
    const policies = (identity: Policies['identity']): Policies => ({
      ...(identity === undefined ? {} : { identity }),
      resource: [{ Version: '2012-10-17', ...policyOf({}) }] as NonNullable<Policies['resource']>,
      resourceKind: 'kms',
    });
    const ask = (principal: Caller, identity: Policies['identity']): string =>
      evaluate(policies(identity), { principal, action: 'kms:Decrypt', resource: '*', resourceAccountId: HOME }).decision;

    expect([
      ask(session('reader'), EVERYTHING),
      ask(session('reader'), []),
      ask(session('reader', 'work', OTHER), EVERYTHING),
    ]).toEqual(['allowed', 'denied', 'denied']);
  });
});
