import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Key, Known, OneOf } from '../../known';
import type { PublicAccess } from '../../vpc';
import { scopesMeet } from '../identities';
import { findOnly } from '../one-of';
import type { Section } from '../section';
import type { Sources } from '../sources';

const BLOCKED: Readonly<Record<string, PublicAccess>> = {
  off: 'all',
  'block-bidirectional': 'none',
  'block-ingress': 'egress',
};
const EXCLUDED: Readonly<Record<string, PublicAccess>> = { 'allow-bidirectional': 'all', 'allow-egress': 'outbound' };

const TWICE = new Unknown('two exclusions say different things of it, and AWS does not say which counts');

function modeOf(section: Section, argument: string, modes: Readonly<Record<string, PublicAccess>>): Known<PublicAccess> {
  const text = section.findText(argument);
  if (text instanceof Unknown) return text;
  return modes[text ?? ''] ?? section.gap(argument, new Unknown('the mode is none that is known'));
}

function samePlace(a: ResourceFact, b: ResourceFact): boolean {
  const told = a.accountId !== undefined && a.region !== undefined;
  return a.accountId === b.accountId && a.region === b.region && (told || a.stack === b.stack);
}

/** VPC Block Public Access: a mode for each account and Region, and what is excluded from it. */
export class PublicAccessModes {
  private readonly excluded = new Map<Key, Known<PublicAccess>>();
  /** An exclusion that may be for anything. */
  private stray?: Unknown;

  constructor(private readonly sources: Sources) {
    for (const section of sources.of('aws_vpc_block_public_access_exclusion')) this.exclude(section);
  }

  private exclude(section: Section): void {
    const named = section.findNamed('vpc_id') ?? section.findNamed('subnet_id');
    const mode = modeOf(section, 'internet_gateway_exclusion_mode', EXCLUDED);
    if (named === undefined) return;
    const certain = findOnly(named) !== undefined ? section.origin.repeated : new Unknown('it is excluded, or another one');
    for (const key of named.choices) {
      const other = this.excluded.get(key);
      this.excluded.set(key, other === undefined || other === mode ? (certain ?? mode) : TWICE);
    }
    if (named.open !== undefined) this.stray = named.open;
  }

  private modeAt(vpc: ResourceFact | undefined): Known<PublicAccess> {
    const options = this.sources.of('aws_vpc_block_public_access_options');
    const here = options.find(({ origin }) => vpc !== undefined && samePlace(origin, vpc));
    const mode = here === undefined ? 'all' : modeOf(here, 'internet_gateway_block_mode', BLOCKED);
    if (here !== undefined) return here.origin.repeated ?? mode;
    const near = options.find(({ origin }) => vpc === undefined || scopesMeet(origin, vpc));
    return near === undefined ? 'all' : new Unknown(`${near.origin.key} may be for its account and Region`);
  }

  /** What is left to a VPC or subnet by an exclusion, where the mode of its place is `mode`. */
  private leave(mode: Known<PublicAccess>, excluded: Known<PublicAccess>): Known<PublicAccess> {
    if (mode === 'all' || excluded === 'all') return 'all';
    return mode instanceof Unknown ? mode : excluded;
  }

  /** What is left to a VPC. */
  ofVpc(key: Key, origin: ResourceFact | undefined): Known<PublicAccess> {
    const mode = this.modeAt(origin);
    if (mode === 'all') return 'all';
    const excluded = this.excluded.get(key) ?? this.stray;
    return excluded === undefined ? mode : this.leave(mode, excluded);
  }

  /** What is left to a subnet that is excluded by itself. */
  findOfSubnet(key: Key, origin: ResourceFact, vpcs: OneOf<Key>): Known<PublicAccess> | undefined {
    const excluded = this.excluded.get(key);
    if (excluded === undefined) return undefined;
    const mode = this.modeAt(origin);
    const ofVpc = vpcs.choices.map((vpc) => this.excluded.get(vpc)).find((one) => one !== undefined && one !== excluded);
    return ofVpc === undefined || mode === 'all' ? this.leave(mode, excluded) : TWICE;
  }
}
