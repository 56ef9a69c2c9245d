import { asWritten, InputError } from '../../../modules/core/input-error';
import { fillIn, partsOf, textOf } from '../../model/arns';
import type { IdentityFacts, PrincipalFact } from '../../model/identity/identity-facts';
import { Unknown } from '../../model/term';
import type { Caller } from '../request';
import { Directory } from './directory';
import { factsOf, findRole, findRoleOfSet, principalOf } from './principals';

const FORMS =
  'write a user, role or assigned permission set by its address or ARN, an account id for its root user, a service such as "ec2.amazonaws.com", an identity provider by its ARN, or anonymous';
const SERVICE = /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/;
const WEB_IDENTITY = /^(cognito-identity\.amazonaws\.com|accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com)$/;
const PROVIDER = /^arn:[\w-]+:iam::\d{12}:(oidc|saml)-provider\/.+$/;
const RESERVED = '/aws-reserved/sso.amazonaws.com/';
const SESSION_NAME = new Unknown("the name of the role's session isn't told");

const directories = new WeakMap<IdentityFacts, Directory>();

function directoryOf(facts: IdentityFacts): Directory {
  const known = directories.get(facts) ?? new Directory(facts.principals.flatMap(factsOf));
  directories.set(facts, known);
  return known;
}

/** Whoever holds the credentials of a role of the documents. */
function sessionOf({ fact, arn, accountId, permissionSet }: PrincipalFact): Caller {
  const session = permissionSet?.sessions ?? fillIn('arn:{partition}:sts::{account}:assumed-role/{name}/', fact);
  return {
    kind: 'role-session',
    arn: textOf([...partsOf(session), SESSION_NAME]),
    ...(accountId === undefined ? {} : { accountId }),
    roleArn: arn,
  };
}

function callerOfFact(principal: PrincipalFact, text: string): Caller {
  const { kind, arn, accountId } = principal;
  if (kind === 'role') return sessionOf(principal);
  if (kind === 'user') return { kind, arn, ...(accountId === undefined ? {} : { accountId }) };
  throw InputError.of({
    problem: 'nobody asks as a group',
    got: asWritten(text),
    remedy: 'ask about a user who is in it',
    code: 'LZ-CAN-4',
  });
}

/** The role that a session's ARN names: it has the role's name without its path. */
function roleArnOf(facts: IdentityFacts, account: string, name: string, partition: string): Caller['roleArn'] {
  const ofSet = findRoleOfSet(facts, `arn:${partition}:iam::${account}:role${RESERVED}${name}`);
  if (ofSet !== undefined) return textOf([...partsOf(ofSet.arn).slice(0, -1), name.slice(name.lastIndexOf('_') + 1)]);
  const roles = facts.principals.filter((one) => one.kind === 'role' && one.accountId === account && one.name === name);
  const [only, ...others] = roles;
  if (only !== undefined && others.length === 0) return only.arn;
  return textOf([`arn:${partition}:iam::${account}:role`, new Unknown("the role's path isn't told"), name]);
}

/** Somebody by an ARN; undefined where it is of another form. */
function findByArn(facts: IdentityFacts, text: string): Caller | undefined {
  if (PROVIDER.test(text)) return { kind: 'federated', arn: text };
  const [, partition = '', service = '', accountId = '', kind = '', name = ''] =
    /^arn:([\w-]+):(iam|sts)::(\d{12}):(root$|user\/|role\/|assumed-role\/)(.*)$/.exec(text) ?? [];
  if (service === 'iam' && kind === 'root') return { kind: 'root', arn: text, accountId };
  if (service === 'iam' && kind === 'user/' && name !== '') return { kind: 'user', arn: text, accountId };
  if (service === 'iam' && kind === 'role/' && name !== '') {
    const told = findRole(facts, text);
    // Whoever writes the digits that only AWS tells means this very role.
    if (told !== undefined && told.permissionSet === undefined) return sessionOf(told);
    const session = `arn:${partition}:sts::${accountId}:assumed-role/${name.slice(name.lastIndexOf('/') + 1)}/`;
    return { kind: 'role-session', arn: textOf([session, SESSION_NAME]), accountId, roleArn: text };
  }
  const [role = '', session = '', ...more] = name.split('/');
  if (service !== 'sts' || role === '' || session === '' || more.length > 0) return undefined;
  const roleArn = roleArnOf(facts, accountId, role, partition);
  return { kind: 'role-session', arn: text, accountId, ...(roleArn === undefined ? {} : { roleArn }) };
}

/**
 * Who asks, by what people call them: a user or role of the documents by its address, any by its ARN, an account's root
 * user by its ARN or id, an AWS service, an identity provider, or `anonymous`.
 * @throws InputError LZ-CAN-2 to LZ-CAN-4
 */
export function callerOf(facts: IdentityFacts, text: string): Caller {
  if (text === 'anonymous' || text === '*') return { kind: 'anonymous', arn: '' };
  if (/^\d{12}$/.test(text)) return { kind: 'root', arn: `arn:aws:iam::${text}:root`, accountId: text };
  if (WEB_IDENTITY.test(text)) return { kind: 'federated', arn: text };
  if (SERVICE.test(text)) return { kind: 'service', arn: text };
  const known = text.startsWith('arn:') ? findByArn(facts, text) : undefined;
  if (known !== undefined) return known;
  const directory = directoryOf(facts);
  const fact = directory.find(text);
  const principal = principalOf(facts, fact);
  if (principal !== undefined) return callerOfFact(principal, text);
  const nearest = directory.findNearest(text);
  throw InputError.of({
    problem: 'this is nobody who could ask',
    got: asWritten(text),
    remedy: nearest === undefined ? FORMS : `did you mean "${nearest}"?`,
    code: 'LZ-CAN-2',
  });
}
