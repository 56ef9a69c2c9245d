export * from './document';
export * from './filters';
export * from './hosts';
export * from './resources';
export * from './transit';
export * from './vpc';
