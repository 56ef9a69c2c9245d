import { writeFileSync } from 'node:fs';

import { RotationWorld, template } from './rotation-world';

const SECONDS = 1000;
let world: RotationWorld;
beforeAll(async () => {
  // The emulator takes the session of any user for one of this account.
  world = await RotationWorld.start('123456789012');
}, 600 * SECONDS);
afterAll(() => world.stop());

describe('without enforcement, which knows neither an address of somebody else nor sessions of users', () => {
  beforeAll(() => world.emulator.enforceIam(false));
  afterAll(() => world.emulator.enforceIam(true));

  test('AWS_ENDPOINT_URL is honoured', async () => {
    const [person, forwarder] = [await world.person(), await world.forwarder()];
    const { code, stderr } = await world.run(person, { HOME: person.home, AWS_ENDPOINT_URL: forwarder.url, CALL_SECONDS: '30' });
    await forwarder.stop();
    expect([code, code === 0 ? '' : stderr, forwarder.hosts]).toEqual([0, '', []]);
    expect(await world.keysOf(person)).toEqual([{ id: world.pairOf(person).accessKeyId, status: 'Active' }]);
  });

  test('an MFA code opens one session, whose key makes every call of IAM; the new key is proven by STS alone', async () => {
    const [person, forwarder] = [await world.person(), await world.forwarder()];
    const serial = `arn:aws:iam::123456789012:mfa/${person.user}`;
    const flags = ['--mfa-serial', serial, '--mfa-code', '123456'];
    const env = { ...world.environment(person, forwarder), CALL_SECONDS: '30' };
    const { code, stderr, stdout } = await world.run(person, env, flags);
    await forwarder.stop();
    const pair = world.pairOf(person);
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    // The emulator has one session for everybody.
    const [session, old, made] = ['AKIAIOSFODNN7EXAMPLE', person.first.accessKeyId, pair.accessKeyId];
    expect(forwarder.calls.map(({ by, inSession, parameters }) => [by, inSession, parameters.get('Action')])).toEqual([
      [old, false, 'GetCallerIdentity'],
      [old, false, 'GetSessionToken'],
      [session, true, 'ListAccessKeys'],
      [session, true, 'CreateAccessKey'],
      [made, false, 'GetCallerIdentity'],
      [session, true, 'UpdateAccessKey'],
      [session, true, 'DeleteAccessKey'],
    ]);
    const { parameters } = forwarder.calls[1]!;
    expect([parameters.get('SerialNumber'), parameters.get('TokenCode'), parameters.get('DurationSeconds')]).toEqual([
      serial,
      '123456',
      '900',
    ]);
    expect(await world.keysOf(person)).toEqual([{ id: pair.accessKeyId, status: 'Active' }]);
    const printed = stdout + stderr;
    expect(forwarder.secrets.filter((secret) => printed.includes(secret))).toEqual([]);
    expect(forwarder.secrets).toHaveLength(2);
  });
});

test.each([
  ['cn-north-1', 'sts.cn-north-1.amazonaws.com.cn:443', 'iam.cn-north-1.amazonaws.com.cn:443'],
  ['us-gov-west-1', 'sts.us-gov-west-1.amazonaws.com:443', 'iam.us-gov.amazonaws.com:443'],
  ['eu-west-1', 'sts.eu-west-1.amazonaws.com:443', 'iam.amazonaws.com:443'],
])('a profile of %s is asked for at %s and %s, whatever AWS_REGION says', async (region, sts, iam) => {
  const [person, forwarder] = [await world.person(), await world.forwarder()];
  writeFileSync(person.file, template(person.first).replace('eu-west-1', region));
  const arn = `arn:aws:iam::123456789012:user/${person.user}`;
  const body = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>x</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
  forwarder.script = ({ action }) => ({
    reaches: false,
    answer: action === 'GetCallerIdentity' ? { status: 200, body } : undefined,
  });
  await world.run(person, { ...world.environment(person, forwarder), AWS_REGION: 'ap-south-1' });
  await forwarder.stop();
  expect([...new Set(forwarder.hosts)]).toEqual([sts, iam]);
});

test('a proxy that is not there ends with 3, in the network’s word for it', async () => {
  const person = await world.person();
  const env = { ...world.environment(person), HTTPS_PROXY: 'http://127.0.0.1:1' };
  const { code, stdout, stderr } = await world.run(person, env);
  expect({ code, stdout, stderr }).toEqual({
    code: 3,
    stdout: '',
    stderr:
      'sts:GetCallerIdentity: AWS gave no answer that counts, got ECONNREFUSED; run the same command again: it goes on from where this one stopped [LZ-ROTATE-18]\n',
  });
  expect(world.besides(person)).toEqual(['credentials']);
});
