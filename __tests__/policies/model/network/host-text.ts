import type { Host } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { blockText, oneOfText } from './facts-text';

function flagText(name: string, flag: boolean | Unknown): string {
  if (flag instanceof Unknown) return `, ${name}?`;
  return flag ? `, ${name}` : '';
}

function listText(list: Host['subnets']): string {
  if (list instanceof Unknown) return '?';
  return list.length === 0 ? 'nothing' : list.map(oneOfText).join(' and ');
}

/** `in aws_subnet.a with aws_security_group.web at 10.0.0.5/32, public, ipv6`. */
export function hostText({ subnets, groups, addresses, publicIpv4, ipv6 }: Host): string {
  const carries = groups === 'none' ? 'none' : listText(groups);
  const stated = addresses === undefined ? '' : ` at ${addresses.map(blockText).join(' ')}`;
  return `in ${listText(subnets)} with ${carries}${stated}${flagText('public', publicIpv4)}${flagText('ipv6', ipv6)}`;
}
