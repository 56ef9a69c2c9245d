import type { JudgedFinding } from '../../packs/judged-finding';
import { suppressionRules } from '../../suppressions/fault-rules';
import { statedBy, type Suppression } from '../../suppressions/suppression';
import type { Review } from '../review';
import { renderFinding } from '../text/finding-text';
import { type Element, renderXml, writeChild } from './xml';

/** What a rule says of a stack. */
interface Case {
  readonly failures: JudgedFinding[];
  readonly told: JudgedFinding[];
  readonly known: JudgedFinding[];
  readonly accepted: { readonly finding: JudgedFinding; readonly suppression: Suppression }[];
}

/** The suite of what is wrong with suppressions, which is of no stack. */
const OF_NO_STACK = 'suppressions';

function textOf(title: string, findings: readonly JudgedFinding[]): readonly string[] {
  return findings.length === 0 ? [] : [title, ...findings.map(renderFinding)];
}

function acceptance({ finding, suppression }: Case['accepted'][number]): string {
  const place = finding.address ?? finding.stack;
  return `${place}: accepted by ${statedBy(suppression)} until ${suppression.until}: ${suppression.reason}`;
}

/** Failures make a test case fail; what is accepted, and nothing else, skips it; the rest is its output. */
function caseElement(stack: string, rule: string, found: Case | undefined): Element {
  const attributes = { classname: stack, name: rule };
  if (found === undefined) return { name: 'testcase', attributes };
  const { failures, told, known, accepted } = found;
  const [first] = failures;
  const failure: readonly Element[] =
    first === undefined
      ? []
      : [
          {
            name: 'failure',
            attributes: {
              type: first.verdict,
              message: failures.length === 1 ? first.problem : `${String(failures.length)} findings, the first: ${first.problem}`,
            },
            content: failures.map(renderFinding).join('\n\n'),
          },
        ];
  const messages = accepted.map(acceptance);
  const isSkipped = first === undefined && told.length === 0 && known.length === 0 && messages.length > 0;
  const skipped: readonly Element[] = isSkipped ? [{ name: 'skipped', attributes: { message: messages.join('; ') } }] : [];
  const output = [
    ...textOf('Told, and failing nothing:', told),
    ...textOf('In the baseline:', known),
    ...(isSkipped ? [] : messages),
  ].join('\n\n');
  const out: readonly Element[] = output === '' ? [] : [{ name: 'system-out', attributes: {}, content: output }];
  return { name: 'testcase', attributes, content: [...failure, ...skipped, ...out] };
}

function countOf(cases: readonly Element[], name: string): number {
  return cases.filter(({ content }) => Array.isArray(content) && content.some((inner: Element) => inner.name === name)).length;
}

/** Findings by stack and rule. */
class Cases {
  readonly #byStack = new Map<string, Map<string, Case>>();

  constructor({ findings, known, accepted }: Review) {
    for (const finding of findings) {
      const { failures, told } = this.#of(finding);
      (finding.level === 'error' ? failures : told).push(finding);
    }
    for (const finding of known) this.#of(finding).known.push(finding);
    for (const each of accepted) this.#of(each.finding).accepted.push(each);
  }

  get stacks(): readonly string[] {
    return [...this.#byStack.keys()];
  }

  rulesOf(stack: string): readonly string[] {
    return [...(this.#byStack.get(stack)?.keys() ?? [])];
  }

  find(stack: string, rule: string): Case | undefined {
    return this.#byStack.get(stack)?.get(rule);
  }

  #of({ stack, rule }: JudgedFinding): Case {
    const ofStack = this.#byStack.get(stack) ?? new Map<string, Case>();
    this.#byStack.set(stack, ofStack);
    const found = ofStack.get(rule) ?? { failures: [], told: [], known: [], accepted: [] };
    ofStack.set(rule, found);
    return found;
  }
}

/** A review as JUnit XML: a suite for each stack, in it a case for each rule, and a suite for the suppressions. */
export function junitReport(review: Review): string {
  const cases = new Cases(review);
  const rules = review.pack.entries.map(({ rule }) => rule.id);
  const faults = suppressionRules.map(({ rule }) => rule.id);
  const stacks = [...new Set([...review.stackNames, ...cases.stacks, ''])];
  const sums = { tests: 0, failures: 0, skipped: 0 };
  // A thousand accounts have more cases than should be in memory at once.
  const suites = stacks.map((stack) => {
    const name = stack === '' ? OF_NO_STACK : stack;
    const held = new Set([...(stack === '' ? faults : rules), ...cases.rulesOf(stack)]);
    const content = [...held].map((rule) => caseElement(name, rule, cases.find(stack, rule)));
    const [failures, skipped] = [countOf(content, 'failure'), countOf(content, 'skipped')];
    sums.tests += held.size;
    sums.failures += failures;
    sums.skipped += skipped;
    return writeChild({ name: 'testsuite', attributes: { name, tests: held.size, failures, errors: 0, skipped }, content });
  });
  const { tests, failures, skipped } = sums;
  const attributes = { name: `plinth ${review.pack.id}`, tests, failures, errors: 0, skipped };
  return renderXml({ name: 'testsuites', attributes, content: suites });
}
