import type { StackDocument } from '../../../model/universe';
import { mark, table } from '../elements';
import { type Html, html, type Part } from '../html';
import type { Subject } from '../subject';

/** A stack, and where it builds. */
interface Placed {
  readonly account: string;
  readonly region: string;
  readonly label: string;
  readonly resources: number;
  readonly lifecycle: string;
}

const NOT_TOLD = 'not told';

/** The one value that all have, or that they have several or none. */
function common(values: ReadonlySet<string | undefined>): string {
  const [first] = values;
  return values.size > 1 ? 'several' : (first ?? NOT_TOLD);
}

function placedOf({ name, resources }: StackDocument): Placed {
  const managed = resources.filter(({ mode }) => mode === 'managed');
  return {
    account: common(new Set(managed.map(({ accountId }) => accountId))),
    region: common(new Set(managed.map(({ region }) => region))),
    label: name,
    resources: managed.length,
    lifecycle: 'living',
  };
}

function placed({ universe }: Subject): readonly Placed[] {
  const known = new Map(universe.intent?.stacks.map((stack) => [stack.name, stack]));
  return universe.stacks.map((document) => {
    const stack = known.get(document.name);
    const found = placedOf(document);
    if (stack === undefined) return found;
    const { account, accountId, region, layer, lifecycle } = stack;
    return { ...found, account: `${account} ${accountId}`, region, label: layer, lifecycle };
  });
}

function stacksOf(stacks: readonly Placed[]): Part {
  return stacks.map(({ label, resources, lifecycle }, place) => [
    place > 0 && html`<br>`,
    html`${label} <span class="quiet">${resources}</span>`,
    lifecycle !== 'living' && [' ', mark('doubtful', lifecycle)],
  ]);
}

/** Accounts by Regions: which stacks build there, and how much. */
export function zone(subject: Subject): Html {
  const all = placed(subject);
  const regions = [...new Set(all.map(({ region }) => region))].sort();
  const accounts = new Map<string, Placed[]>();
  for (const one of all) {
    const stacks = accounts.get(one.account);
    if (stacks === undefined) accounts.set(one.account, [one]);
    else stacks.push(one);
  }
  const rows = [...accounts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([account, stacks]): readonly Part[] => [
      account,
      ...regions.map((region) => stacksOf(stacks.filter((stack) => stack.region === region))),
    ]);
  return html`<h3>Accounts and Regions</h3>
${table({ caption: 'Stacks with the number of their resources', head: ['Account', ...regions], rows })}`;
}
