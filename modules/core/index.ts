/** What signatures of the other entries name, for users of the package; here inside, files of core are entered directly. */
export type { Place } from './aws/arn';
export { Cidr, type Family } from './cidr';
export type * from './flow';
export { type Fault, InputError, type Problem, ProblemList } from './input-error';
export type * from './intent';
export {
  type AddressPool,
  assertUnchanged,
  type Change,
  type Entry,
  type Kind,
  Ledger,
  type Lifecycle,
  type State,
} from './ledger';
export { OperationError } from './operation-error';
export { type PolicyKind } from './policy/policy-size';
export { renderPolicy } from './policy/render-policy';
export type * from './policy/statement';
export { type IcmpPort, parsePort, type Port, type PortRange, renderPort } from './port';
export { formerNamesOf, type NamePart, type RenamedText, type ResourceName, resourceName, type Undone } from './resource-name';
