export { addressPoolOf } from './networks/address-pool';
export * from './configuration';
export * from './landing-zone-files';
export * from './landing-zone-stacks';
export { type NetworkPlans, planNetworks } from './networks/network-plans';
export type { PeeringPlan } from './networks/peering-plan';
export { accountOf } from './stacks/account-role';
export type { ApplyOrder } from './stacks/apply-order';
export { backendOf } from './state/state-backend';
