import { type Cidr } from '../../../core/cidr';
import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import { checkSize, readBlock } from './blocks';

/** What the configuration gets where it doesn't say otherwise. */
export const DEFAULT_POOL = '10.0.0.0/8';
export const DEFAULT_VPC_SIZE = 20;

function checkPool(inspection: Inspection, path: Path, vpcSize: number): Cidr | undefined {
  const text = inspection.readText(path) ?? DEFAULT_POOL;
  const pool = readBlock(inspection, path, text);
  if (pool === undefined) return undefined;
  const refuse = (problem: string, remedy: string): void =>
    inspection.refuse(path, { problem, got: asWritten(text), remedy, code: 'LZ-CFG-37' });
  // No private range is wider than 10.0.0.0/8 (RFC 1918).
  if (pool.prefix < 8) refuse('the pool is wider than any private range', `use "${DEFAULT_POOL}" or a part of it`);
  if (pool.prefix > vpcSize) {
    refuse(`the pool is too small for one VPC of /${String(vpcSize)}`, `use /${String(vpcSize)} or a larger block`);
  }
  return pool;
}

/** The pool and what stays free of it. */
export function checkAddresses(inspection: Inspection): void {
  checkSize(inspection, ['addresses', 'vpcSize'], 'a VPC');
  const vpcSize = inspection.readNumber(['addresses', 'vpcSize']) ?? DEFAULT_VPC_SIZE;
  const pool = checkPool(inspection, ['addresses', 'pool'], vpcSize);
  for (const { value, path } of inspection.entries<string>(['addresses', 'reservedRanges'])) {
    const range = readBlock(inspection, path, value);
    if (range === undefined || pool === undefined || pool.overlaps(range)) continue;
    const problem = `the reserved range lies outside the pool ${pool.toString()}, which never hands it out`;
    inspection.refuse(path, { problem, got: asWritten(value), remedy: 'remove it, or mend the pool', code: 'LZ-CFG-39' });
  }
}
