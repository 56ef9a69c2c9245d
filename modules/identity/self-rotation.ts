import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

import { asWritten, ProblemList } from '../core/input-error';
import { partitionOf } from '../core/aws/partition';
import { resourceName, type ResourceName } from '../core/resource-name';
import { AccountStack, subjectOf } from '../terraform';
import { type GroupMember, type Member, readMembers } from './group-member';
import { checkIamName, checkIamPath } from '../core/aws/iam-name';
import type { Enrolment } from './mfa-statements';
import type { Partition } from './own-users';
import { selfRotationStatements } from './self-rotation-statements';
import { UserGroup } from './user-group';

/** Users who rotate their own credentials. */
export interface SelfRotationProps {
  /** IAM's name of group and policy; those of machine users have `-machines` behind. @default 'self-rotation' */
  readonly name?: string;
  /** IAM's path of groups and policies. @default '/' */
  readonly path?: string;
  /** People. @default [] */
  readonly users?: readonly GroupMember[];
  /** Users that no person signs in as: with `mfa` they are in a group of their own, without it. @default [] */
  readonly machineUsers?: readonly GroupMember[];
  /** Whether people need a session with MFA for everything but enrolling a device. @default false */
  readonly mfa?: boolean;
  /** Where people may enrol a device without MFA, with `mfa` only. @default 'anywhere' */
  readonly enrolment?: Enrolment;
  /** Whether users may have a path, as those who join elsewhere. @default - whether one stands here with its path */
  readonly userPaths?: boolean;
  /** @default - that of the AccountStack's Region, else "aws" */
  readonly partition?: Partition;
  /** The first part of the addresses of all that it makes. @default - the construct's id */
  readonly resourceName?: ResourceName;
}

const DEFAULT_NAME = 'self-rotation';

function machineNameOf(name: string): string {
  return `${name}-machines`;
}

function partitionAt(scope: Construct): Partition {
  const stack = TerraformStack.of(scope);
  return stack instanceof AccountStack ? partitionOf(stack.region) : 'aws';
}

/** What doesn't fit together. */
function checkWhole(subject: string, props: SelfRotationProps, members: readonly Member[], problems: ProblemList): void {
  const { machineUsers = [], mfa = false, enrolment, userPaths } = props;
  if (!mfa && machineUsers.length > 0) {
    const remedy = 'list them among users, or set mfa';
    const got = `${String(machineUsers.length)} of them`;
    problems.add({
      subject,
      problem: 'machineUsers are the exception from mfa, which is not set',
      got,
      remedy,
      code: 'LZ-IAM-5',
    });
  }
  if (!mfa && enrolment !== undefined) {
    const remedy = 'set mfa, or leave enrolment out';
    problems.add({ subject, problem: 'enrolment says nothing without mfa', got: asWritten(enrolment), remedy, code: 'LZ-IAM-6' });
  }
  const withPath = members.find(({ hasPath }) => hasPath);
  if (userPaths === false && withPath !== undefined) {
    const remedy = 'leave userPaths out: one user with a path is enough to have them covered';
    const got = asWritten(withPath.name);
    problems.add({ subject, problem: 'userPaths is false, and a user has a path', got, remedy, code: 'LZ-IAM-7' });
  }
}

/**
 * Checks all props at once, and answers whether a user stands there with its path.
 * @throws InputError LZ-IAM-1 to LZ-IAM-7
 */
export function checkSelfRotation(subject: string, props: SelfRotationProps): boolean {
  const { name = DEFAULT_NAME, users = [], machineUsers, path = '/' } = props;
  const problems = new ProblemList();
  problems.attempt(subject, () => checkIamName('group', name));
  if (problems.isEmpty && machineUsers !== undefined) problems.attempt(subject, () => checkIamName('group', machineNameOf(name)));
  problems.attempt(subject, () => checkIamPath(path));
  // Together, so that who stands in both lists is found: the refusals of people's policy would hold for the machine too.
  const members = readMembers(subject, [...users, ...(machineUsers ?? [])], problems);
  checkWhole(subject, props, members, problems);
  problems.throwIfAny();
  return members.some(({ hasPath }) => hasPath);
}

/**
 * A group whose members change their own passwords, keys and certificates, and nobody else's: the policy hangs on the
 * group, and nothing on users. With `mfa`, machine users have a group of their own, without the demand.
 */
export class SelfRotation extends Construct {
  /** The group of people. */
  readonly people: UserGroup;
  /** Left out: `machineUsers` was. */
  readonly machines?: UserGroup;

  /** @throws InputError LZ-IAM-1 to LZ-IAM-7 */
  constructor(scope: Construct, id: string, props: SelfRotationProps = {}) {
    super(scope, id);
    const { name = DEFAULT_NAME, path = '/', users = [], machineUsers, mfa = false, enrolment = 'anywhere' } = props;
    const machineName = machineNameOf(name);
    const hasPaths = checkSelfRotation(subjectOf(scope, id, 'SelfRotation'), props);
    const { userPaths = hasPaths, partition = partitionAt(scope), resourceName: address = resourceName(id) } = props;
    const rights = { partition, userPaths };
    this.people = new UserGroup(this, 'people', {
      name,
      path,
      users,
      policies: { [name]: selfRotationStatements({ ...rights, mfa, enrolment }) },
      resourceName: address,
    });
    if (machineUsers === undefined) return;
    this.machines = new UserGroup(this, 'machines', {
      name: machineName,
      path,
      users: machineUsers,
      policies: { [machineName]: selfRotationStatements(rights) },
      resourceName: resourceName(address, 'machines'),
    });
  }
}
