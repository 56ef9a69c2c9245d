import { isTermList, type Term } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { factsOf } from '../../../rules/rule';
import { table } from '../elements';
import { type Html, html, type Part } from '../html';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { CHARGED, type Charged } from './charged';

/** How many there are; `isLeast`: maybe more, since the documents don't tell all. */
interface Count {
  readonly number: number;
  readonly isLeast: boolean;
}

function subnetsOf(term: Term | undefined): Count {
  return isTermList(term) && term.length > 0 ? { number: term.length, isLeast: false } : { number: 1, isLeast: true };
}

function countOf({ repeated, body }: ResourceFact, { isForEachSubnet }: Charged): Count {
  const { number, isLeast } = isForEachSubnet === true ? subnetsOf(body.subnet_ids) : { number: 1, isLeast: false };
  return repeated === undefined ? { number, isLeast } : { number: 0, isLeast: true };
}

function chargedIn(universe: Universe, charged: Charged): { readonly count: Count; readonly accounts: ReadonlySet<string> } {
  const accounts = new Set<string>();
  let count: Count = { number: 0, isLeast: false };
  for (const fact of factsOf(universe, charged.type)) {
    if (charged.where !== undefined && fact.body[charged.where.argument] !== charged.where.is) continue;
    const one = countOf(fact, charged);
    count = { number: count.number + one.number, isLeast: count.isLeast || one.isLeast };
    accounts.add(fact.accountId ?? 'an account that isn’t told');
  }
  return { count, accounts };
}

function countText({ number, isLeast }: Count): string {
  if (isLeast && number === 0) return 'not told';
  return isLeast ? `at least ${String(number)}` : String(number);
}

function* content({ universe }: Subject): Generator<Html> {
  const rows = CHARGED.flatMap((charged): (readonly Part[])[] => {
    const { count, accounts } = chargedIn(universe, charged);
    return accounts.size === 0 ? [] : [[charged.name, countText(count), String(accounts.size), charged.per]];
  });
  if (rows.length === 0) return;
  yield html`<p class="quiet">Counts, no prices: those differ by Region and contract. What is stored, sent and called costs besides.</p>`;
  yield table({ caption: 'What is charged for being there', head: ['What', 'How many', 'Accounts', 'Charged'], rows });
}

/** What costs money for being there. */
export const costs: Section = {
  id: 'costs',
  title: 'What costs money',
  lead: 'What AWS charges for as long as it is there, or each time that it works.',
  content,
};
