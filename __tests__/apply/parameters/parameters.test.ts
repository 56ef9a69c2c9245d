import { join } from 'node:path';

import { DescribeParametersCommand, paginateDescribeParameters } from '@aws-sdk/client-ssm';

import { filesWith } from './find-text';
import { SecretWorld, SHOP, TOOLS } from './secret-world';
import { writeShop, writeWrongReader } from './shop-stacks';

// Each begins with what no escape on the way can change, and goes on with a quote, an umlaut and Terraform's own signs.
const FIRST = 'marker-1f0c9e-"ü${x}';
const SECOND = 'marker-2b7d41-"ü${x}';
const OUTSIDE = 'marker-3c55ae-"ü${x}';
const TOKEN = 'marker-4e90f2-"ü${x}';
const MARKERS = [FIRST, SECOND, OUTSIDE, TOKEN];

const SHOP_STACK = 'out/stacks/shop-eu-west-1-workloads';
const TOOLS_STACK = 'out/stacks/tools-eu-west-1-workloads';
const NOTHING_TO_DO = 0;
const ERROR = 1;

const first = { TF_VAR_shop_password: FIRST };
const second = { TF_VAR_shop_password: SECOND };
const token = { TF_VAR_tools_token: TOKEN };
let world: SecretWorld;

const output = (): string => join(world.directory, 'out');

/** A plan, written to a file and as JSON beside it; answers Terraform's exit code. */
async function plan(variables: NodeJS.ProcessEnv): Promise<number> {
  const { exitCode } = await world.terraform(SHOP_STACK, ['plan', '-detailed-exitcode', '-out=plan.tfplan'], variables);
  await world.terraform(SHOP_STACK, ['show', '-json', 'plan.tfplan']);
  return exitCode;
}

/** Where secrets were found: files of the tree, and what Terraform said, plans as JSON among it. */
async function leaks(): Promise<string[]> {
  const starts = MARKERS.map((marker) => marker.slice(0, 'marker-1f0c9e'.length));
  const encoded = MARKERS.map((marker) => Buffer.from(marker).toString('base64'));
  const files = await filesWith(world.directory, [...starts, ...encoded], world.python);
  return [...files, ...starts.filter((start) => world.said.includes(start))];
}

beforeAll(async () => {
  world = await SecretWorld.open();
  writeShop(output());
  await world.terraform(TOOLS_STACK, ['init']);
  await world.terraform(SHOP_STACK, ['init']);
  await world.apply(TOOLS_STACK, token);
  await world.apply(SHOP_STACK, first);
});

afterAll(() => world.close());

describe('what is applied', () => {
  test('every type and tier is there', async () => {
    const store = await world.parameterStore(SHOP);
    const lines: string[] = [];
    for await (const { Parameters: parameters = [] } of paginateDescribeParameters({ client: store }, {})) {
      lines.push(...parameters.map(({ Name, Type, Tier }) => [Name, Type, Tier].join(' ')));
    }
    expect(lines.sort()).toEqual([
      '/acme/prod/shop/copied/endpoint String Standard',
      '/acme/prod/shop/copied/zones String Standard',
      '/acme/prod/shop/copy SecureString Standard',
      '/acme/prod/shop/key String Standard',
      '/acme/prod/shop/list StringList Standard',
      '/acme/prod/shop/passwords/outside SecureString Standard',
      '/acme/prod/shop/port String Standard',
      '/acme/prod/shop/sizes/advanced String Advanced',
      '/acme/prod/shop/sizes/standard String Standard',
      '/acme/prod/shop/ssh/deploy SecureString Standard',
      '/acme/prod/shop/template String Standard',
      '/acme/prod/shop/variable SecureString Advanced',
    ]);
  });

  test('values arrive as they were written, and those of the other account too', async () => {
    expect(await world.valueOf('/acme/prod/shop/template')).toBe('${HOME} %{ if } $${x}');
    expect(await world.valueOf('/acme/prod/shop/sizes/standard')).toBe('ü'.repeat(2048));
    expect(await world.valueOf('/acme/prod/shop/list')).toBe('one,two');
    expect(await world.valueOf('/acme/prod/shop/copied/endpoint')).toBe('tools.acme.example');
    expect(await world.valueOf('/acme/prod/shop/copied/zones')).toBe('a|b|c');
  });

  test('secrets arrive decrypted: by the variable, as a copy of the other account, and the words of one that is not set', async () => {
    expect(await world.valueOf('/acme/prod/shop/variable')).toBe(FIRST);
    expect(await world.valueOf('/acme/prod/tools/token', TOOLS)).toBe(TOKEN);
    expect(await world.valueOf('/acme/prod/shop/copy')).toBe(TOKEN);
    const key = String(await world.valueOf('/acme/prod/shop/key'));
    expect(await world.valueOf('/acme/prod/shop/passwords/outside')).toBe(
      `Not set yet. Put the value with: aws ssm put-parameter --overwrite --region eu-west-1 --name /acme/prod/shop/passwords/outside --type SecureString --key-id ${key} --tier Standard --value file://secret.txt`,
    );
  });

  test('the second plan is empty, and no secret stands in a file or was said', async () => {
    expect(await plan(first)).toBe(NOTHING_TO_DO);
    expect(await leaks()).toEqual([]);
  });
});

test('a value put from outside is never read back and never overwritten', async () => {
  await world.put(String(await world.valueOf('/acme/prod/shop/passwords/outside')), OUTSIDE);

  expect(await plan(first)).toBe(NOTHING_TO_DO);
  await world.apply(SHOP_STACK, first);

  expect(await world.valueOf('/acme/prod/shop/passwords/outside')).toBe(OUTSIDE);
  expect(await leaks()).toEqual([]);
});

test('a changed variable is written when its version is raised, not before', async () => {
  expect(await plan(second)).toBe(NOTHING_TO_DO);

  writeShop(output(), { valueVersion: 2 });
  await world.apply(SHOP_STACK, second);

  expect(await world.valueOf('/acme/prod/shop/variable')).toBe(SECOND);
  expect(await world.valueOf('/acme/prod/shop/passwords/outside')).toBe(OUTSIDE);
  expect(await plan(second)).toBe(NOTHING_TO_DO);
  expect(await leaks()).toEqual([]);
});

test('another description plans nothing, since the provider would write an empty value with it', async () => {
  writeShop(output(), { valueVersion: 2, description: 'Another one.' });
  expect(await plan(second)).toBe(NOTHING_TO_DO);
});

test.each([
  ['missing', {}, 'No value for required variable'],
  ['empty', { TF_VAR_shop_password: '' }, 'shop_password is empty: AWS takes no empty value for'],
])('a variable that is %s stops the plan', async (_, variables, words) => {
  const { exitCode, said } = await world.terraform(SHOP_STACK, ['plan'], variables);
  expect(exitCode).toBe(ERROR);
  expect(said).toContain(words);
});

test('a secret that is read as a String stops the plan, and its value is not in it', async () => {
  writeWrongReader(join(world.directory, 'wrong'));
  const folder = 'wrong/stacks/wrong-eu-west-1-workloads';
  await world.terraform(folder, ['init']);

  const { exitCode, said } = await world.terraform(folder, ['plan']);

  expect(exitCode).toBe(ERROR);
  expect(said.replaceAll(/\s+/g, ' ')).toContain(
    '/acme/prod/shop/passwords/outside is no String. Read a String by readParameter, a StringList by readParameterList, a SecureString by readSecret',
  );
});

describe('the end', () => {
  test('a destroy of living secrets is refused', async () => {
    const { exitCode, said } = await world.terraform(SHOP_STACK, ['destroy', '-auto-approve'], second);
    expect(exitCode).toBe(ERROR);
    expect(said).toContain('Instance cannot be destroyed');
    expect(await world.valueOf('/acme/prod/shop/passwords/outside')).toBe(OUTSIDE);
  });

  test('closing destroys all, and no secret was left anywhere on the way', async () => {
    writeShop(output(), { closing: true, valueVersion: 2 });
    await world.apply(SHOP_STACK, second);
    await world.apply(TOOLS_STACK, token);
    const shop = await world.terraform(SHOP_STACK, ['destroy', '-auto-approve'], second);
    const tools = await world.terraform(TOOLS_STACK, ['destroy', '-auto-approve'], token);

    expect([shop.exitCode, tools.exitCode]).toEqual([0, 0]);
    for (const account of [SHOP, TOOLS]) {
      const store = await world.parameterStore(account);
      expect((await store.send(new DescribeParametersCommand({}))).Parameters).toEqual([]);
    }
    expect(await leaks()).toEqual([]);
  });
});
