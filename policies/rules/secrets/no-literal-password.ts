import { Template, type Term, Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { blocksOf, valuesAt } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { PASSWORD_ARGUMENTS } from './password-arguments';

const ID = 'secrets/no-literal-password';

/** Where what a provider makes of itself goes to the state in clear, unless a key to encrypt it is named. */
const MADE = [
  ['aws_iam_user_login_profile', 'the password', 'set pgp_key, or let people come by IAM Identity Center'],
  ['aws_iam_access_key', 'the secret key', 'set pgp_key, or let programs assume a role'],
] as const;

/** What is wrong with a value: a text that is there, or a part of one. What comes from elsewhere isn't written here. */
function problemOf(value: Term): { readonly problem: string; readonly unknown?: true } | undefined {
  if (typeof value === 'string') return { problem: `stands in clear, ${String(value.length)} characters` };
  if (value instanceof Template) {
    const literal = value.parts.some((part) => typeof part === 'string' && part.trim().length > 3);
    return literal ? { problem: 'stands in clear in part' } : undefined;
  }
  // Constants that an expression puts together are written here as well.
  const constant =
    value instanceof Unknown && /isn't evaluated: \$\{(?:join|format|base64decode|nonsensitive|sensitive)\(/.test(value.why);
  return constant ? { problem: `may stand in clear: ${value.why.split(':')[0] ?? ''}`, unknown: true } : undefined;
}

function findingsAt(fact: ResourceFact, path: string, fix: string): readonly Finding[] {
  const values = valuesAt(fact.body, path).flatMap((value) => blocksOf(value));
  const problems = new Map(values.flatMap((value) => problemOf(value) ?? []).map((problem) => [problem.problem, problem]));
  return [...problems.values()].map(({ problem, unknown }) =>
    findingOn(ID, fact, `${path} ${problem}`, fix, unknown === true ? 'unknown' : 'violated'),
  );
}

function madeFindings(universe: Universe): readonly Finding[] {
  return MADE.flatMap(([type, what, fix]) =>
    [...factsOf(universe, type)].flatMap((fact) =>
      findStated(fact.body.pgp_key) === undefined
        ? [findingOn(ID, fact, `${what} goes to the state in clear: pgp_key is left out`, fix)]
        : [],
    ),
  );
}

/** A password that is written down is everybody's who reads the code, the plan or the state. */
export const noLiteralPassword: Rule = {
  id: ID,
  summary: 'No password is written in Terraform, or made by it in clear',
  judge: (universe) => [
    ...Object.entries(PASSWORD_ARGUMENTS).flatMap(([type, paths]) =>
      [...factsOf(universe, type)].flatMap((fact) => Object.entries(paths).flatMap(([path, fix]) => findingsAt(fact, path, fix))),
    ),
    ...madeFindings(universe),
  ],
};
