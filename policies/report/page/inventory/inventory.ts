import type { StackDocument } from '../../../model/universe';
import { fold, table } from '../elements';
import { type Html, html } from '../html';
import type { Section } from '../section';
import type { Subject } from '../subject';

function stackFold({ name, resources }: StackDocument): Html {
  const rows = resources.map(({ address, type, mode, region, accountId, constructPath }) => [
    html`<code>${address}</code>`,
    mode === 'data' ? html`${type} (read)` : type,
    [accountId, region].filter((part) => part !== undefined).join(' '),
    constructPath === undefined ? '' : html`<code>${constructPath}</code>`,
  ]);
  const count = resources.filter(({ mode }) => mode === 'managed').length;
  return fold({
    summary: html`${name} <span class="quiet">${count} ${count === 1 ? 'resource' : 'resources'}</span>`,
    content: table({ caption: `What ${name} holds`, head: ['Address', 'Type', 'Where', 'Made by'], rows }),
  });
}

function* content({ universe }: Subject): Generator<Html> {
  if (universe.stacks.length === 0) return;
  yield html`<div data-search="Search addresses, types, accounts, Regions">`;
  for (const stack of universe.stacks) yield stackFold(stack);
  yield html`</div>`;
}

/** What gets built, stack by stack. */
export const inventory: Section = {
  id: 'inventory',
  title: 'Inventory',
  lead: 'What gets built: every resource of every stack, and what Terraform reads.',
  content,
};
