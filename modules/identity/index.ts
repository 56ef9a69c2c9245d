export type { GroupMember } from './group-member';
export type { Enrolment } from './mfa-statements';
export type { Partition } from './own-users';
export * from './self-rotation';
export * from './self-rotation-statements';
export { UserGroup, type UserGroupProps } from './user-group';
