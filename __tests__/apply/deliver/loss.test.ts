import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DeliveryWorld, type Run } from '../../commands/deliver/delivery-world';

let world: DeliveryWorld;
beforeAll(() => {
  world = new DeliveryWorld();
});
afterAll(() => {
  world.close();
});

/** A stack of what Terraform has without any provider: another value makes it anew. */
function write(value: string): void {
  const stack = { resource: { terraform_data: { one: { triggers_replace: [value] } } } };
  writeFileSync(join(world.out, 'stacks', 'hub-network', 'main.tf.json'), JSON.stringify(stack));
}

const apply = (...flags: readonly string[]): Promise<Run> =>
  world.deliver(['apply', 'hub-network', '--token-file', world.tokenFile, ...flags]);

const state = (): string => readFileSync(join(world.out, 'stacks', 'hub-network', 'terraform.tfstate'), 'utf8');

// One life, in its order: each step stands on those before it.
describe('an apply', () => {
  test('makes what is new, and keeps the plan in both forms', async () => {
    write('first');

    expect(await apply()).toMatchObject({ status: 0, stdout: 'hub-network: applied, 1 added\n' });
    expect(['tfplan', 'json'].filter((form) => existsSync(join(world.folder, 'plans', `hub-network.${form}`)))).toHaveLength(2);
  });

  test('does nothing where nothing changes', async () => {
    expect(await apply()).toMatchObject({ status: 0, stdout: 'hub-network: unchanged\n' });
  });

  test('refuses what replaces something, by its name', async () => {
    write('second');
    const { status, stderr } = await apply();

    expect([status, stderr]).toEqual([
      1,
      `hub-network: apply
hub-network: refused, 1 replaced
  replaced terraform_data.one
what is lost is applied with --allow-loss only
`,
    ]);
    expect(state()).toContain('first');
  });

  test('replaces it with --allow-loss', async () => {
    expect(await apply('--allow-loss')).toMatchObject({ status: 0, stdout: 'hub-network: applied, 1 replaced\n' });
    expect(state()).toContain('second');
  });

  test('of what cannot be planned leaves no former plan to be taken for it', async () => {
    writeFileSync(join(world.out, 'stacks', 'hub-network', 'main.tf.json'), '{"resource": 1}');

    expect((await apply()).status).toBe(3);
    expect(existsSync(join(world.folder, 'plans', 'hub-network.json'))).toBe(false);
  });

  test('refuses what destroys something', async () => {
    writeFileSync(join(world.out, 'stacks', 'hub-network', 'main.tf.json'), '{}');
    const { status, stderr } = await apply();

    expect(status).toBe(1);
    expect(stderr).toContain('hub-network: refused, 1 removed\n  removed terraform_data.one\n');
  });
});
