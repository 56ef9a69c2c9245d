/** Both ends in it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Protocols with a form of their own. Every other has neither ports nor types. */
export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;
export const ICMPV6 = 58;

/** Every protocol and port. */
export const ALL_TRAFFIC = { protocol: 'all' } as const;

/** What a rule is about, by protocol: nothing in it stands for another dimension. */
export type Traffic =
  | { readonly protocol: 'all' }
  | { readonly protocol: typeof TCP | typeof UDP; readonly ports: Range }
  | {
      readonly protocol: typeof ICMP | typeof ICMPV6;
      /** @default - every type */
      readonly type?: number;
      /** @default - every code */
      readonly code?: number;
    }
  /** Any other protocol by its number, 0 to 255 without the four above. */
  | { readonly protocol: 'other'; readonly number: number };
