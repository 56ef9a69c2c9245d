import { canonical, findTextKey, findTextOf } from '../../model/arns';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { mayMeet } from '../companions';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'identity/key-at-creation';
const FIX = 'leave the access key out: who needs one makes it after the first login, or better uses a role';

/** A credential, and whose it is. */
interface Credential {
  readonly fact: ResourceFact;
  /** Equal for two of one user. @default - whose it is can't be told */
  readonly owner?: string;
}

/** A name is one user's in its account; without an account, in its stack. */
function credentialsOf(universe: Universe, type: string): readonly Credential[] {
  return [...factsOf(universe, type)].map((fact) => {
    const text = findTextOf(findStated(fact.body.user));
    const key = text === undefined ? undefined : findTextKey(canonical(text, universe));
    return { fact, ...(key === undefined ? {} : { owner: `${fact.accountId ?? fact.stack} ${key}` }) };
  });
}

/** The passwords of whoever an access key belongs to: for certain, or maybe. */
function judgeKey(
  { fact, owner }: Credential,
  passwords: readonly Credential[],
  byOwner: ReadonlySet<string>,
): readonly Finding[] {
  if (owner !== undefined && byOwner.has(owner)) {
    return [findingOn(ID, fact, 'its user has a password too, and gets both when it is made', FIX)];
  }
  const maybe = passwords.find((password) => {
    return (owner === undefined || password.owner === undefined) && mayMeet(fact, password.fact);
  });
  if (maybe === undefined) return [];
  return [findingOn(ID, fact, `its user may have a password too: ${maybe.fact.key} may be of the same`, FIX, 'unknown')];
}

/** No user gets an access key with the password: a person who doesn't need a key doesn't have one. */
export const keyAtCreation: Rule = {
  id: ID,
  summary: 'No user is made with a password and an access key',
  judge: (universe) => {
    const passwords = credentialsOf(universe, 'aws_iam_user_login_profile');
    const owners = new Set(passwords.flatMap(({ owner }) => owner ?? []));
    const open = passwords.filter(({ owner }) => owner === undefined);
    return credentialsOf(universe, 'aws_iam_access_key').flatMap((key) =>
      judgeKey(key, key.owner === undefined ? passwords : open, owners),
    );
  },
};
