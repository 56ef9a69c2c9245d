/** One step of a reference: an attribute, or a constant key of an instance or element. */
export type Step = { readonly name: string } | { readonly key: string | number };

/** A reference as far as a plan shows it: `aws_subnet.app["a"].id`; what follows an index that isn't constant is cut off. */
export interface Traversal {
  readonly text: string;
  readonly steps: readonly Step[];
}

const STEP = /\.?([A-Za-z_][\w-]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/y;

/** The steps of a text such as `module.vpc["a"].aws_subnet.app[0]`. Nothing: it isn't one. */
export function stepsOf(text: string): readonly Step[] {
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const found = STEP.exec(text);
    if (found === null) return [];
    const [, name, index, quoted] = found;
    if (name !== undefined) steps.push({ name });
    else if (index !== undefined) steps.push({ key: Number(index) });
    else steps.push({ key: JSON.parse(`"${quoted ?? ''}"`) as string });
  }
  return steps;
}

/**
 * What an expression refers to. A plan lists each reference followed by everything that it begins with
 * (`aws_vpc.a.id`, `aws_vpc.a`); those are left out here, a reference to the whole of `aws_vpc.a` beside it is not.
 */
export function traversalsOf(references: readonly string[]): readonly Traversal[] {
  const whole = references.filter((reference, index) => {
    const before = references[index - 1];
    return before === undefined || !(before.startsWith(`${reference}.`) || before.startsWith(`${reference}[`));
  });
  return [...new Set(whole)].map((text) => ({ text, steps: stepsOf(text) }));
}

/** What steps name, keys left out: `aws_subnet.app`, `data.aws_vpc.main`. */
export function plainOf(steps: readonly Step[]): string {
  return steps.flatMap((step) => ('name' in step ? [step.name] : [])).join('.');
}

/** The name that a step gives, if it gives one. */
export function nameAt(steps: readonly Step[], index: number): string | undefined {
  const step = steps[index];
  return step !== undefined && 'name' in step ? step.name : undefined;
}

/** The key in brackets, if the step is one. */
export function keyAt(steps: readonly Step[], index: number): string | number | undefined {
  const step = steps[index];
  return step !== undefined && 'key' in step ? step.key : undefined;
}

/** A key as addresses have it: `[0]`, `["a"]`; nothing for none. */
export function keyText(key: string | number | undefined): string {
  return key === undefined ? '' : `[${JSON.stringify(key)}]`;
}
