import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { App } from 'cdktf';

import { suggestName } from './modules/core/text/did-you-mean';
import { asWritten, InputError } from './modules/core/input-error';
import { OperationError } from './modules/core/operation-error';
import { assertUnchanged } from './modules/core/ledger';
import {
  defineLandingZone,
  type LandingZone,
  ledgerFileOf,
  type Lifecycle,
  readConfiguration,
  readLedger,
  writeLedger,
} from './modules/landing-zone';
import { collectGarbage, forgettingTokens, publish, withStage } from './modules/terraform';
import {
  type AccessCounts,
  accessText,
  countAccess,
  countProven,
  countsText,
  dayOf,
  findingsDocument,
  landingZone,
  pagesIn,
  type ProofCounts,
  proofsText,
  readUniverse,
  renderFinding,
  renderNotices,
  reportFiles,
  review,
  type Review,
  synthBefore,
  writeReport,
} from './policies';

/** Pages stand beside their rules: in the sources, and where the build puts them. */
const PAGES = join(__dirname, 'policies', 'rules');

/** One run of synth. */
export interface SynthOptions {
  /** Path of landing-zone.yaml. */
  readonly config: string;
  /** The output folder. */
  readonly out: string;
  /** Fail rather than change the ledger. */
  readonly frozen: boolean;
  /** Tries a lifecycle on the whole file, without keeping what it does to the ledger. @default - as it is written */
  readonly lifecycle?: Lifecycle;
  /** Stacks whose files are replaced, the rest stays as it is. @default - all */
  readonly only?: readonly string[];
}

/** What a run came to. */
export interface SynthResult extends Review {
  readonly zone: LandingZone;
  readonly proven: ProofCounts;
  readonly access: AccessCounts;
}

function refuseUnknownStacks(only: SynthOptions['only'], { intent }: LandingZone): void {
  const known = intent.stacks.map(({ name }) => name);
  const unknown = (only ?? []).filter((name) => !known.includes(name));
  if (unknown.length === 0) {
    return;
  }
  throw new InputError(
    unknown.map((name) => ({
      subject: '--only',
      problem: 'there is no such stack',
      got: asWritten(name),
      remedy: suggestName(name, known),
      code: 'LZ-STACK-3',
    })),
  );
}

/**
 * The composition root: reads the configuration, defines the stacks, judges the result, and only then replaces the
 * former output.
 * @throws InputError everything that is wrong with the input, at once
 */
export function synth({ config, out, frozen, lifecycle, only }: SynthOptions): SynthResult {
  const { input, positionOf } = readConfiguration(config);
  const ledgerFile = ledgerFileOf(config);
  const before = readLedger(ledgerFile);
  return withStage(out, (stage) => {
    // The constructs end here: what judges has their place in memory.
    const zone = forgettingTokens(() => {
      const app = new App({ outdir: stage, stackTraces: false });
      const defined = defineLandingZone(app, lifecycle === undefined ? input : { ...input, lifecycle }, before, positionOf);
      refuseUnknownStacks(only, defined);
      if (frozen && lifecycle === undefined) assertUnchanged(defined.ledgerChanges, ledgerFile);
      app.synth();
      writeFileSync(join(stage, 'intent.json'), json(defined.intent));
      writeFileSync(join(stage, 'order.json'), json(defined.order));
      if (defined.roles !== undefined) writeFileSync(join(stage, 'roles.json'), json(defined.roles));
      return defined;
    });
    collectGarbage();
    const universe = readUniverse(stage);
    const today = dayOf(process.env.SOURCE_DATE_EPOCH, () => new Date());
    const judgement = review(universe, landingZone, { today, isTrial: lifecycle !== undefined });
    if (judgement.failing === 0) {
      // What it took to judge has gone, and reports on a thousand accounts take its place.
      collectGarbage();
      const before = synthBefore(out, stage, universe);
      const title = zone.intent.organization.name;
      const subject = { title, today, universe, review: judgement, ...(before === undefined ? {} : { before }) };
      writeReport(join(stage, 'report'), reportFiles(stage, subject, pagesIn(PAGES)));
      if (lifecycle === undefined) writeLedger(ledgerFile, zone.ledger);
      publish(stage, out, only);
    }
    return { ...judgement, zone, proven: countProven(universe), access: countAccess(universe) };
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function describe(result: SynthResult, { config, out }: SynthOptions): string {
  const { zone, proven, access, stacks, resources, rules, findings, failing } = result;
  const changes = zone.ledgerChanges.length;
  const kept = failing === 0 ? `commit ${ledgerFileOf(config)}` : 'not kept';
  const ledger = changes === 0 ? 'unchanged' : `${String(changes)} changes, ${kept}`;
  const rows = [
    ['configuration', config],
    ['stacks', `${String(stacks)} in ${String(zone.order.waves.length)} waves, ${String(resources)} resources`],
    [
      'flows',
      `${String(zone.intent.flows.length)} declared, ${String(zone.intent.residue.length)} reply ranges left open by stateless ACLs`,
    ],
    ['addresses', ledger],
    ['proofs', proofsText(proven)],
    ['access', accessText(access)],
    ['rules', `${String(rules)} held against the output: ${countsText(result)}`],
    ...(failing === 0
      ? [
          ['Terraform', join(out, 'stacks')],
          ['report', join(out, 'report', 'index.html')],
        ]
      : []),
  ];
  const table = rows.map(([name = '', value = '']) => `  ${name.padEnd(14)} ${value}\n`).join('');
  if (failing === 0) {
    return `${table}${renderNotices(result)}\nNext: npm run sandbox applies all of it to an emulated AWS\n`;
  }
  const shown = findings.map((finding) => `\n${renderFinding(finding)}\n`).join('');
  return `${table}${shown}\nNothing was written: the former output stands.\n`;
}

/** The same for machines. */
function document(result: SynthResult): string {
  const { zone, proven, access } = result;
  const { intent, order, ledgerChanges } = zone;
  return json({ waves: order.waves, flows: intent.flows.length, proven, access, ledgerChanges, ...findingsDocument(result) });
}

/** What `main` prints beside what `synth` does. */
export interface MainOptions extends SynthOptions {
  /** One JSON document instead of text. @default false */
  readonly json?: boolean;
}

/** @returns the exit code: 0 good, 1 findings, 2 unreadable or wrong input, 3 what was to be written could not be */
export function main(options: MainOptions): number {
  try {
    const result = synth(options);
    process.stdout.write(options.json === true ? document(result) : describe(result, options));
    return result.failing === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof InputError || error instanceof OperationError)) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`);
    return error instanceof InputError ? 2 : 3;
  }
}

if (require.main === module) {
  // A reader that has seen enough (head, less) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { LANDING_ZONE, CDKTF_OUTDIR, CI, PLINTH_LIFECYCLE } = process.env;
  const lifecycle = (['living', 'closing', 'closed'] as const).find((stage) => stage === PLINTH_LIFECYCLE);
  process.exitCode = main({
    config: LANDING_ZONE ?? 'landing-zone.yaml',
    out: CDKTF_OUTDIR ?? 'cdktf.out',
    frozen: CI === 'true',
    ...(lifecycle === undefined ? {} : { lifecycle }),
  });
}
