export * from './flow';
export * from './peer';
export * from './repeated-flows';
