export { type Entry, idOf, type Kind, renderAllocation, type State } from './entry';
export { Ledger, readColliding } from './ledger';
export { type Move, resolveLedger, type ResolveOptions } from './resolve/resolve';
export { assertUnchanged, type Change } from './session/changes';
export type { Lifecycle } from './session/lifecycle';
export type { AddressPool, RangeWish } from './session/ranges';
export type { Rename } from './session/rename';
export { LedgerSession } from './session/session';
export type { TierAddresses, TierWish } from './session/tier-addresses';
