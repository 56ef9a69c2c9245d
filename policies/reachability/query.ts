import type { Family } from '../../modules/core/cidr';
import type { Block, Key, Range, Traffic } from '../model/network';

/**
 * One end of a question, resolved to a place. A question about a tier, group or host is a question about several ends:
 * one for each subnet.
 */
export type End =
  /** An interface in a subnet. */
  | {
      readonly kind: 'interface';
      /** What the question calls it. */
      readonly name: string;
      readonly subnet: Key;
      /**
       * The groups that it carries. `open`: none is meant, and they let everything pass (a subnet stands for its
       * routes and ACLs alone). `unknown`: it has some, and which isn't known.
       */
      readonly groups: readonly Key[] | 'open' | 'unknown';
      /** Its private addresses: any of these. @default - any of its subnet's */
      readonly addresses?: readonly Block[];
      /** Whether the internet can meet it over IPv4. */
      readonly publicIpv4: boolean | 'unknown';
      /** Whether it has IPv6 addresses. */
      readonly ipv6: boolean | 'unknown';
    }
  /** Addresses beyond internet gateways. */
  | { readonly kind: 'internet' }
  /** Addresses outside of every VPC: met by way of an internet gateway or an edge, as routes say. */
  | { readonly kind: 'outside'; readonly name: string; readonly block: Block }
  /** The public addresses of a service with a gateway endpoint, which a prefix list names. */
  | {
      readonly kind: 'service';
      readonly name: string;
      readonly list: Key;
      /** The list is kept outside of the documents: its addresses are taken for public ones. @default false */
      readonly takenForPublic?: boolean;
    };

/** What is asked: can `from` open connections to `to`? */
export interface Query {
  readonly from: End;
  readonly to: End;
  readonly family: Family;
  readonly traffic: Traffic;
  /** The ports that the client opens from. @default 1024-65535 */
  readonly clientPorts?: Range;
}

/** One packet of the family asked about. Addresses are texts as people write them. */
export interface Packet {
  readonly src: string;
  readonly dst: string;
  /** 0 to 255. */
  readonly protocol: number;
  /** tcp and udp: the source port; ICMP: the type; else 0. */
  readonly srcPort: number;
  /** tcp and udp: the destination port; ICMP: the code; else 0. */
  readonly dstPort: number;
  /** The port that a NAT gateway on the way gives it. @default - there is none on the way */
  readonly natPort?: number;
}

/** One filter or hop on the way, and what decides there. */
export interface Step {
  readonly filter:
    'security-group-out' | 'security-group-in' | 'network-acl-out' | 'network-acl-in' | 'route' | 'gateway' | 'address' | 'end';
  /** The reply's way back. @default false */
  readonly reply?: boolean;
  /** The group, ACL, table or gateway. */
  readonly address: Key;
  /** The rule, entry or route that decides, or why none does. */
  readonly rule: string;
  readonly passes: boolean | 'unknown';
}

/** `proven`: every source, destination and port; `partial`: some; `unreachable`: none. */
export type ReachVerdict = 'proven' | 'partial' | 'unreachable' | 'unknown';

/** What is known about one question. */
export interface Answer {
  readonly verdict: ReachVerdict;
  /**
   * Whether any packet arrives at all, replied to or not: what isolation is about, since one packet of UDP needs no
   * reply.
   */
  readonly arrives: 'some' | 'none' | 'unknown';
  /** What is lost of the ports asked about, as `tcp client 1024-32767` or `tcp 8080-8081`. */
  readonly lostPorts: readonly string[];
  /** The way of the witness, filter by filter. */
  readonly path: readonly Step[];
  /** Every step that stops what the answer says is stopped. */
  readonly blockers: readonly Step[];
  /** A packet that shows it: one that passes where some do, else one that is stopped. @default - neither is sure */
  readonly witness?: Packet;
  /** A packet that is surely stopped, its reply's way counted. @default - none is */
  readonly lost?: Packet;
  /** One sentence for people. */
  readonly why: string;
}
