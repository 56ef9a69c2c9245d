export * from './accept-finding';
export * from './account-stack';
export * from './backend';
export { CLOUD_FILE, DEFAULT_PROJECT, HCP_HOSTNAME } from './cloud-file';
export * from './define';
export * from './place';
export * from './memory';
export * from './publish';
export * from './token-traces';
