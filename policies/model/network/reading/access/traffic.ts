import { asWritten } from '../../../../../modules/core/input-error';
import { Unknown } from '../../../term';
import type { Known } from '../../known';
import { ICMP, ICMPV6, TCP, type Traffic, UDP } from '../../traffic';
import type { Section } from '../section';
import { findProtocol } from './protocols';

/** AWS's word for every protocol, type and code. */
const ALL = -1;
const HIGHEST_PORT = 65535;
const HIGHEST_TYPE = 255;

/** Where a rule says what it is about, and what the provider takes where nothing is said. */
interface Form {
  readonly protocol: string;
  readonly type: string;
  readonly code: string;
  /** @default - nothing can be left out */
  readonly otherwise?: number;
}

/** Of security groups: ICMP types and codes stand where ports do. */
const GROUP_RULE: Form = { protocol: 'protocol', type: 'from_port', code: 'to_port' };
const SEPARATE_GROUP_RULE: Form = { ...GROUP_RULE, protocol: 'ip_protocol' };
/** Of network ACLs: the provider sends what isn't written as 0. */
const ACL_ENTRY: Form = { protocol: 'protocol', type: 'icmp_type', code: 'icmp_code', otherwise: 0 };

function isIn(number: number, highest: number): boolean {
  return number >= 0 && number <= highest;
}

function numberIn(section: Section, name: string, otherwise: number | undefined): Known<number> {
  return section.findNumber(name) ?? otherwise ?? section.gap(name, new Unknown(`${name} is not said`));
}

function readPorts(section: Section, protocol: typeof TCP | typeof UDP, otherwise?: number): Known<Traffic> {
  const from = numberIn(section, 'from_port', otherwise);
  const to = numberIn(section, 'to_port', otherwise);
  if (from instanceof Unknown) return from;
  if (to instanceof Unknown) return to;
  if (isIn(from, HIGHEST_PORT) && isIn(to, HIGHEST_PORT) && from <= to) return { protocol, ports: { from, to } };
  return section.gap('from_port', new Unknown(`${String(from)} to ${String(to)} is no range of ports`));
}

function readMessages(section: Section, protocol: typeof ICMP | typeof ICMPV6, form: Form): Known<Traffic> {
  const type = numberIn(section, form.type, form.otherwise);
  if (type instanceof Unknown) return type;
  if (type === ALL) return { protocol };
  const code = numberIn(section, form.code, form.otherwise);
  if (code instanceof Unknown) return code;
  if (!isIn(type, HIGHEST_TYPE) || (code !== ALL && !isIn(code, HIGHEST_TYPE))) {
    return section.gap(form.type, new Unknown(`${String(type)}/${String(code)} is no type and code of ICMP`));
  }
  return { protocol, type, ...(code === ALL ? {} : { code }) };
}

function readTraffic(section: Section, form: Form): Known<Traffic> {
  const text = section.findText(form.protocol) ?? section.gap(form.protocol, new Unknown('the protocol is not said'));
  if (text instanceof Unknown) return text;
  const number = findProtocol(text);
  switch (number) {
    case undefined:
      return section.gap(form.protocol, new Unknown(`${asWritten(text)} is no protocol`));
    case ALL:
      return { protocol: 'all' };
    case TCP:
    case UDP:
      return readPorts(section, number, form.otherwise);
    case ICMP:
    case ICMPV6:
      return readMessages(section, number, form);
    default:
      return { protocol: 'other', number };
  }
}

/** What a rule inside a group, or of the older kind, is about. */
export function groupTraffic(section: Section): Known<Traffic> {
  return readTraffic(section, GROUP_RULE);
}

/** What a rule with a resource of its own is about. */
export function separateGroupTraffic(section: Section): Known<Traffic> {
  return readTraffic(section, SEPARATE_GROUP_RULE);
}

/** What an entry of a network ACL is about. */
export function aclTraffic(section: Section): Known<Traffic> {
  return readTraffic(section, ACL_ENTRY);
}
