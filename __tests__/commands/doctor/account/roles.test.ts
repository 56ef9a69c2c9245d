import { roleChecks } from '../../../../commands/doctor/account/roles';
import type { LandingZoneInput } from '../../../../modules/landing-zone';
import { done, refused } from '../answers';

const input: LandingZoneInput = {
  organization: { name: 'acme', managementAccount: '111111111111', homeRegion: 'eu-west-1', regions: ['eu-west-1'] },
  backend: { kind: 'local' },
  accounts: {
    management: { id: '111111111111', unit: 'management' },
    dev: { id: '222222222222', unit: 'workloads' },
    old: { id: '333333333333', unit: 'workloads', lifecycle: 'closed' },
    going: { id: '444444444444', unit: 'workloads', lifecycle: 'closing' },
  },
};
const session = (role: string) =>
  done({ arn: role, credentials: { accessKeyId: 'key', secretAccessKey: 'secret', sessionToken: 'token' } });
const arn = (id: string): string => `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`;

test('the role of each living account is tried, not that of the management account nor of a closed one', async () => {
  expect(await roleChecks(input, (role) => Promise.resolve(session(role)))).toEqual([
    { id: 'role-dev', title: 'role in dev', level: 'ok', found: arn('222222222222') },
    { id: 'role-going', title: 'role in going', level: 'ok', found: arn('444444444444') },
  ]);
});

test('a role that refuses is a problem of its account alone', async () => {
  const denied = refused('AccessDenied', 'User is not authorized to perform: sts:AssumeRole', 403);
  const checks = await roleChecks(input, (role) => Promise.resolve(role === arn('222222222222') ? denied : session(role)));

  expect(checks).toEqual([
    {
      id: 'role-dev',
      title: 'role in dev',
      level: 'problem',
      found: `${arn('222222222222')} can't be assumed: AccessDenied: User is not authorized to perform: sts:AssumeRole (HTTP 403)`,
      remedy:
        'let that role trust the management account, and these credentials call sts:AssumeRole on it; another name goes into organization.account_access_role',
    },
    { id: 'role-going', title: 'role in going', level: 'ok', found: arn('444444444444') },
  ]);
});

test('the role has the name and the partition that the configuration gives', async () => {
  const organization = { ...input.organization, accountAccessRole: 'Deploy', homeRegion: 'us-gov-west-1' };
  const [check] = await roleChecks({ ...input, organization }, (role) => Promise.resolve(session(role)));

  expect(check?.found).toBe('arn:aws-us-gov:iam::222222222222:role/Deploy');
});

test('an organisation of the management account alone has no role to try', async () => {
  const accounts = { management: { id: '111111111111', unit: 'management' } };
  const checks = await roleChecks({ ...input, accounts }, () => Promise.reject(new Error('was tried')));

  expect(checks).toEqual([
    { id: 'roles', title: 'roles in the accounts', level: 'ok', found: 'no account but the management account' },
  ]);
});

test('of 20 accounts 4 are tried at once', async () => {
  const many = Array.from(
    { length: 20 },
    (_, n) => [`a${String(n)}`, { id: String(200000000000 + n), unit: 'workloads' }] as const,
  );
  let [running, most] = [0, 0];
  const checks = await roleChecks({ ...input, accounts: Object.fromEntries(many) }, async (role) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running--;
    return session(role);
  });

  expect([checks.length, most]).toEqual([20, 4]);
});
