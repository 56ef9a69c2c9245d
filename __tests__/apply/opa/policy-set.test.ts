import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../../commands/sandbox/environment';
import { plan } from '../../../policies/packs/areas/plan';
import { DETECTION_TYPES } from '../../../policies/rules/plan/detection';
import { FOUNDATION_TYPES } from '../../../policies/rules/plan/foundations';
import { GUARDRAIL_TYPES } from '../../../policies/rules/plan/guardrails';
import { KEY_HOLDERS, KEY_TYPES } from '../../../policies/rules/plan/keys';
import { GUARDED_PORTS } from '../../../policies/rules/plan/open-groups';
import { PUBLIC_GUARDS, PUBLIC_MACHINES } from '../../../policies/rules/plan/public-data';
import { RETENTIONS, STATEFUL_TYPES } from '../../../policies/rules/plan/stateful';
import { TRAIL_SWITCHES } from '../../../policies/rules/plan/trails';
import { askOpa, runOpa } from './opa';
import { type Case, CASES, committed, RULES } from '../../policies/rules/plan/plan-fixture';
import { byTypeScript } from './two-judges';

/** A block of policies.hcl. */
interface PolicyBlock {
  readonly name: string;
  readonly query: string;
  readonly level: string;
}

const POLICIES: readonly PolicyBlock[] = [
  ...readFileSync(join(projectRoot(), 'policies/opa/policies.hcl'), 'utf8').matchAll(
    /^policy "([^"]+)" \{\n {2}query {13}= "([^"]+)"\n {2}enforcement_level = "([^"]+)"\n {2}description {7}= "[^"]+"\n\}$/gm,
  ),
].map(([, name = '', query = '', level = '']) => ({ name, query, level }));

type Messages = Readonly<Record<string, readonly string[]>>;

/** What HCP Terraform is told of every plan: messages by policy, asked all at once. */
function askAll(): ReadonlyMap<string, Messages> {
  const plans = RULES.flatMap((rule) =>
    CASES.map((which) => [`${rule} ${which}`, { plan: committed(rule, which), run: {} }] as const),
  );
  const asked = POLICIES.map(({ query }, index) => `p${String(index)} := ${query} with input as shown`);
  const told = POLICIES.map(({ name }, index) => `"${name}": p${String(index)}`);
  const query = `{name: {${told.join(', ')}} | some name, shown in input; ${asked.join('; ')}}`;
  return new Map(Object.entries(askOpa(query, Object.fromEntries(plans)) as Readonly<Record<string, Messages>>));
}

const answers = askAll();
const ask = (rule: string, which: Case): Messages => answers.get(`${rule} ${which}`) ?? {};

describe('the policy set', () => {
  test.each([
    ['is valid and strict', ['check', '--strict', 'policies/opa']],
    ['is formatted', ['fmt', '--list', '--fail', 'policies/opa']],
  ])('%s', (_title, args) => {
    expect(runOpa(args)).toEqual({ status: 0, output: '' });
  });

  test('passes its own 18 tests', () => {
    const { status, output } = runOpa(['test', 'policies/opa']);

    expect(output).toBe('PASS: 18/18\n');
    expect(status).toBe(0);
  });

  test('has five policies, of which only what is unknown is advisory', () => {
    expect(POLICIES.map(({ name, level }) => `${name} ${level}`)).toEqual([
      'plinth-kept mandatory',
      'plinth-closed mandatory',
      'plinth-watched mandatory',
      'plinth-guarded mandatory',
      'plinth-unknown advisory',
    ]);
  });
});

describe('every finding', () => {
  test.each(RULES.flatMap((rule) => CASES.map((which) => [rule, which] as const)))(
    'of %s, %s is a message of exactly one policy, and names rule and address',
    (rule, which) => {
      const messages = Object.values(ask(rule, which)).flat();
      const told = byTypeScript(committed(rule, which)).map((line) => {
        const [, id = '', address = ''] = /^(\S+) \S+ ([^:]+):/.exec(line) ?? [];
        return `${address} ${id}`;
      });

      expect(messages.map((message) => message.replace(/^([^:]+): .*\((plan\/[a-z-]+)\)\..*$/, '$1 $2')).sort()).toEqual(
        told.sort(),
      );
    },
  );

  test('of violated rules is denied, none of them is advisory', () => {
    const advisory = RULES.filter((rule) => (ask(rule, 'violating')['plinth-unknown'] ?? []).length > 0);

    expect(advisory).toEqual([]);
  });

  test('says where, what, by which rule, what to do and how to accept it', () => {
    expect(ask('public-data', 'violating')['plinth-closed']).toContain(
      'aws_db_instance.shop: it has a public address (plan/public-data). Set publicly_accessible = false, or accept it with a reason in accepted.rego, or override this policy for this run',
    );
  });

  test.each([
    ['administrators', 'plinth-unknown'],
    ['detection', 'plinth-watched'],
    ['guardrails', 'plinth-guarded'],
    ['keys', 'plinth-unknown'],
    ['open-groups', 'plinth-unknown'],
    ['open-trust', 'plinth-unknown'],
    ['public-data', 'plinth-unknown'],
    ['stateful', 'plinth-kept'],
    ['trails', 'plinth-watched'],
  ])('of %s that is unknown is told by %s', (rule, policy) => {
    const telling = Object.entries(ask(rule, 'unknown')).filter(([, messages]) => messages.length > 0);

    expect(telling.map(([name]) => name)).toEqual([policy]);
  });
});

describe('both judges have the same lists', () => {
  const rules = 'data.terraform.policies.rules';

  test.each([
    ['what holds data', `${rules}.stateful.types`, STATEFUL_TYPES],
    ['what is kept for a time', `object.keys(${rules}.stateful.retentions)`, Object.keys(RETENTIONS)],
    ['what networks stand on', `${rules}.foundations.types`, FOUNDATION_TYPES],
    ['what has a public address', `${rules}.public_data.machines`, PUBLIC_MACHINES],
    ['what keeps the public out', `${rules}.public_data.guards`, PUBLIC_GUARDS],
    ['trails', `object.keys(${rules}.trails.switches)`, Object.keys(TRAIL_SWITCHES)],
    ['keys', `${rules}.keys.types`, KEY_TYPES],
    ['keys and what they hang on', `${rules}.keys.holders`, KEY_HOLDERS],
    ['what watches', `${rules}.detection.types`, DETECTION_TYPES],
    ['guardrails', `${rules}.guardrails.types`, GUARDRAIL_TYPES],
    [
      'rules',
      '{sprintf("plan/%s", [replace(name, "_", "-")]) | some name, _ in data.terraform.policies.rules}',
      plan.map(({ rule }) => rule.id),
    ],
  ])('of %s', (_title, query, list) => {
    expect(askOpa(query, {})).toEqual([...list].sort());
  });

  test('of ports', () => {
    expect(askOpa(`${rules}.open_groups.ports`, {})).toEqual(GUARDED_PORTS);
  });
});
