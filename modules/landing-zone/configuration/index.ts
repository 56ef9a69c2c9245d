export { checkConfiguration } from './check-configuration';
export type { Path, Position, PositionOf } from './inspection/path';
export { renderPath } from './inspection/path';
export { configurationJsonSchema, renderConfigurationJsonSchema } from './json-schema';
export * from './landing-zone';
export { leastEnded, lifecycleOf } from './lifecycles';
export { type Configuration, parseConfiguration } from './parse-configuration';
export { type ResolvedNetwork, resolveNetworks } from './resolve-networks';
export type { ConfigurationSource } from './yaml/source-text';
