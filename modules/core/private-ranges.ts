import { Cidr } from './cidr';

/** Blocks that the internet doesn't route: RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16', 'fc00::/7', 'fe80::/10'].map(
  (block) => Cidr.parse(block),
);

/** Whether no address of the block is reachable by way of the internet. */
export function isPrivateCidr(cidr: Cidr): boolean {
  return PRIVATE.some((block) => block.covers(cidr));
}
