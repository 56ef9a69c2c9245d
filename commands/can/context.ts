import { asWritten, type ProblemList } from '../../modules/core/input-error';
import { findNamed } from '../../policies/iam/gather';
import type { ContextValue, RequestContext } from '../../policies/iam/request';
import type { PolicyText } from '../../policies/model/policy/policy';
import type { Universe } from '../../policies/model/universe';

/** `aws:SourceIp`, `aws:PrincipalTag/team`, `token.actions.githubusercontent.com:sub`. */
const KEY = /^[\w.-]+:[^=]+$/;

/** Keys whose values may be written as addresses of the documents, and what of these they hold. */
const BY_ADDRESS: Readonly<Record<string, 'arn' | 'id'>> = {
  'aws:principalarn': 'arn',
  'aws:sourcearn': 'arn',
  'aws:sourcevpc': 'id',
  'aws:sourcevpce': 'id',
};

function isKey(problems: ProblemList, subject: string, text: string, key: string): boolean {
  if (KEY.test(key)) return true;
  const isValue = subject === '--context';
  const problem = isValue ? 'this is not a condition key with a value' : 'this is not a condition key';
  const remedy = isValue ? 'write it like aws:SourceIp=203.0.113.7' : 'write it like aws:SourceVpce';
  problems.add({ subject, problem, got: asWritten(text), remedy, code: 'LZ-CAN-7' });
  return false;
}

function valueOf(universe: Universe, key: string, text: string): PolicyText {
  const attribute = BY_ADDRESS[key];
  return (attribute === undefined ? undefined : findNamed(universe, text, attribute)) ?? text;
}

/** The condition keys that a command line tells: with values, several by repeating the option, or as surely absent. */
export function contextFrom(
  universe: Universe,
  given: readonly string[],
  without: readonly string[],
  problems: ProblemList,
): RequestContext {
  const context = new Map<string, ContextValue>();
  for (const text of given) {
    const at = text.indexOf('=');
    const [key, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
    if (!isKey(problems, '--context', text, at < 0 ? '' : key)) continue;
    const name = key.toLowerCase();
    const known = context.get(name);
    const meant = problems.attempt('--context', () => valueOf(universe, name, value)) ?? value;
    context.set(name, [...(known === undefined || known === 'absent' ? [] : known), meant]);
  }
  for (const key of without) {
    if (!isKey(problems, '--without-context', key, key)) continue;
    if (context.has(key.toLowerCase())) {
      const problem = 'the key is given a value by --context, too';
      problems.add({
        subject: '--without-context',
        problem,
        got: asWritten(key),
        remedy: 'keep one of the two',
        code: 'LZ-CAN-8',
      });
    }
    context.set(key.toLowerCase(), 'absent');
  }
  return context;
}
