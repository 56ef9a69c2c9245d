import type { Universe } from '../../model/universe';
import { isTrue } from '../literal';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { judgeSettings, type Setting } from '../setting';

const ID = 'identity/password-policy';
const TYPE = 'aws_iam_account_password_policy';
/** @source CIS AWS Foundations 1.8 (v1.4, v3.0), 1.7 (v5.0), 2.8 (v7.0) */
const LEAST_LENGTH = 14;
/** @source CIS AWS Foundations 1.9 (v1.4, v3.0), 1.8 (v5.0), 2.9 (v7.0) */
const LEAST_REMEMBERED = 24;

const isAtLeast =
  (least: number) =>
  (text: string): boolean =>
    /^\d+$/.test(text) && Number(text) >= least;

const SETTINGS: readonly Setting[] = [
  {
    types: [TYPE],
    argument: 'minimum_password_length',
    accepts: isAtLeast(LEAST_LENGTH),
    otherwise: '6',
    fix: `set minimum_password_length to ${String(LEAST_LENGTH)} or more`,
  },
  {
    types: [TYPE],
    argument: 'password_reuse_prevention',
    accepts: isAtLeast(LEAST_REMEMBERED),
    otherwise: '0',
    fix: `set password_reuse_prevention = ${String(LEAST_REMEMBERED)}`,
  },
  ...['lowercase_characters', 'uppercase_characters', 'numbers', 'symbols'].map((what) => ({
    types: [TYPE],
    argument: `require_${what}`,
    accepts: isTrue,
    otherwise: 'false',
    fix: `set require_${what} = true`,
  })),
];

/** Accounts in which a password is made and nothing says what it has to be. Other documents may, if these aren't all. */
function findBareAccounts(universe: Universe): readonly Finding[] {
  const places = new Set([...factsOf(universe, TYPE)].map(({ accountId, stack }) => accountId ?? stack));
  const found = new Map<string, Finding>();
  for (const fact of factsOf(universe, 'aws_iam_user_login_profile')) {
    const place = fact.accountId ?? fact.stack;
    if (places.has(place) || found.has(place)) continue;
    const fix = `make an ${TYPE} in its account`;
    const finding =
      universe.intent === undefined
        ? findingOn(ID, fact, "whether its account has a password policy isn't told: these documents make none", fix, 'unknown')
        : findingOn(ID, fact, 'its account has no password policy', fix);
    found.set(place, finding);
  }
  return [...found.values()];
}

/** Where there are passwords, they are long, and no old one comes back. */
export const passwordPolicy: Rule = {
  id: ID,
  summary: 'Passwords have 14 characters, and none of the last 24',
  judge: (universe) => [...judgeSettings(ID, SETTINGS, universe), ...findBareAccounts(universe)],
};
