import { Unknown } from '../../../term';
import type { Host } from '../../hosts';
import type { Key, Known, OneOf } from '../../known';
import type { Subnet } from '../../vpc';
import { union } from '../one-of';
import { type Items, Section } from '../section';
import type { Sources } from '../sources';
import type { Subnets } from '../vpc/subnets';
import type { Vpcs } from '../vpc/vpcs';

type Places = Host['subnets'];
type Groups = Known<readonly OneOf<Key>[]>;

/** Agreement of all, or that it isn't known. */
function agreed(answers: readonly Known<boolean>[], otherwise: boolean): Known<boolean> {
  const unknown = answers.find((answer) => answer instanceof Unknown);
  if (unknown !== undefined) return unknown;
  const [first = otherwise] = answers;
  return answers.every((answer) => answer === first) ? first : new Unknown('it depends on which subnet it is in');
}

/** Either is enough. */
export function either(one: Known<boolean>, other: Known<boolean>): Known<boolean> {
  if (one === true || other === true) return true;
  return one instanceof Unknown ? one : other;
}

/** What interfaces in subnets get from them where nothing else is said. */
export class Interfaces {
  constructor(
    readonly sources: Sources,
    readonly subnets: Subnets,
    private readonly vpcs: Vpcs,
  ) {}

  /** The subnets in an argument that is a list of them. */
  listed(section: Section, name: string): Places {
    return this.places(this.subnets.list(section, name));
  }

  /** The subnet in an argument. */
  single(section: Section, name: string): Places {
    const named = section.findNamed(name);
    return named === undefined ? section.gap(name, new Unknown('AWS chooses the subnet')) : [this.subnets.known(named)];
  }

  places({ items, rest }: Items<OneOf<Key>>): Places {
    return rest ?? items;
  }

  /** The groups in an argument, the default group of the VPC where there is none. */
  groups(section: Section, name: string, places: Places): Groups {
    const { items, rest } = section.namedAll(name);
    if (rest !== undefined) return rest;
    return items.length > 0 ? items : this.defaultGroup(places);
  }

  /** What AWS gives an interface that nobody gave a group. */
  defaultGroup(places: Places): Groups {
    if (places instanceof Unknown) return places;
    if (places.length === 0) return [];
    const vpcs = places.flatMap((place): OneOf<Key>[] => [
      ...this.of(place).map(({ vpc }) => vpc),
      ...(place.open === undefined ? [] : [{ choices: [], open: place.open }]),
    ]);
    return [this.vpcs.defaultGroups(union(vpcs))];
  }

  private of({ choices }: OneOf<Key>): readonly Subnet[] {
    return choices.flatMap((key) => this.subnets.all().get(key) ?? []);
  }

  private each(places: Places, answer: (subnet: Subnet) => Known<boolean>): Known<boolean> {
    if (places instanceof Unknown) return places;
    const all = places.flatMap((place) => [...this.of(place).map(answer), ...(place.open === undefined ? [] : [place.open])]);
    return agreed(all, false);
  }

  /** Whether its subnets give it a public IPv4 address. */
  mapsPublicIpv4(places: Places): Known<boolean> {
    return this.each(places, ({ mapsPublicIpv4 }) => mapsPublicIpv4);
  }

  /** Whether its subnets give it an IPv6 address. */
  assignsIpv6(places: Places): Known<boolean> {
    return this.each(places, ({ origin }) => {
      const section = new Section(origin, this.sources);
      if (origin.type === 'aws_subnet' && origin.mode === 'managed') {
        return section.flag('assign_ipv6_address_on_creation', false);
      }
      return new Unknown(`${origin.key} says nothing of its IPv6 addresses`);
    });
  }

  /** Whether it has IPv6 addresses: its own, or those that its subnets give. */
  ipv6(section: Section, subnets: Host['subnets']): Known<boolean> {
    const count = section.findNumber('ipv6_address_count');
    const { items, rest } = section.list('ipv6_addresses');
    if (items.length > 0 || (typeof count === 'number' && count > 0)) return true;
    if (rest !== undefined) return rest;
    return count instanceof Unknown ? count : this.assignsIpv6(subnets);
  }

  /** Whether it can have IPv6 addresses where AWS decides: only where its subnets have. */
  mayHaveIpv6(places: Places, why: string): Known<boolean> {
    const has = this.each(places, ({ ipv6 }) => ipv6 !== undefined);
    return has === false ? false : new Unknown(why);
  }
}
