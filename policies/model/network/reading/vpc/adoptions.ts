import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Key, OneOf } from '../../known';
import { IMPLICIT, scopesMeet } from '../identities';
import { anything, findOnly } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';

type What = keyof typeof IMPLICIT;

interface Doubt {
  readonly what: What;
  readonly origin: ResourceFact;
  readonly why: string;
}

function vpcOf(implicit: Key, what: What): Key | undefined {
  const ending = `.${IMPLICIT[what]}`;
  return implicit.endsWith(ending) ? implicit.slice(0, -ending.length) : undefined;
}

/**
 * The resources that take over what AWS makes with a VPC: `aws_default_route_table`, `aws_default_network_acl` and
 * `aws_default_security_group`. What they take over isn't AWS's own any more: its rules are the ones they write.
 */
export class Adoptions {
  private readonly vpcs = new Map<Key, OneOf<Key>>();
  private readonly doubts: Doubt[] = [];

  constructor(private readonly sources: Sources) {
    for (const section of sources.of('aws_default_route_table')) this.adoptNamed(section, 'table', 'default_route_table_id');
    for (const section of sources.of('aws_default_network_acl')) this.adoptNamed(section, 'acl', 'default_network_acl_id');
    for (const section of sources.of('aws_default_security_group')) this.adoptGroup(section);
  }

  private adoptNamed(section: Section, what: What, argument: string): void {
    const named = section.findNamed(argument) ?? anything(new Unknown(`${argument} is not said`));
    this.adopt(section, what, findOnly(named), named.open);
  }

  private adoptGroup(section: Section): void {
    const vpcs = section.findNamed('vpc_id') ?? this.defaultVpc(section.origin);
    const vpc = findOnly(vpcs);
    this.adopt(section, 'group', vpc === undefined ? undefined : `${vpc}.${IMPLICIT.group}`, vpcs.open);
    this.vpcs.set(section.origin.key, vpcs);
  }

  private adopt({ origin }: Section, what: What, implicit: Key | undefined, open: Unknown | undefined): void {
    const vpc = implicit === undefined ? undefined : vpcOf(implicit, what);
    const taken = implicit !== undefined && this.sources.identities.canonical(implicit) !== implicit;
    const why = open ?? origin.repeated ?? new Unknown(taken ? 'another resource takes it over too' : 'whose it is is not said');
    this.vpcs.set(origin.key, vpc === undefined ? anything(why) : { choices: [vpc] });
    if (implicit !== undefined && vpc !== undefined && !taken && origin.repeated === undefined) {
      this.sources.identities.adopt(implicit, origin.key);
      return;
    }
    // An id from outside is taken over from a VPC outside.
    if (implicit !== undefined && vpc === undefined) return;
    this.doubts.push({ what, origin, why: `${origin.key} may take it over: ${why.why}` });
  }

  /** The default VPC of an account and Region, which resources without a VPC lie in. */
  defaultVpc(origin: ResourceFact): OneOf<Key> {
    const found = this.sources.of('aws_default_vpc').filter((section) => scopesMeet(section.origin, origin));
    const why = new Unknown('it lies in the default VPC of its account and Region');
    return found.length === 1 ? { choices: found.map((section) => section.origin.key) } : anything(why);
  }

  /** The VPC that a resource which takes something over belongs to. */
  vpcOf(adopter: Key): OneOf<Key> {
    return this.vpcs.get(adopter) ?? anything(new Unknown('whose it is is not said'));
  }

  /** Why what AWS made with a VPC may be in other hands. */
  findDoubt(what: What, vpc: ResourceFact | undefined): Unknown | undefined {
    const doubt = this.doubts.find((one) => one.what === what && (vpc === undefined || scopesMeet(one.origin, vpc)));
    return doubt === undefined ? undefined : new Unknown(doubt.why);
  }
}
