import type {
  AclEntry,
  Block,
  GroupRule,
  Known,
  NetworkFacts,
  OneOf,
  PrefixList,
  Route,
  RouteTarget,
  Traffic,
} from '../../../../policies/model/network';
import { networkFactsOf } from '../../../../policies/model/network/reading';
import { Unknown } from '../../../../policies/model/term';
import type { ResourceFact, StackDocument } from '../../../../policies/model/universe';
import { universeOf } from './documents';

/** The facts of documents of one form, all with the same parts that can't be seen. */
export function factsOf(
  resources: readonly ResourceFact[],
  form?: StackDocument['form'],
  opaque?: readonly Unknown[],
): NetworkFacts {
  const { stacks } = universeOf(resources, form);
  return networkFactsOf({ stacks: stacks.map((stack) => (opaque === undefined ? stack : { ...stack, opaque })) });
}

/** The one of this key: a test that asks for another is wrong. */
export function at<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key.includes(':') || !key.startsWith('aws_') ? key : `net:${key}`);
  if (found === undefined) throw new Error(`there is no ${key} among ${[...map.keys()].join(', ')}`);
  return found;
}

function without(key: string): string {
  return key.replace(/^net:/, '');
}

/** `a or b`, with `…` where it may be something else too. */
export function oneOfText({ choices, open }: OneOf<string>): string {
  return [...choices.map(without), ...(open === undefined ? [] : ['…'])].join(' or ');
}

/** What isn't known is `?`. */
export function knownText<T>(known: Known<T> | undefined, text: (value: T) => string = String): string {
  if (known === undefined) return 'none';
  return known instanceof Unknown ? '?' : text(known);
}

export function blockText(known: Known<Block> | undefined): string {
  return knownText(known, (block) =>
    block.kind === 'literal' ? block.cidr.toString() : `${without(block.vpc)}/${String(block.newBits)}#${String(block.number)}`,
  );
}

export function trafficText(known: Known<Traffic>): string {
  return knownText(known, (traffic) => {
    if ('ports' in traffic) return `${String(traffic.protocol)} ${String(traffic.ports.from)}-${String(traffic.ports.to)}`;
    if (traffic.protocol === 'other') return `proto ${String(traffic.number)}`;
    if (traffic.protocol === 'all') return 'all';
    return [traffic.protocol, traffic.type ?? '*', traffic.code ?? '*'].join(' ');
  });
}

function listText(known: Known<PrefixList>): string {
  return knownText(known, ({ key }) => without(key));
}

function mark(certain: boolean): string {
  return certain ? '' : ' maybe';
}

/** `6 443-443 10.0.0.0/8`. */
export function ruleText({ traffic, peer, certain }: GroupRule): string {
  const peers = {
    block: () => (peer.kind === 'block' ? `${knownText(peer.family)} ${blockText(peer.block)}` : ''),
    group: () => (peer.kind === 'group' ? oneOfText(peer.group) : ''),
    'prefix-list': () => (peer.kind === 'prefix-list' ? listText(peer.list) : ''),
  };
  return `${trafficText(traffic)} ${peers[peer.kind]()}${mark(certain)}`;
}

/** `100 allow 6 443-443 v4 10.0.0.0/8`. */
export function entryText({ number, action, traffic, family, block, certain }: AclEntry): string {
  const parts = [knownText(number), knownText(action), trafficText(traffic), knownText(family), blockText(block)];
  return `${parts.join(' ')}${mark(certain)}`;
}

function targetText(target: RouteTarget): string {
  return 'key' in target ? `${target.kind} ${without(target.key)}` : target.kind;
}

/** `0.0.0.0/0 -> nat-gateway aws_nat_gateway.a`. */
export function routeText({ destination, target, certain, replacesLocal }: Route): string {
  const isList = !(destination instanceof Unknown) && 'blocks' in destination;
  const to = oneOfText({ ...target, choices: target.choices.map(targetText) });
  const instead = replacesLocal === true ? ' in place of local' : '';
  return `${isList ? listText(destination) : blockText(destination)}${instead} -> ${to}${mark(certain)}`;
}
