export * from './accept-finding';
export * from './account-stack';
export * from './backend';
export * from './define';
export * from './place';
export * from './memory';
export * from './publish';
export * from './token-traces';
