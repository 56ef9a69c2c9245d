import type { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { Token } from 'cdktf';

import { asWritten, InputError, type ProblemList } from '../core/input-error';
import { checkIamName, checkIamPath } from '../core/aws/iam-name';

/** A user by its name, with its path if it has one (`/ops/alice`), or by the resource that makes it. */
export type GroupMember = string | IamUser;

/** A user that is a member of a group. */
export interface Member {
  readonly name: string;
  readonly hasPath: boolean;
  /** Left out: the user is made elsewhere. */
  readonly user?: IamUser;
}

/**
 * Reads a member: its name is known now, since its membership's address is made of it.
 * @throws InputError LZ-IAM-1, LZ-IAM-2, LZ-IAM-3
 */
export function readMember(member: GroupMember): Member {
  const text = typeof member === 'string' ? member : `${member.pathInput ?? '/'}${member.nameInput ?? ''}`;
  if (Token.isUnresolved(text)) {
    const remedy = 'write the name, or give the aws_iam_user whose name and path are written';
    throw InputError.of({ problem: "a user's name is known only to Terraform", got: asWritten(text), remedy, code: 'LZ-IAM-3' });
  }
  const cut = text.lastIndexOf('/') + 1;
  const [path, name] = [text.slice(0, cut), text.slice(cut)];
  checkIamName('user', name);
  if (path !== '') checkIamPath(path);
  return { name, hasPath: path.length > 1, ...(typeof member === 'string' ? {} : { user: member }) };
}

/** Reads all members; what is wrong with them, and who stands there twice, goes to `problems`. IAM ignores the case. */
export function readMembers(subject: string, members: readonly GroupMember[], problems: ProblemList): readonly Member[] {
  const read = members.flatMap((member) => problems.attempt(subject, () => readMember(member)) ?? []);
  const seen = new Set<string>();
  for (const { name } of read) {
    if (seen.has(name.toLowerCase())) {
      const remedy = 'name each user once: in one account, names differ by more than their path or case';
      problems.add({ subject, problem: 'a user is listed twice', got: asWritten(name), remedy, code: 'LZ-IAM-4' });
    }
    seen.add(name.toLowerCase());
  }
  return read;
}
