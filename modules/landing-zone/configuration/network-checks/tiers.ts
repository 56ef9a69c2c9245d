import { asWritten } from '../../../core/input-error';
import { DEFAULT_VPC_SIZE } from '../address-checks/addresses';
import { checkSize, findBlock, readVpcBlock } from '../address-checks/blocks';
import { checkFormerly, checkKeys, refuseUnknown } from '../checks/names';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import type { RangeInput } from '../landing-zone';

/** Words of the flow grammar, and the tier that NAT gateways stand in. */
const RESERVED = new Set(['internet', 'nat', 'onprem', 'endpoint', 'prefix-list']);

function checkRanges(inspection: Inspection, network: Path): void {
  const ranges = [...network, 'ranges'];
  checkKeys(inspection, ranges, 'range');
  checkFormerly(inspection, ranges, 'range');
  for (const name of inspection.names(ranges)) {
    const path = [...ranges, name];
    checkSize(inspection, [...path, 'size'], 'a range of a VPC');
    const text = inspection.readText([...path, 'cidr']);
    const block = text === undefined ? undefined : readVpcBlock(inspection, [...path, 'cidr'], text);
    const size = inspection.readNumber([...path, 'size']);
    if (block === undefined || size === undefined || size === block.prefix) continue;
    const problem = `the size contradicts the range ${block.toString()}`;
    inspection.refuse([...path, 'size'], { problem, got: String(size), remedy: 'leave size out', code: 'LZ-CFG-36' });
  }
}

function rangeSize(inspection: Inspection, network: Path, range: string | undefined): number {
  const usual = inspection.readNumber(['addresses', 'vpcSize']) ?? DEFAULT_VPC_SIZE;
  if (range === undefined) return usual;
  const { cidr, size } = (inspection.read([...network, 'ranges', range]) as RangeInput | undefined) ?? {};
  return (cidr === undefined ? undefined : findBlock(cidr)?.prefix) ?? size ?? usual;
}

function checkSubnetSize(inspection: Inspection, network: Path, path: Path, range: string | undefined): void {
  checkSize(inspection, [...path, 'subnetSize'], 'a subnet');
  const size = inspection.readNumber([...path, 'subnetSize']);
  const whole = rangeSize(inspection, network, range);
  if (size === undefined || size >= whole || size < 16) return;
  const problem = `a subnet of /${String(size)} is larger than its range of /${String(whole)}`;
  inspection.refuse([...path, 'subnetSize'], {
    problem,
    got: String(size),
    remedy: `use ${String(whole + 2)} or more`,
    code: 'LZ-CFG-36',
  });
}

/** The tiers of a network and the ranges that they lie in. */
export function checkTiers(inspection: Inspection, network: Path): void {
  checkRanges(inspection, network);
  const tiers = [...network, 'tiers'];
  if (inspection.read(tiers) !== undefined && inspection.names(tiers).length === 0) {
    inspection.refuse(tiers, {
      problem: 'a network needs at least one tier',
      got: '{}',
      remedy: 'write for example app: {kind: private}',
      code: 'LZ-CFG-35',
    });
  }
  checkKeys(inspection, tiers, 'tier');
  checkFormerly(inspection, tiers, 'tier');
  for (const name of inspection.names(tiers)) {
    const path = [...tiers, name];
    if (RESERVED.has(name)) {
      const problem = name === 'nat' ? 'the tier "nat" is made for NAT gateways' : 'the name is a word of the flow grammar';
      inspection.refuse(path, { problem, got: asWritten(name), remedy: 'choose another name', code: 'LZ-CFG-25' }, 'key');
    }
    const range = inspection.readText([...path, 'range']);
    const known = inspection.names([...network, 'ranges']);
    if (range !== undefined && !known.includes(range) && !inspection.isUnknowable([...network, 'ranges'])) {
      refuseUnknown(inspection, [...path, 'range'], 'range', range, known, 'add it under ranges:');
    }
    checkSubnetSize(inspection, network, path, range);
    checkKeys(inspection, [...path, 'groups'], 'group');
    checkFormerly(inspection, [...path, 'groups'], 'group');
  }
}
