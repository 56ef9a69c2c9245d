import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { inWaves } from '../../../commands/sandbox/waves';
import { FORCED, SAFE } from './all-edits';
import { agreementOf } from './agreement';
import { AppliedBase, Tree } from './applied-base';
import type { Configuration } from './configuration';
import { Course } from './course';
import type { Edit } from './edit';
import { describeEffect, safetyTable } from './safety-table';
import { effectOf } from './effect-of';
import { planEdit, type StackActions } from './planned-edit';
import { renameTier } from './edits/renames';
import { summariesPage } from './plan-summaries';

const [BRAVO, MIKE, ZULU] = ['bravo-us-east-1-network', 'mike-us-east-1-network', 'zulu-us-east-1-network'] as const;
const SECONDS = 1000;
jest.setTimeout(1800 * SECONDS);

const edits: readonly Edit[] = [...SAFE, ...FORCED];
const plans = new Map<string, StackActions | Error>();
const started = performance.now();
let base: AppliedBase;

const PAGE = join(__dirname, '../../../docs/plan-summaries.md');

function nameOf(edit: Edit): string {
  return `edit-${edits.indexOf(edit)}`;
}

/** The folder that an edit was synthesised into. */
function treeOf(edit: Edit): Tree {
  return new Tree(join(base.folder, nameOf(edit)));
}

/** Where the plans of an edit lie; undefined where no stack differs. */
function plansOf(edit: Edit): string | undefined {
  const { plans } = treeOf(edit);
  return readdirSync(plans).length === 0 ? undefined : plans;
}

function say(line: string): void {
  process.stderr.write(`${((performance.now() - started) / SECONDS).toFixed(0).padStart(4)} s  ${line}\n`);
}

/** Plans one edit; what goes wrong is its own test's affair. */
async function plan(title: string): Promise<void> {
  const edit = edits.find((candidate) => candidate.title === title)!;
  try {
    const actions = await planEdit(edit, base, nameOf(edit));
    plans.set(title, actions);
    say(`${title}: ${describeEffect(effectOf(actions, edit.effect))}`);
  } catch (error) {
    plans.set(title, error as Error);
    say(`${title}: ${String(error)}`);
  }
}

beforeAll(async () => {
  base = await AppliedBase.start(say);
  await inWaves([edits.map(({ title }) => title)], plan);
});

afterAll(async () => {
  process.stdout.write(`\n${safetyTable(edits)}\n\n`);
  await base.stop();
});

function planned({ title, effect }: Edit): { readonly stacks: readonly string[]; readonly effect: Edit['effect'] } {
  const plan = plans.get(title);
  if (plan === undefined || plan instanceof Error) throw plan ?? new Error('it was not planned');
  return { stacks: [...plan.keys()], effect: effectOf(plan, effect) };
}

describe('an edit touches what it names and nothing else', () => {
  test.each(SAFE)('$title', (edit) => {
    expect(planned(edit)).toEqual({ stacks: edit.stacks, effect: edit.effect });
    expect(edit.effect.replaced).toBeUndefined();
  });
});

describe('AWS forces the replacement of what is named, and nothing else is replaced', () => {
  test.each(FORCED)('$title: $by', (edit) => {
    expect(planned(edit)).toEqual({ stacks: edit.stacks, effect: edit.effect });
  });
});

describe('plinth diff tells what Terraform will do', () => {
  test.each(edits)('of two synths as of the plan: $title', (edit) => {
    const plans = plansOf(edit);
    const agreement = plans === undefined ? undefined : agreementOf(base.tree.output, treeOf(edit).output, plans);

    expect(agreement?.contradicted ?? []).toEqual([]);
    // The base and its edits hold only what the table knows.
    expect(agreement?.unknown ?? []).toEqual([]);
  });

  test('docs/plan-summaries.md shows what it says of each plan; WRITE_DOCS=1 writes it', () => {
    const page = summariesPage(edits, plansOf);
    if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, page);

    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});

describe('what lives is protected', () => {
  const PROTECTED = /Resource (aws_\w+\.\S+) has lifecycle\.prevent_destroy set/g;

  async function protectors(steps: Edit['steps'], name: string, ...flags: string[]): Promise<string[]> {
    const refusal: unknown = await planEdit({ steps }, base, name, ...flags).catch((error: unknown) => error);
    return [...String(refusal).replace(/\s+/g, ' ').matchAll(PROTECTED)].map(([, address]) => address!).sort();
  }

  test('a direct destroy of a living network is refused by its VPC, its NAT address and its flow logs', async () => {
    // Only stacks that an edit changes are planned: a reworded flow is the edit here.
    const steps: Edit['steps'] = [({ networks }) => void (networks.lab!.flows![0]!.why = 'Benches fetch images')];
    expect(await protectors(steps, 'destroy', '-destroy')).toEqual([
      'aws_cloudwatch_log_group.lab_flow-log_cloudwatch',
      'aws_eip.lab_nat_b',
      'aws_vpc.lab_vpc',
    ]);
  });

  test('another CIDR for a living VPC is refused by the VPC', async () => {
    const steps: Edit['steps'] = [({ accounts }) => void (accounts.mike!.networks = { lab: { cidr: '172.20.0.0/20' } })];
    expect(await protectors(steps, 'other-cidr')).toEqual(['aws_vpc.lab_vpc']);
  });
});

describe('applied in earnest', () => {
  const nothing = { added: 0, changed: 0, destroyed: 0 };

  test('a tier is renamed and its former name forgotten; the middle account is closed and removed; no stack is restless', async () => {
    const course = new Course(base, 'course');
    const step = async (title: string, edit: (zone: Configuration) => void): Promise<unknown> => {
      const done = await course.apply(edit);
      say(`${title}: ${JSON.stringify(done)}`);
      return done;
    };
    expect(await step('rename a tier', renameTier)).toEqual({ [BRAVO]: nothing, [ZULU]: { ...nothing, changed: 7 } });
    expect(await step('forget its former name', forgetTier)).toEqual({ [BRAVO]: nothing, [ZULU]: nothing });
    expect(await step('begin to close mike', lifecycle('closing'))).toEqual({ [MIKE]: nothing });
    expect(await step('close mike', lifecycle('closed'))).toEqual({ [MIKE]: { ...nothing, destroyed: 46 } });
    expect(await step('remove mike', (zone) => delete zone.accounts.mike)).toEqual({});
    expect(await course.restless()).toEqual([]);
  });
});

function forgetTier({ networks }: Configuration): void {
  delete networks.shop!.tiers.backend!.formerly;
}

function lifecycle(stage: string): (zone: Configuration) => void {
  return ({ accounts }) => {
    accounts.mike!.lifecycle = stage;
  };
}
