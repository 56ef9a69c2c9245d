export type { AclGrant, Bucket } from './bucket';
export { federated, HOME, NOBODY, OTHER, rootUser, service, session, user } from './callers';
export { type Decider, type Decision, evaluate, type Policies } from './evaluate';
export { type PlacedPolicy, policiesOf, type StackJson } from './policies-of';
export type { PolicyJson, StatementJson } from './policy-json';
export type { Caller, Request } from './request';
export { isPublic } from './public-policy';
export { policyFaults } from './validity/policy-faults';
