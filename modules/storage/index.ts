export * from './bucket-options';
export * from './check-bucket';
export * from './lifecycle';
export * from './object-lock';
export * from './replication';
export * from './secure-bucket';
