import { mark, type Standing, table } from '../elements';
import { type Html, html, type Part } from '../html';
import type { Member } from './member';
import type { FlowView, NetworkView } from './view/network-view';
import { KIND_NAMES } from './picture/columns';

const STANDINGS: Readonly<Record<FlowView['verdict'], Standing>> = {
  proven: 'good',
  partial: 'doubtful',
  unknown: 'doubtful',
  unreachable: 'bad',
  'not judged': 'neutral',
};

function codes(texts: readonly string[]): readonly Part[] {
  return texts.map((text, at) => [at > 0 && ', ', html`<code>${text}</code>`]);
}

function flowRow({ from, to, ports, why, verdict, families, problem, position }: FlowView): readonly Part[] {
  return [
    from.names.join(', '),
    to.names.join(', '),
    codes(ports),
    why,
    html`${mark(STANDINGS[verdict], verdict)} ${families}${problem !== undefined && html`<br>${problem}`}`,
    position ?? '',
  ];
}

/** The flows of a network: what the arrows of its picture say. */
export function flowTable({ name, flows }: NetworkView): Html | undefined {
  if (flows.length === 0) return undefined;
  const head = ['From', 'To', 'Port', 'Why', 'Proof', 'Written at'];
  return table({ caption: `Flows of ${name}`, head, rows: flows.map(flowRow) });
}

/** What a network is made of: what the boxes of its picture say. */
export function partTable({ name, columns }: NetworkView): Html {
  const parts = columns.filter(({ kind }) => kind !== 'internet');
  const rows = parts.flatMap(({ title, kind, nodes }) =>
    nodes.map((node): readonly Part[] => [
      node.name ?? html`<code>${node.address}</code>`,
      [...new Set([title, KIND_NAMES[kind]])].filter((text) => text !== '').join(', '),
      node.zone ?? '',
      codes(node.addresses),
      node.kind === 'subnet' ? (node.leadsTo.length === 0 ? 'nothing outside the VPC' : node.leadsTo.join(', ')) : '',
      node.notes.join(', '),
    ]),
  );
  return table({
    caption: `Parts of ${name}`,
    head: ['Part', 'Tier or place', 'Zone', 'Addresses', 'Routes lead to', 'Note'],
    rows,
  });
}

/** By what networks with the same picture differ. */
export function memberTable(members: readonly Member[]): Html {
  const titles = [...new Set(members.flatMap(({ subnets }) => [...subnets.keys()]))];
  return table({
    caption: 'Addresses of the networks with this picture',
    head: ['Network', 'Where', 'Addresses', ...titles],
    rows: members.map(({ name, place, addresses, subnets }): readonly Part[] => [
      name,
      place,
      codes(addresses),
      ...titles.map((title) => codes(subnets.get(title) ?? [])),
    ]),
    ...(members.length > 10 ? { search: 'Search networks, accounts, addresses' } : {}),
  });
}
