import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { synth } from '../../../main';
import { judge, type JudgedFinding, landingZone, readUniverse } from '../../../policies';
import { StackFile } from './stack-file';

const FOLDERS = {
  dev: 'dev-eu-west-1-network',
  identity: 'management-global-identity',
  logging: 'log-archive-eu-west-1-logging',
  prod: 'prod-eu-west-1-network',
} as const;

type Name = keyof typeof FOLDERS;

/** Changes stacks of the reference organisation. */
export type Mutate = (stacks: Readonly<Record<Name, StackFile>>) => void;

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(FOLDERS).map(([name, folder]) => [folder, name]));

/** `violated storage/versioning logging:aws_s3_bucket.trail-logs`: what a finding says of what, on one line. */
function lineOf({ rule, verdict, stack, address = '', stated }: JudgedFinding): string {
  return `${verdict} ${rule} ${stated ?? `${NAMES.get(stack) ?? stack}:${address}`}`;
}

/** Findings that weren't there before: others, and the same ones with another problem. */
function newOnes(before: readonly JudgedFinding[], after: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const whole = (finding: JudgedFinding): string => `${lineOf(finding)} ${finding.problem}`;
  const left = before.map(whole);
  return after.filter((finding) => {
    const index = left.indexOf(whole(finding));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** The reference organisation, synthesised once, changed as often as is wanted and held against all rules. */
export class Estate {
  readonly #folder = mkdtempSync(join(tmpdir(), 'plinth-estate-'));
  readonly #written = join(this.#folder, 'reference');
  readonly #before: readonly JudgedFinding[];

  constructor() {
    synth({ config: 'landing-zone.yaml', out: this.#written, frozen: false, lifecycle: 'living' });
    this.#before = judge(readUniverse(this.#written), landingZone).findings;
    if (this.#before.some(({ level }) => level === 'error')) {
      throw new Error('the reference has errors before anything is changed');
    }
  }

  /** What a change brings up, of any level. */
  findingsOf(mutate: Mutate): readonly string[] {
    const changed = join(this.#folder, 'changed');
    rmSync(changed, { recursive: true, force: true });
    cpSync(this.#written, changed, { recursive: true });
    const stack = (name: Name): StackFile => new StackFile(join(changed, 'stacks', FOLDERS[name], 'cdk.tf.json'));
    const stacks = { dev: stack('dev'), identity: stack('identity'), logging: stack('logging'), prod: stack('prod') };
    mutate(stacks);
    for (const file of Object.values(stacks)) file.write();
    return newOnes(this.#before, judge(readUniverse(changed), landingZone).findings).map(lineOf);
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
