import type { Block, Key, NetworkFacts, OneOf, Peering, Route, RouteTable, Vpc } from '../../model/network';
import { Unknown } from '../../model/term';
import { blockText } from '../../reachability/filter/address-text';
import { proverOf } from '../reachability/proven';
import { type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/peering-routes-narrow';
const FIX = 'lead only to the subnets of the other VPC that are needed';
/** No VPC is smaller. @source Amazon VPC user guide, "VPC CIDR blocks" */
const SMALLEST = { v4: 28, v6: 60 } as const;

/** Whether a route's destination holds all of another block. */
function holdsAll(outer: Block, inner: Block): boolean {
  if (outer.kind === 'literal') return inner.kind === 'literal' && outer.cidr.covers(inner.cidr);
  return inner.kind === 'amazon' && outer.vpc === inner.vpc && outer.newBits === 0 && inner.newBits === 0;
}

/** The VPC on the other side of a peering; undefined where it isn't known which side the table is on. */
function findOther({ requester, accepter }: Peering, { vpc }: RouteTable, { vpcs }: NetworkFacts): Vpc | undefined {
  const own = onlyOf(vpc);
  const sides = [onlyOf(requester), onlyOf(accepter)];
  const other = own === undefined || !sides.includes(own) ? undefined : sides.find((side) => side !== own);
  return other === undefined ? undefined : vpcs.get(other);
}

function onlyOf({ choices, open }: OneOf<Key>): Key | undefined {
  return open === undefined && choices.length === 1 ? choices[0] : undefined;
}

/** Blocks of a destination, as far as they are known; and those that surely are narrower than any VPC are left out. */
function blocksTo({ destination }: Route): readonly (Block | Unknown)[] {
  const known = destination instanceof Unknown || !('blocks' in destination) ? [destination] : destination.blocks;
  const blocks = known instanceof Unknown ? [known] : known;
  return blocks.filter((block) => {
    if (block instanceof Unknown || block.kind === 'amazon') return true;
    return block.cidr.prefix <= SMALLEST[block.cidr.family];
  });
}

function problemOf(block: Block | Unknown, other: Vpc | undefined): { problem: string; certain: boolean } | undefined {
  if (block instanceof Unknown) {
    return { problem: `whether it leads to all of the other VPC isn't known: ${block.why}`, certain: false };
  }
  const whole = other?.blocks.find((own) => holdsAll(block, own));
  if (whole !== undefined && other !== undefined) {
    return { problem: `${blockText(block)} is all of ${blockText(whole)}, the other VPC's block`, certain: true };
  }
  if (other !== undefined && other.incomplete === undefined) return undefined;
  return {
    problem: `whether ${blockText(block)} is all of the other VPC isn't known: its blocks aren't in the documents`,
    certain: false,
  };
}

function findingFor(facts: NetworkFacts, table: RouteTable, route: Route): readonly Finding[] {
  const peerings = route.target.choices.flatMap((target) => (target.kind === 'peering' ? [target.key] : []));
  for (const key of peerings) {
    const peering = facts.peerings.get(key);
    const other = peering === undefined ? undefined : findOther(peering, table, facts);
    for (const block of blocksTo(route)) {
      const found = problemOf(block, other);
      if (found === undefined) continue;
      const certain = found.certain && route.certain;
      return [
        findingOn(
          ID,
          route.origin,
          `the route ${certain ? 'leads' : 'may lead'} too far: ${found.problem}`,
          FIX,
          certain ? 'violated' : 'unknown',
        ),
      ];
    }
  }
  return [];
}

/** A peering joins what has to talk, and not two networks as a whole. */
export const peeringRoutesNarrow: Rule = {
  id: ID,
  summary: 'Routes to a peering lead to a part of the other VPC',
  judge: (universe) => {
    const { facts } = proverOf(universe);
    return [...facts.tables.values()].flatMap((table) => table.routes.flatMap((route) => findingFor(facts, table, route)));
  },
};
