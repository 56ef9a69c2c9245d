export * from './flow';
export * from './peer';
