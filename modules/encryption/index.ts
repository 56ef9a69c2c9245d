export * from './customer-key';
export type { KeyGrantProps } from './key-grant';
export type { KeyPolicyProps } from './key-policy';
export * from './key-uses';
export type { KeyUserInput } from './policy/key-users';
export * from './replica-key';
