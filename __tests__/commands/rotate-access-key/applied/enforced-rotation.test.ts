import { CreateAccessKeyCommand, ListAccessKeysCommand, ListRolesCommand } from '@aws-sdk/client-iam';

import { iamOf } from '../../../apply/aws-clients';
import { type Person, RotationWorld, template } from './rotation-world';

const SECONDS = 1000;
jest.setTimeout(120 * SECONDS);

let world: RotationWorld;
beforeAll(async () => {
  world = await RotationWorld.start();
}, 600 * SECONDS);
afterAll(() => world.stop());

describe('the emulator enforces IAM, or nothing below shows anything', () => {
  let [alice, bob]: Person[] = [];
  beforeAll(async () => {
    [alice, bob] = [await world.person(), await world.person()];
  });
  const refused = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error as Error).name,
    );

  test("alice may list her keys, and neither bob's keys nor roles", async () => {
    const iam = iamOf(world.emulator, alice!.first);
    expect(await refused(iam.send(new ListAccessKeysCommand({ UserName: alice!.user })))).toBe('done');
    expect(await refused(iam.send(new ListAccessKeysCommand({ UserName: bob!.user })))).toBe('AccessDenied');
    expect(await refused(iam.send(new CreateAccessKeyCommand({ UserName: bob!.user })))).toBe('AccessDenied');
    expect(await refused(iam.send(new ListRolesCommand({})))).toBe('AccessDenied');
  });

  test('a wrong secret does not work', async () => {
    expect(await world.works(alice!.first)).toBe(true);
    expect(await world.works({ ...alice!.first, secretAccessKey: bob!.first.secretAccessKey })).toBe(false);
  });
});

test('smoke', async () => {
  const person = await world.person();
  const ended = await world.run(person, world.environment(person), ['--verbose']);
  expect(ended).toEqual(0);
  expect(world.textOf(person)).toEqual(template(world.pairOf(person)));
});
