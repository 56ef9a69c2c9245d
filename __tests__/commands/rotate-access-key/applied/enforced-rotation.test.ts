import { CreateAccessKeyCommand, ListAccessKeysCommand, ListRolesCommand } from '@aws-sdk/client-iam';

import { iamOf } from '../../../apply/aws-clients';
import { type Person, RotationWorld, template } from './rotation-world';

const SECONDS = 1000;
let world: RotationWorld;
beforeAll(async () => {
  world = await RotationWorld.start();
}, 600 * SECONDS);
afterAll(() => world.stop());

const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as Error).name,
  );

describe('IAM is enforced here, or nothing below shows anything', () => {
  let alice: Person;
  let bob: Person;
  beforeAll(async () => {
    [alice, bob] = [await world.person(), await world.person()];
  });

  test("a user may list the own keys, and neither another's keys nor roles", async () => {
    const iam = iamOf(world.emulator, alice.first);
    expect(await outcomeOf(iam.send(new ListAccessKeysCommand({ UserName: alice.user })))).toBe('done');
    expect(await outcomeOf(iam.send(new ListAccessKeysCommand({ UserName: bob.user })))).toBe('AccessDenied');
    expect(await outcomeOf(iam.send(new CreateAccessKeyCommand({ UserName: bob.user })))).toBe('AccessDenied');
    expect(await outcomeOf(iam.send(new ListRolesCommand({})))).toBe('AccessDenied');
  });

  test('a wrong secret does not work', async () => {
    expect(await world.works(alice.first)).toBe(true);
    expect(await world.works({ ...alice.first, secretAccessKey: bob.first.secretAccessKey })).toBe(false);
  });
});

describe('plinth rotate-access-key, with only the self-rotation policy', () => {
  test('leaves the new key, which works, the old one gone, and of the file two values changed', async () => {
    const person = await world.person();
    const ended = await world.runBuilt(person, world.environment(person), ['--profile', 'default']);
    const pair = world.pairOf(person);
    expect(ended).toEqual({
      code: 0,
      signal: null,
      stdout: `profile "default": ${person.user} has ${pair.accessKeyId} now; ${person.first.accessKeyId} is deleted\n`,
      stderr: [
        `  note in ${person.file}.rotation.default.json that a rotation is under way`,
        `  create a new key for ${person.user}`,
        `  write ${pair.accessKeyId} into ${person.file}`,
        `  prove that ${pair.accessKeyId} works`,
        `  disable ${person.first.accessKeyId} with ${pair.accessKeyId}`,
        `  delete ${person.first.accessKeyId} with ${pair.accessKeyId}`,
        `  remove ${person.file}.rotation.default.json`,
        '',
      ].join('\n'),
    });
    expect(await world.keysOf(person)).toEqual([{ id: pair.accessKeyId, status: 'Active' }]);
    expect([await world.works(pair), await world.works(person.first)]).toEqual([true, false]);
    expect([pair === person.first, world.textOf(person), world.besides(person)]).toEqual([
      false,
      template(pair),
      ['credentials'],
    ]);
  });

  test('with --json prints one document and nothing else', async () => {
    const person = await world.person();
    const { code, stdout, stderr } = await world.runBuilt(person, world.environment(person), ['--json', '--verbose']);
    expect([code, stderr, stdout.split('\n').length]).toEqual([0, '', 2]);
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      dryRun: false,
      user: person.user,
      account: '111111111111',
      profile: 'default',
      file: person.file,
      oldKey: person.first.accessKeyId,
      newKey: world.pairOf(person).accessKeyId,
      oldKeyIs: 'deleted',
      resumed: false,
      steps: ['announce', 'create', 'write', 'prove', 'disable', 'delete', 'close'],
    });
  });

  test('with --no-delete leaves the old key disabled', async () => {
    const person = await world.person();
    const { code, stdout } = await world.run(person, world.environment(person), ['--no-delete']);
    const pair = world.pairOf(person);
    expect([code, stdout]).toEqual([
      0,
      `profile "default": ${person.user} has ${pair.accessKeyId} now; ${person.first.accessKeyId} is disabled\n`,
    ]);
    expect(await world.keysOf(person)).toEqual([
      { id: person.first.accessKeyId, status: 'Inactive' },
      { id: pair.accessKeyId, status: 'Active' },
    ]);
    expect([await world.works(pair), await world.works(person.first)]).toEqual([true, false]);
  });

  test('with --dry-run says what it would do, asks only what changes nothing, and changes nothing', async () => {
    const [person, forwarder] = [await world.person(), await world.forwarder()];
    const { code, stdout, stderr } = await world.run(person, world.environment(person, forwarder), ['--dry-run']);
    await forwarder.stop();
    expect({ code, stderr, stdout }).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'profile "default": this would be done',
        `  note in ${person.file}.rotation.default.json that a rotation is under way`,
        `  create a new key for ${person.user}`,
        `  write the new key into ${person.file}`,
        '  prove that the new key works',
        `  disable ${person.first.accessKeyId} with the new key`,
        `  delete ${person.first.accessKeyId} with the new key`,
        `  remove ${person.file}.rotation.default.json`,
        '',
      ].join('\n'),
    });
    expect(forwarder.actions).toEqual(['GetCallerIdentity', 'ListAccessKeys']);
    expect([world.textOf(person), world.besides(person)]).toEqual([template(person.first), ['credentials']]);
  });

  test("is refused with another user's name, having asked only whose key it is", async () => {
    const [person, other, forwarder] = [await world.person(), await world.person(), await world.forwarder()];
    const posing = { ...person, user: other.user };
    const { code, stdout, stderr } = await world.run(posing, world.environment(person, forwarder));
    await forwarder.stop();
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `--user-name: the key ${person.first.accessKeyId} of profile "default" belongs to user "${person.user}", got "${other.user}"; name that user, or the profile of the other [LZ-ROTATE-12]\n`,
    });
    expect([forwarder.actions, world.textOf(person)]).toEqual([['GetCallerIdentity'], template(person.first)]);
  });

  test('is refused beside a second key, which it leaves', async () => {
    const person = await world.person();
    const second = await world.secondKeyOf(person);
    const { code, stderr } = await world.run(person, world.environment(person));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `profile "default": user "${person.user}" has two keys, and no room for a new one beside ${person.first.accessKeyId}, got ${second} (active); see that nothing uses it, then: aws iam delete-access-key --access-key-id ${second} --user-name ${person.user} [LZ-ROTATE-13]\n`,
    });
    expect((await world.keysOf(person)).map(({ id }) => id)).toEqual([person.first.accessKeyId, second]);
    expect(world.textOf(person)).toBe(template(person.first));
  });

  test('without the policy ends with 3 and says which right is missing', async () => {
    const person = await world.person({ policy: 'none' });
    const { code, stderr } = await world.run(person, world.environment(person));
    expect(code).toBe(3);
    expect(stderr).toContain('iam:ListAccessKeys: AWS answered with an error (User: arn:aws:iam::111111111111:user/');
    expect(stderr).toContain('got AccessDenied; attach the self-rotation policy to the user;');
    expect([world.textOf(person), world.besides(person)]).toEqual([template(person.first), ['credentials']]);
  });
});

test('of two runs at once the second waits for the first, and one working key is left', async () => {
  const person = await world.person();
  const env = { ...world.environment(person), CALL_SECONDS: '30' };
  const ends = await Promise.all([world.run(person, env), world.run(person, env)]);
  expect(ends.map(({ code, stderr }) => [code, code === 0 ? '' : stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const pair = world.pairOf(person);
  expect(await world.keysOf(person)).toEqual([{ id: pair.accessKeyId, status: 'Active' }]);
  expect([await world.works(pair), world.textOf(person)]).toEqual([true, template(pair)]);
});
