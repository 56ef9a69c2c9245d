import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { OUTPUT } from '../examples/output-folder';
import { synth } from '../../main';
import { type PlacedPolicy, policiesOf, type StackJson } from './policies-of';
import { policyFaults } from './validity/policy-faults';

// Thousands of statements are read, on machines that do other things too.
jest.setTimeout(60_000);

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = join(ROOT, 'examples');

/** Examples of what is refused, and of Terraform that nobody here wrote. */
const WITHOUT_STACKS = ['broken-claim', 'reachability', 'refused'];

/** The examples that come to stacks, each synthesised into the output of this run. */
const synthesised = readdirSync(EXAMPLES, { withFileTypes: true }).flatMap((folder) => {
  if (!folder.isDirectory() || WITHOUT_STACKS.includes(folder.name)) return [];
  const program = join(EXAMPLES, folder.name, 'main.ts');
  if (existsSync(program)) {
    jest.requireActual(program);
  } else {
    synth({ config: join(EXAMPLES, folder.name, 'landing-zone.yaml'), out: join(OUTPUT, folder.name), frozen: true });
  }
  return [folder.name];
});
synth({ config: join(ROOT, 'landing-zone.yaml'), out: join(OUTPUT, 'landing-zone'), frozen: true });

const stacks = readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('cdk.tf.json'))
  .sort();
const policies = stacks.flatMap((file) => policiesOf(JSON.parse(readFileSync(join(OUTPUT, file), 'utf8')) as StackJson));

const faults = async (placed: readonly PlacedPolicy[]): Promise<string[]> => {
  const found = await Promise.all(
    placed.map(async ({ address, policy }) => (await policyFaults(policy)).map((fault) => `${address}: ${fault}`)),
  );
  return found.flat();
};

afterAll(() => rmSync(OUTPUT, { recursive: true, force: true }));

it('reads stacks of every example and of the reference organisation, and policies in them', () => {
  expect(synthesised).toEqual(expect.arrayContaining(['dual-stack', 'hcp-terraform', 'in-code', 'one-vpc', 'rules-by-hand']));
  expect(stacks.length).toBeGreaterThan(synthesised.length);
  expect([...new Set(policies.map(({ type, attribute }) => `${type} ${attribute}`))]).toEqual(
    expect.arrayContaining(['aws_iam_role assume_role_policy', 'aws_iam_role_policy policy']),
  );
});

it('knows every action, form of resource, condition key and principal in every policy', async () => {
  expect(await faults(policies)).toEqual([]);
});

/** Each is one slip in the text of one policy that somebody wrote. */
it.each([
  // A pattern with one letter more may well be another pattern.
  ['a misspelt action', /"Action":(\[?)"([a-z0-9-]+):(\w+)/, '"Action":$1"$2:$3zq'],
  ['an ARN that ends early', /"Resource":(\[?)"arn:aws:(\w+):[^"]*"/, '"Resource":$1"arn:aws:$2:"'],
  ['an unknown condition key', /"Condition":\{"(\w+)":\{"aws:(\w+)"/, '"Condition":{"$1":{"aws:$2s"'],
  ['a misspelt service', /"Service":"(\w)/, '"Service":"$1$1'],
])('catches %s in each policy that has the place for it', async (_slip, place, written) => {
  const texts = policies.map((placed) => ({ placed, text: JSON.stringify(placed.policy) }));
  const broken = texts.filter(({ text }) => place.test(text));
  const caught = await Promise.all(
    broken.map(
      async ({ text }) => (await policyFaults(JSON.parse(text.replace(place, written)) as PlacedPolicy['policy'])).length,
    ),
  );

  expect(caught.length).toBeGreaterThan(0);
  expect(caught.filter((count) => count === 0)).toEqual([]);
});
