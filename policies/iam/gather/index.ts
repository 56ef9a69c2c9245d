export { callerOf } from './caller-of';
export { contextOf } from './context-of';
export { placed } from './placed';
export { policySetFor } from './policy-set-for';
export { findPrincipal } from './principals';
export { type AskedResource, findNamed, resourceOf } from './resource-of';
export { type Voice, voicesOf } from './voices';
