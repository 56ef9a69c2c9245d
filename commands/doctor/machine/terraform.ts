import { TERRAFORM_RANGE } from '../../../modules/terraform';
import { type Check, notChecked, ok, problem, type Subject, warning } from '../check';
import type { SynthesisedStacks } from '../synthesised-stacks';
import { parseVersion, satisfies, type Version } from '../version';
import { type Answer, type Ask, firstLine } from './program';

const TERRAFORM: Subject = { id: 'terraform', title: 'Terraform' };
const OUTPUT: Subject = { id: 'output', title: 'synthesised stacks' };

function statedVersion(answer: Answer): string | undefined {
  if (answer.kind !== 'answered' || answer.exitCode !== 0) return undefined;
  try {
    const { terraform_version: stated } = JSON.parse(answer.stdout) as { readonly terraform_version?: unknown };
    return typeof stated === 'string' ? stated : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with the answer of `terraform version -json`, where no version stands in it. */
function silence(answer: Answer): string {
  switch (answer.kind) {
    case 'missing':
      return 'not on the PATH';
    case 'failed':
      return answer.reason;
    case 'answered':
      return answer.exitCode === 0 ? 'it does not say its version' : firstLine(answer);
  }
}

/** Who asks for a range, few by name. */
function demand(range: string, { stacks }: SynthesisedStacks): string {
  const [first, ...others] = stacks.filter(({ requiredVersion }) => requiredVersion === range).map(({ name }) => name);
  if (first === undefined) return range;
  return `${range} (${first}${others.length === 0 ? '' : ` and ${others.length} more`})`;
}

function rangeCheck(written: string, version: Version, synthesised: SynthesisedStacks, found: string): Check {
  const asked = synthesised.stacks.flatMap(({ requiredVersion }) => requiredVersion ?? []);
  const ranges = [...new Set([TERRAFORM_RANGE, ...asked])];
  const unmet = ranges.filter((range) => satisfies(version, range) === false);
  const unknown = ranges.filter((range) => satisfies(version, range) === undefined);
  if (unmet.length > 0) {
    const expected = unmet.map((range) => demand(range, synthesised)).join(' and ');
    return problem(TERRAFORM, { found, expected, remedy: `install a Terraform ${unmet.join(', ')} instead of ${written}` });
  }
  if (unknown.length > 0) return notChecked(TERRAFORM, `${found}; the range "${unknown.join('", "')}" can't be compared`);
  return ok(TERRAFORM, found);
}

/** Terraform on the PATH against what Plinth, and the stacks as they were synthesised, ask for. OpenTofu is mentioned. */
export async function terraformCheck(ask: Ask, synthesised: SynthesisedStacks): Promise<Check> {
  const [terraform, tofu] = await Promise.all([ask('terraform', 'version', '-json'), ask('tofu', 'version', '-json')]);
  const [written, alternative] = [statedVersion(terraform), statedVersion(tofu)];
  const mention = alternative === undefined ? '' : `; OpenTofu ${alternative} is there too`;
  const version = written === undefined ? undefined : parseVersion(written);
  if (written !== undefined && version !== undefined) {
    return rangeCheck(written, version, synthesised, `${written}${mention}`);
  }
  const remedy =
    alternative === undefined
      ? 'install Terraform 1.10 or later and put it on the PATH'
      : 'install Terraform 1.10 or later; OpenTofu plans and applies the stacks too, but the sandbox and the tests start terraform';
  return problem(TERRAFORM, { found: `${silence(terraform)}${mention}`, expected: TERRAFORM_RANGE, remedy });
}

/** Whether the output folder holds stacks whose demands are known. */
export function outputCheck({ stacks, unreadable }: SynthesisedStacks, out: string): Check {
  if (unreadable.length > 0) {
    const remedy = 'synthesise again: npm start';
    return warning(OUTPUT, { found: `the cdk.tf.json of ${unreadable.join(', ')} is not what synth writes`, remedy });
  }
  if (stacks.length === 0) return notChecked(OUTPUT, `none in ${out} yet`, 'synthesise them: npm start');
  return ok(OUTPUT, `${stacks.length} in ${out}`);
}
