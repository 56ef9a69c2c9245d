import type { Construct } from 'constructs';

import { describeRepeatedFlow, findRepeatedFlows, type Flow, type FlowInput, parseFlow } from '../../core/flow';
import { asWritten, InputError, ProblemList, withSubject } from '../../core/input-error';
import { placeOf, type PlaceProps, subjectOf } from '../../terraform';
import { placeAclEntries } from '../addresses/acl-placement';
import { explicitAddresses, type TierBlock } from '../addresses/explicit-addresses';
import { hashedAclNumbers } from '../addresses/hashed-acl-numbers';
import { compileFlows } from '../flows/compile-flows';
import type { NetworkView, OnPremises } from '../flows/network-view';
import { NetworkNames } from '../network-names';
import type { DhcpOptions, EndpointOptions, FlowLogOptions, NatMode, TierKind } from '../network-options';
import { VpcNetwork } from './vpc-network';
import { DEFAULT_QUOTAS, type NetworkQuotas, type VpcPlan } from './vpc-plan';
import { zoneAttribute } from '../tiers/zone';

/** A tier: what it may reach, and its block. */
export interface TierProps extends TierBlock {
  readonly kind: TierKind;
}

/** A VPC of a library user: addresses are stated, everything else has a safe default. */
export interface VpcProps extends PlaceProps {
  /** The VPC's range, /16 to /28. */
  readonly cidr: string;
  /** Zones by letter (a) or id (euw1-az1), in any order. */
  readonly zones: readonly string[];
  /** @default none */
  readonly nat?: NatMode;
  /** The zone of a single NAT gateway. @default - the alphabetically first */
  readonly natZone?: string;
  /** Block of the NAT gateways' subnets. @default - none: required with NAT */
  readonly natCidr?: string;
  /** Dual stack; every tier then states its ipv6Block. @default false */
  readonly ipv6?: boolean;
  readonly tiers: Readonly<Record<string, TierProps>>;
  /** Everything that may pass. @default [] */
  readonly flows?: readonly FlowInput[];
  /** By service. @default {} */
  readonly endpoints?: Readonly<Record<string, EndpointOptions>>;
  /** Networks outside AWS, for flows to onprem:<name>. @default {} */
  readonly onPremises?: Readonly<Record<string, OnPremises>>;
  /** @default - CloudWatch Logs, kept 365 days */
  readonly flowLogs?: FlowLogOptions;
  /** @default - Amazon's */
  readonly dhcp?: DhcpOptions;
  /** Rule numbers by `<tier> <in|out> <peer> <port>`, where two computed ones met. @default {} */
  readonly aclNumbers?: Readonly<Record<string, number>>;
  /** @default - AWS's defaults: 20 ACL entries, 60 group rules */
  readonly quotas?: NetworkQuotas;
  /** Where ids are left for other stacks, as SSM parameters. @default - nowhere */
  readonly parameterPath?: string;
  /** Ready to be destroyed: nothing is protected any more. @default false */
  readonly closing?: boolean;
}

function readFlows(subject: string, inputs: readonly FlowInput[]): Flow[] {
  const problems = new ProblemList();
  const flows = inputs.flatMap(
    (input, index) => problems.attempt(`${subject} flows.${String(index)}`, () => parseFlow(input, index)) ?? [],
  );
  for (const repeated of findRepeatedFlows(flows)) {
    problems.add(
      describeRepeatedFlow(
        repeated,
        `${subject} flows.${String(repeated.flow.index)}`,
        `flows.${String(repeated.earlier.index)}`,
      ),
    );
  }
  problems.throwIfAny();
  return flows;
}

function natZonesOf(subject: string, { nat = 'none', natZone, zones }: VpcProps): readonly string[] {
  if (!['none', 'single', 'one-per-zone'].includes(nat)) {
    throw InputError.of({
      subject,
      problem: 'nat is none, single or one-per-zone',
      got: asWritten(nat),
      remedy: 'choose one of the three',
      code: 'LZ-NET-15',
    });
  }
  const sorted = [...zones].sort();
  if (nat === 'single') return [natZone ?? sorted[0] ?? ''];
  return nat === 'none' ? [] : sorted;
}

function checkZones(subject: string, region: string, zones: readonly string[]): void {
  if (zones.length === 0) {
    throw InputError.of({
      subject,
      problem: 'a VPC needs at least one zone',
      got: '[]',
      remedy: 'name zones, such as ["a", "b"]',
      code: 'LZ-NET-16',
    });
  }
  for (const zone of zones) withSubject(subject, () => zoneAttribute(region, zone));
}

function planVpc(scope: Construct, id: string, props: VpcProps): VpcPlan {
  const subject = subjectOf(scope, id, 'Vpc');
  const { nat = 'none', tiers, zones } = props;
  const { region, accountId } = placeOf(scope, subject, props);
  checkZones(subject, region, zones);
  const natZones = natZonesOf(subject, props);
  const blocks = explicitAddresses(subject, { ...props, nat, natZones });
  const view: NetworkView = {
    key: id,
    dualStack: props.ipv6 ?? false,
    nat,
    tiers: new Map(Object.entries(tiers).map(([tier, { kind }]) => [tier, kind])),
    endpoints: new Map(Object.entries(props.endpoints ?? {})),
    onPremises: new Map(Object.entries(props.onPremises ?? {})),
    peered: new Map(),
    flows: readFlows(subject, props.flows ?? []),
  };
  const flows = compileFlows([view]).get(id);
  if (flows === undefined) throw new Error('the compiler lost the network');
  const aclEntries = placeAclEntries(flows.aclEntries, () => [1]);
  const addresses = { ...blocks, aclNumbers: hashedAclNumbers(subject, aclEntries, props.aclNumbers ?? {}) };
  return {
    ...view,
    names: new NetworkNames(id, new Map()),
    physical: { network: id, tier: (tier) => tier, group: (group) => group },
    accountId,
    region,
    zones,
    tiers: new Map(Object.entries(tiers).map(([tier, { kind }]) => [tier, { kind }])),
    natZones,
    flowLogs: props.flowLogs ?? {},
    ...(props.dhcp === undefined ? {} : { dhcp: props.dhcp }),
    flows,
    addresses,
    addressesOf: () => addresses,
    aclEntries,
    quotas: props.quotas ?? DEFAULT_QUOTAS,
    ...(props.parameterPath === undefined ? {} : { parameterPath: props.parameterPath }),
    closing: props.closing ?? false,
  };
}

/**
 * A VPC with tiers over zones in which only the declared flows pass. The construct's id is part of every Terraform
 * address: changing it moves the network.
 * @throws InputError LZ-NET-n, LZ-FLOW-n, LZ-CIDR-n, LZ-PORT-n, LZ-TEXT-n
 */
export class Vpc extends VpcNetwork {
  constructor(scope: Construct, id: string, props: VpcProps) {
    super(scope, id, planVpc(scope, id, props));
  }
}
