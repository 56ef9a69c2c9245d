import { isTermList, isTermMap, Reference, Template, type Term, Unknown } from '../../../model/term';
import { describeTerm } from '../../../model/term-text';
import type { Rule } from '../../rule';
import { type Container, type ContainerFault, containerRule } from './containers';

/** Names whose last words are those of a secret: DB_PASSWORD, apiKey; not PASSWORD_LENGTH, SECRET_ARN. */
const SECRET_NAME =
  /(^|[_.-])(pass(word|wd|phrase)?|pwd|secret|token|api[_-]?key|(private|access|secret|auth|signing|encryption)[_-]?key|credentials?|access[_-]?key[_-]?id|engine[_-]?auth[_-]?data)$/i;
/** Names of Unix itself. */
const HARMLESS: ReadonlySet<string> = new Set(['PWD', 'OLDPWD']);

/** Attributes that hold a secret, whatever the variable is called. */
const SECRET_ATTRIBUTE =
  /^(result|password|master_password|secret|secret_string|secret_binary|private_key(_pem|_openssh)?|ses_smtp_password_v4|token|auth_token)$/;
/** Attributes that only name something. */
const NAMING_ATTRIBUTE = /^(arn|id|name|endpoint|address|url|key_id|secret_id|version_id)$/;
/** What names a secret that lies elsewhere. */
const ELSEWHERE = /^arn:[^:]*:(secretsmanager|ssm|kms):/;

/** `DB_PASSWORD`, `apiKey`, `dbPassword`. */
function isSecretName(name: string): boolean {
  return !HARMLESS.has(name) && SECRET_NAME.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));
}

function partsOf(value: Term): readonly Term[] {
  return value instanceof Template ? value.parts : [value];
}

function attributesOf(value: Term): readonly string[] {
  return partsOf(value).flatMap((part) => (part instanceof Reference ? part.targets.map(({ attribute }) => attribute) : []));
}

function judgeVariable(entry: Term): readonly ContainerFault[] {
  if (!isTermMap(entry)) return [{ problem: "has a variable that isn't known", doubt: new Unknown(describeTerm(entry)) }];
  const { name = entry.Name, value = entry.Value } = entry;
  if (value === undefined || value === '' || value === null) return [];
  const shown = name === undefined ? 'a variable' : describeTerm(name);
  const attributes = attributesOf(value);
  if (attributes.some((attribute) => SECRET_ATTRIBUTE.test(attribute))) {
    return [{ problem: `has a secret in ${shown}: ${describeTerm(value)}` }];
  }
  if (typeof name === 'string' && !isSecretName(name)) return [];
  if (typeof value === 'string' && (typeof name === 'string' ? !ELSEWHERE.test(value) : false)) {
    return [{ problem: `has a secret in ${shown}, as a literal` }];
  }
  const parts = partsOf(value).filter((part) => typeof part !== 'string');
  const isNamed = parts.every((part) => part instanceof Reference) && attributes.every((one) => NAMING_ATTRIBUTE.test(one));
  if (isNamed || typeof value === 'string') return [];
  return [{ problem: `may have a secret in ${shown}`, doubt: new Unknown(parts.map(describeTerm).join('; ')) }];
}

function judgeContainer(container: Container): readonly ContainerFault[] {
  const environment = container.find('environment');
  if (environment === undefined) return [];
  if (isTermList(environment)) return environment.flatMap(judgeVariable);
  return [{ problem: 'may have a secret in its environment', doubt: new Unknown(describeTerm(environment)) }];
}

/** No secret stands in a task definition, where everybody reads it who may describe tasks. */
export const secretEnvironment: Rule = containerRule({
  id: 'delivery/container/secret-environment',
  summary: 'No secret stands in the environment of a container',
  fix: 'name the secret by its ARN in secrets, with valueFrom',
  judge: judgeContainer,
});
