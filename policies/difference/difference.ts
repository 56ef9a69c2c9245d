import { InputError } from '../../modules/core/input-error';
import { type Action, ACTIONS, type Change, type Difference, type Doubt, RANKS, type Source } from './change';
import { planChanges } from './plan-changes';
import { weightOf } from './rank';
import { type Document, FORMS } from './read-documents';
import { shownChanges } from './shown-comparison';
import { type Renaming, StackComparison } from './written/comparison';
import { movesBetween } from './written/intentions';
import type { StackDocument } from '../model/universe';

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What is lost first, what holds data before what can be made again; then by address. */
function order(one: Change, other: Change): number {
  return (
    RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) ||
    weightOf(one.type) - weightOf(other.type) ||
    ACTIONS.indexOf(one.action) - ACTIONS.indexOf(other.action) ||
    compareTexts(`${one.stack}:${one.address}`, `${other.stack}:${other.address}`)
  );
}

function differenceOf(source: Source, changes: readonly Change[], doubts: readonly Doubt[]): Difference {
  const count = (action: Action): number => changes.filter((change) => change.action === action).length;
  const counts = Object.fromEntries(ACTIONS.map((action) => [action, count(action)])) as Record<Action, number>;
  return { source, changes: [...changes].sort(order), doubts, counts };
}

/**
 * What plans do, as Terraform itself says.
 * @throws InputError LZ-DIFF-2 it is no plan
 */
export function planDifference(documents: readonly Document[], path: string): Difference {
  const changes = documents.flatMap((document) => {
    if (document.form === 'plan') return planChanges(document.name, document.root);
    throw InputError.of({
      subject: path,
      problem: 'a single document must be a plan, which knows what is there',
      got: FORMS[document.form],
      remedy: 'name what it is compared with as well: plinth diff BEFORE AFTER',
      code: 'LZ-DIFF-2',
    });
  });
  return differenceOf('plan', changes, []);
}

/** A document of the same kind with nothing in it. */
function emptied(document: Document): Document {
  if (document.form !== 'written') return { ...document, root: {} };
  const { name } = document;
  return {
    name,
    form: 'written',
    stack: { name, form: 'synthesised', terraform: document.stack.terraform, resources: [], roots: [] },
  };
}

function isWritten(document: Document): document is Document & { readonly stack: StackDocument } {
  return document.form === 'written';
}

function pairChanges(
  before: Document,
  after: Document,
  elsewhere: Renaming = (key) => key,
): Pick<Difference, 'changes' | 'doubts'> {
  if (isWritten(before) && isWritten(after)) {
    const comparison = new StackComparison(before.stack, after.stack, elsewhere);
    return { changes: comparison.changes(), doubts: comparison.doubts() };
  }
  if (isWritten(before) || isWritten(after)) throw new Error('documents of one form alone are compared');
  const states = before.form === 'state' && after.form === 'state';
  return { changes: shownChanges(after.name, before.root, after.root, states), doubts: [] };
}

/** Of each side all documents have one form: the first tells it. */
function refuseOtherForms([before]: readonly Document[], [after]: readonly Document[]): void {
  if (before === undefined || after === undefined || isWritten(before) === isWritten(after)) return;
  throw InputError.of({
    subject: after.name,
    problem: `${FORMS[before.form]} can't be compared with ${FORMS[after.form]}`,
    remedy: 'compare what is written with what is written; of a plan alone, plinth diff PLAN tells what it does',
    code: 'LZ-DIFF-3',
  });
}

/** What is to be known of a stack that comes or goes as a whole. */
function goneDoubt(name: string, fresh: readonly StackDocument[], stack: StackDocument): string {
  const addresses = new Set(stack.resources.map(({ address }) => address));
  const twin = fresh.find(
    ({ resources }) =>
      resources.length > 0 && resources.filter(({ address }) => addresses.has(address)).length > addresses.size / 2,
  );
  const gone = 'the stack is gone, so nobody plans it: what it made stays in AWS until its state is planned once more without it';
  if (twin === undefined || name === twin.name) return gone;
  return `${gone}. ${twin.name} has most of its addresses: if the stack was renamed, move its state there, or all of it is made a second time`;
}

/**
 * What differs between two sets of documents, stack by stack. Two single documents are one stack, whatever they are called.
 * @throws InputError LZ-DIFF-3 where what is written is compared with a plan or state
 */
export function documentDifference(before: readonly Document[], after: readonly Document[]): Difference {
  refuseOtherForms(before, after);
  const [one, other] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && one !== undefined && other !== undefined) {
    const { changes, doubts } = pairChanges(one, other);
    return differenceOf('documents', changes, doubts);
  }
  return stackDifference(before, after);
}

/** The same, a stack being what has its name before and after. */
export function stackDifference(before: readonly Document[], after: readonly Document[]): Difference {
  const [was, will] = [new Map(before.map((each) => [each.name, each])), new Map(after.map((each) => [each.name, each]))];
  const moves = before.filter(isWritten).flatMap(({ name, stack }) => {
    const next = will.get(name);
    const moved = next !== undefined && isWritten(next) ? [...movesBetween(stack, next.stack)] : [];
    return moved.map(([from, to]): [string, string] => [`${name}:${from}`, `${name}:${to}`]);
  });
  const keys = new Map(moves);
  const renamed: Renaming = (key) => keys.get(key) ?? key;
  const fresh = after.filter(isWritten).filter(({ name }) => !was.has(name));
  const parts = [...new Set([...was.keys(), ...will.keys()])].sort().flatMap((name) => {
    const [former, next] = [was.get(name), will.get(name)];
    const present = next ?? former;
    if (present === undefined) return [];
    const pair = pairChanges(former ?? emptied(present), next ?? emptied(present), renamed);
    const lost = next === undefined && former !== undefined && isWritten(former) ? former.stack : undefined;
    const stacks = fresh.map(({ stack }) => stack);
    return [
      lost === undefined ? pair : { ...pair, doubts: [...pair.doubts, { stack: name, why: goneDoubt(name, stacks, lost) }] },
    ];
  });
  return differenceOf(
    'documents',
    parts.flatMap(({ changes }) => changes),
    parts.flatMap(({ doubts }) => doubts),
  );
}
