import { readPrincipal } from '../../core/aws/arn';
import { asWritten, InputError, ProblemList } from '../../core/input-error';
import type { OneOrMore, Principal, Statement } from '../../core/policy/statement';

const listOf = (value: OneOrMore | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Principals in the form that policies are answered in: accounts as their root; `*` stays. */
function canonical(principal: Principal, region: string): Principal {
  if (principal === '*') return { AWS: '*' };
  const { AWS, ...others } = principal;
  if (AWS === undefined) return others;
  const problems = new ProblemList();
  const read = (text: string): string =>
    text === '*' ? text : (problems.attempt('', () => readPrincipal(text, region).arn) ?? '');
  const arns = listOf(AWS).map(read);
  problems.throwIfAny();
  return { ...others, AWS: arns };
}

/**
 * A statement that somebody wrote by hand, as key policies take it: about this key, with its principals in one form.
 * @throws InputError LZ-KEY-9 without principals, or with NotPrincipal, which lets strangers in and locks administrators out; LZ-ARN-n
 */
export function readStated(statement: Statement, region: string): Statement {
  const { Sid, Principal, Resource, NotResource } = statement;
  const { NotPrincipal } = statement as { readonly NotPrincipal?: unknown };
  if (Principal === undefined || NotPrincipal !== undefined) {
    throw InputError.of({
      problem: `statement ${asWritten(Sid)} doesn't say by Principal whom it is about`,
      got: NotPrincipal === undefined ? undefined : asWritten({ NotPrincipal }),
      remedy: 'name them; to spare somebody, use Principal "*" with a condition on aws:PrincipalArn',
      code: 'LZ-KEY-9',
    });
  }
  const everything = Resource === undefined && NotResource === undefined ? { Resource: '*' } : {};
  return { ...statement, ...everything, Principal: canonical(Principal, region) };
}

/** The roles, users and accounts of a statement, `*` among them. */
export function awsPrincipals({ Principal }: Statement): readonly string[] {
  return Principal === undefined || Principal === '*' ? ['*'] : listOf(Principal.AWS);
}

/** Services and what else isn't in an account. */
export function otherPrincipals({ Principal }: Statement): readonly string[] {
  if (Principal === undefined || Principal === '*') return [];
  return [Principal.Service, Principal.Federated, Principal.CanonicalUser].flatMap(listOf);
}
