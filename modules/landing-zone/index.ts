export { addressPoolOf } from './address-pool';
export * from './configuration';
export * from './landing-zone-files';
export * from './landing-zone-stacks';
export { type NetworkPlans, planNetworks } from './network-plans';
