import type { Cidr } from '../../../core/cidr';
import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import { networkUses } from '../network-uses';
import { DEFAULT_POOL } from './addresses';
import { findBlock } from './blocks';

interface Block {
  readonly cidr: Cidr;
  readonly path: Path;
  readonly order: number;
}

function blocksAt(inspection: Inspection, paths: readonly Path[]): readonly Block[] {
  return paths.flatMap((path, order) => {
    const text = inspection.readText(path);
    const cidr = typeof text === 'string' ? findBlock(text) : undefined;
    return cidr === undefined ? [] : [{ cidr, path, order }];
  });
}

const under = (inspection: Inspection, path: Path): Path[] => inspection.entries(path).map((entry) => entry.path);

function vpcPaths(inspection: Inspection): readonly Path[] {
  const own = networkUses(inspection).flatMap(({ path }) => [
    [...path, 'cidr'],
    ...inspection.names([...path, 'cidr']).map((region) => [...path, 'cidr', region]),
  ]);
  const further = inspection
    .names(['networks'])
    .flatMap((network) =>
      inspection.names(['networks', network, 'ranges']).map((range) => ['networks', network, 'ranges', range, 'cidr']),
    );
  return [...own, ...further];
}

/** Blocks of one family: sorted by their first address, a block overlaps an earlier one exactly if it overlaps the one that reaches furthest. */
function refuseOverlaps(inspection: Inspection, blocks: readonly Block[]): void {
  const sorted = [...blocks].sort((a, b) =>
    a.cidr.base < b.cidr.base ? -1 : a.cidr.base > b.cidr.base ? 1 : a.cidr.prefix - b.cidr.prefix,
  );
  let widest: Block | undefined;
  for (const block of sorted) {
    if (widest?.cidr.overlaps(block.cidr) === true) {
      const [first, second] = widest.order < block.order ? [widest, block] : [block, widest];
      const problem = `the block overlaps ${first.cidr.toString()} of ${inspection.places.name(first.path)}`;
      inspection.refuse(second.path, {
        problem,
        got: asWritten(second.cidr.toString()),
        remedy: 'choose one that is free',
        code: 'LZ-CFG-38',
      });
    }
    if (block.cidr.last > (widest?.cidr.last ?? -1n)) widest = block;
  }
}

/** The pool must not hand out what is in use outside AWS. */
function checkPool(inspection: Inspection, reserved: readonly Block[], onPremises: readonly Block[]): void {
  const text = inspection.readText(['addresses', 'pool']) ?? DEFAULT_POOL;
  const pool = findBlock(text);
  for (const block of onPremises) {
    if (pool?.overlaps(block.cidr) !== true || reserved.some((range) => range.cidr.covers(block.cidr))) continue;
    const key = inspection.places.spell(['addresses', 'reservedRanges']);
    const problem = `the block lies in the pool ${pool.toString()}, which may hand it out to a VPC`;
    inspection.refuse(block.path, {
      problem,
      got: asWritten(block.cidr.toString()),
      remedy: `add it to addresses.${key}`,
      code: 'LZ-CFG-38',
    });
  }
}

/** Explicit blocks against each other, against what stays free and against networks outside AWS. */
export function checkOverlaps(inspection: Inspection): void {
  const reservedPaths = under(inspection, ['addresses', 'reservedRanges']);
  const onPremisesPaths = inspection.names(['onPremises']).flatMap((name) => under(inspection, ['onPremises', name, 'cidrs']));
  const reserved = blocksAt(inspection, reservedPaths);
  const onPremises = blocksAt(inspection, onPremisesPaths);
  const vpcs = blocksAt(inspection, vpcPaths(inspection));
  const families = (['v4', 'v6'] as const).map((family) =>
    [...onPremises, ...vpcs].filter((block) => block.cidr.family === family),
  );
  for (const blocks of families) {
    refuseOverlaps(
      inspection,
      blocks.map((block, order) => ({ ...block, order })),
    );
  }
  refuseOverlaps(
    inspection,
    [...reserved, ...vpcs.filter((vpc) => reserved.some((range) => range.cidr.overlaps(vpc.cidr)))].map((block, order) => ({
      ...block,
      order,
    })),
  );
  checkPool(inspection, reserved, onPremises);
}
