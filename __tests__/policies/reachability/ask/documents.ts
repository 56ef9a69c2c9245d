import type { Intent, IntentNetwork } from '../../../../modules/core/intent';
import type { NetworkFacts } from '../../../../policies/model/network';
import { networkFactsOf } from '../../../../policies/model/network/reading';
import type { Universe } from '../../../../policies/model/universe';
import { type Place, Places, type Spot } from '../../../../policies/reachability/ask';
import type { End } from '../../../../policies/reachability/query';
import { type Document, documentsOf } from '../../universe';
import type { Resources } from '../cases/terraform';

/** What questions are asked about. */
export interface Documents {
  readonly universe: Universe;
  readonly facts: NetworkFacts;
  readonly places: Places;
}

function documentOf(resources: Resources): Document {
  const resource: Record<string, Record<string, object>> = {};
  for (const [address, body] of Object.entries(resources)) {
    const [type = '', name = ''] = address.split('.');
    resource[type] = { ...resource[type], [name]: body };
  }
  const root = { provider: { aws: [{ region: 'eu-west-1' }] }, variable: { any: { type: 'string' } }, resource };
  return JSON.parse(JSON.stringify(root)) as Document;
}

/** Stacks by name, with what their authors meant if that is told. */
export function stacksOf(stacks: Readonly<Record<string, Resources>>, networks?: readonly IntentNetwork[]): Documents {
  const documents = Object.entries(stacks).map(([name, resources]) => [name, documentOf(resources)] as const);
  const intent = networks === undefined ? {} : { intent: { networks } as Intent };
  const universe: Universe = { stacks: documentsOf(Object.fromEntries(documents)), ...intent };
  const facts = networkFactsOf(universe);
  return { universe, facts, places: new Places(universe, facts) };
}

/** One stack, called net. */
export function stackOf(resources: Resources): Documents {
  return stacksOf({ net: resources });
}

const bare = (text: string): string => text.replace(/\bnet:aws_/g, '');

/** An end in a line: `subnet.app with app, at 10.0.1.10/32, public`. */
export function lineOf(end: End): string {
  if (end.kind === 'internet') return 'internet';
  if (end.kind === 'service') return bare(`service ${end.list}`);
  if (end.kind === 'outside') return `outside ${end.block.kind === 'literal' ? end.block.cidr.toString() : end.block.vpc}`;
  const { subnet, groups, addresses = [], publicIpv4, ipv6 } = end;
  const at = addresses.map((block) => (block.kind === 'literal' ? block.cidr.toString() : block.vpc));
  return bare(
    [
      `${subnet} with ${typeof groups === 'string' ? groups : groups.join(' and ')}`,
      ...(at.length === 0 ? [] : [`at ${at.join(' and ')}`]),
      ...(publicIpv4 === false ? [] : [publicIpv4 === true ? 'public' : 'maybe public']),
      ...(ipv6 === false ? [] : [ipv6 === true ? 'IPv6' : 'maybe IPv6']),
    ].join(', '),
  );
}

function spotLine({ ends, open, doubt }: Spot): string {
  const where = ends.map(lineOf).join(' or ');
  return [
    where,
    ...(open === undefined ? [] : [`open: ${bare(open)}`]),
    ...(doubt === undefined ? [] : [`doubt: ${bare(doubt)}`]),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** The spots of a place, a line each, sorted. */
export function linesOf({ spots }: Place): string[] {
  return spots.map(spotLine).sort();
}
