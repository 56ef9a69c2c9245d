import { Cidr } from '../../../core/cidr';
import { asWritten, InputError } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import { SIZE_FORM } from '../schema/forms';

/** @source Amazon VPC User Guide, "VPC CIDR blocks": ranges that no VPC may have */
const NEVER = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4'].map((text) => Cidr.parse(text));

/** The block that a text means, if it means one: for comparisons, where another check names what is wrong with it. */
export function findBlock(text: string): Cidr | undefined {
  try {
    return Cidr.parse(text);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** An IPv4 block, or undefined once its mistake is noted. */
export function readBlock(inspection: Inspection, path: Path, text: string): Cidr | undefined {
  const block = inspection.attempt(path, () => Cidr.parse(text));
  if (block?.family !== 'v6') return block;
  const remedy = 'write an IPv4 block; IPv6 blocks are Amazon’s and come with ipv6: true';
  inspection.refuse(path, { problem: 'this is an IPv6 block', got: asWritten(text), remedy, code: 'LZ-CFG-37' });
  return undefined;
}

/** The explicit range of a VPC. */
export function readVpcBlock(inspection: Inspection, path: Path, text: string): Cidr | undefined {
  const block = readBlock(inspection, path, text);
  if (block === undefined) return undefined;
  const { minimum, maximum } = SIZE_FORM;
  if (block.prefix < minimum || block.prefix > maximum) {
    const remedy =
      block.prefix > maximum ? `use /${String(maximum)} or a larger range` : `use /${String(minimum)} or a smaller range`;
    inspection.refuse(path, {
      problem: `a range of a VPC must be /${String(minimum)} to /${String(maximum)}`,
      got: asWritten(text),
      remedy,
      code: 'LZ-CFG-36',
    });
  }
  const never = NEVER.find((one) => one.overlaps(block));
  if (never !== undefined) {
    const remedy = 'choose a private range, in 10.0.0.0/8 for example';
    inspection.refuse(path, {
      problem: `AWS allows no VPC in ${never.toString()}`,
      got: asWritten(text),
      remedy,
      code: 'LZ-CFG-37',
    });
  }
  return block;
}

/**
 * A prefix length of a VPC's range or of a subnet.
 * @source Amazon VPC User Guide, "VPC CIDR blocks", "Subnet sizing": both /16 to /28
 */
export function checkSize(inspection: Inspection, path: Path, what: string): void {
  const size = inspection.readNumber(path);
  const { minimum, maximum } = SIZE_FORM;
  if (size === undefined || (size >= minimum && size <= maximum)) return;
  const remedy =
    size > maximum ? `use ${String(maximum)} or less, a larger block` : `use ${String(minimum)} or more, a smaller block`;
  inspection.refuse(path, {
    problem: `${what} must be /${String(minimum)} to /${String(maximum)}`,
    got: String(size),
    remedy,
    code: 'LZ-CFG-36',
  });
}
