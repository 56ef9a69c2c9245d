import { Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import { type Documents, itemsOf } from './documents';
import type { Naming, Register } from './register';

/** Which users are in which groups. */
export class Memberships {
  readonly #groups = new Map<string, Set<string>>();
  readonly #doubts = new Map<string, Unknown[]>();

  constructor(documents: Documents, registers: Readonly<Record<'user' | 'group', Register>>) {
    for (const by of documents.of('aws_iam_user_group_membership')) {
      const user = registers.user.named(by.body.user, by);
      for (const group of itemsOf(by.body.groups)) this.#join(user, registers.group.named(group, by), by);
    }
    for (const by of documents.of('aws_iam_group_membership')) {
      const group = registers.group.named(by.body.group, by);
      for (const user of itemsOf(by.body.users)) this.#join(registers.user.named(user, by), group, by);
    }
  }

  #join(user: Naming, group: Naming, by: ResourceFact): void {
    const sure = user.key !== undefined && group.key !== undefined && by.repeated === undefined;
    if (sure) this.#groups.set(user.key, (this.#groups.get(user.key) ?? new Set()).add(group.key));
    if (sure) return;
    const users = user.key === undefined ? user.maybe : [user.key];
    const why = user.why ?? group.why ?? by.repeated?.why ?? `${group.outside ?? 'the group'} is not in the documents`;
    for (const each of users) this.#doubt(each, `${by.key} may put it into a group whose policies aren't told: ${why}`);
  }

  #doubt(user: string, why: string): void {
    const known = this.#doubts.get(user) ?? [];
    if (!known.some((doubt) => doubt.why === why)) known.push(new Unknown(why));
    this.#doubts.set(user, known);
  }

  groupsOf(user: string): readonly string[] {
    return [...(this.#groups.get(user) ?? [])];
  }

  doubtsOf(user: string): readonly Unknown[] {
    return this.#doubts.get(user) ?? [];
  }
}
