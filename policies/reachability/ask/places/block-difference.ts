import { Cidr } from '../../../../modules/core/cidr';

const BITS = { v4: 32, v6: 128 } as const;

function halves({ family, base, prefix, size }: Cidr): readonly [Cidr, Cidr] {
  return [Cidr.containing(family, base, prefix + 1), Cidr.containing(family, base + size / 2n, prefix + 1)];
}

/** The addresses of a block that lie in none of the others, as few blocks, in order. */
export function blockDifference(block: Cidr, others: readonly Cidr[]): readonly Cidr[] {
  const near = others.filter((other) => other.overlaps(block));
  if (near.length === 0) return [block];
  if (near.some((other) => other.covers(block)) || block.prefix === BITS[block.family]) return [];
  return halves(block).flatMap((half) => blockDifference(half, near));
}
