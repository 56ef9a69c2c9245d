import { findConditionOperator } from '../../../model/policy/condition-operator';
import type { ConditionTest, Listed, PolicyText, Statement } from '../../../model/policy/policy';
import type { ResourceFact } from '../../../model/universe';
import { namesEverybody, statementName } from '../../granting/public-grant';
import { listCovers, patternCovers } from '../../../iam/granting/text-cover';
import { isForBucket } from './bucket-text';

/** What a statement refuses of requests without TLS. */
export interface Refusal {
  readonly bucket: boolean;
  readonly objects: boolean;
  /** Why it may refuse less. @default - it surely refuses that */
  readonly doubt?: string;
  /** Why it refuses nothing that counts. @default - it does */
  readonly limit?: string;
}

/** Whether every request without TLS meets a condition; undefined where that isn't sure. */
function holdsWithoutTls({ operator: written, key, values }: ConditionTest): boolean | undefined {
  const operator = findConditionOperator(written);
  if (operator === undefined) return false;
  const name = key.toLowerCase();
  const says = (text: string): boolean | undefined => {
    if (values.some((value) => typeof value === 'string' && value.toLowerCase() === text)) return true;
    return values.every((value) => typeof value === 'string') ? false : undefined;
  };
  if (name === 'aws:securetransport') {
    // The key is in every request. How texts are compared with it, AWS doesn't say.
    if (operator.comparison === 'Null' || operator.comparison === 'Bool') return says('false');
    return undefined;
  }
  if (name === 's3:tlsversion') {
    // Without TLS there is no version of it: what compares it isn't met, unless that is said.
    if (operator.comparison === 'Null') return says('true');
    return operator.ifExists || operator.negated || operator.quantifier === 'ForAllValues';
  }
  return false;
}

/** Whether it covers all of S3. */
function coversAllActions({ except, items }: Listed<PolicyText>): boolean {
  if (!except) return listCovers({ except, items }, 's3:*');
  return items.every((item) => typeof item === 'string' && !patternCovers((item.split(':')[0] ?? '').toLowerCase(), 's3'));
}

function isAbout({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => /^(?:aws:securetransport|s3:tlsversion)$/i.test(key));
}

/** What a statement refuses of requests without TLS to a bucket; undefined where it isn't about them. */
export function refusalOf(statement: Statement, to: ResourceFact): Refusal | undefined {
  const { effect, conditions, actions } = statement;
  const about = isAbout(statement);
  if (!about && (conditions.length > 0 || effect === 'Allow')) return undefined;
  const name = statementName(statement);
  // What refuses some of everything, TLS or not, has nothing to do with it.
  const none = (limit: string): Refusal | undefined =>
    about ? { bucket: false, objects: false, limit: `${name} ${limit}` } : undefined;
  if (effect === 'Allow') return none('allows by TLS only, which takes nothing from what others allow');
  if (statement.principals?.except !== false || namesEverybody(statement) !== true) return none('refuses it to some only');
  if (!coversAllActions(actions)) return none('refuses some actions only');
  const held = conditions.map(holdsWithoutTls);
  const at = held.indexOf(false);
  const test = conditions[at];
  if (test !== undefined) return none(`is not met by all of it: ${test.operator} ${test.key}`);
  const [bucket, objects] = [isForBucket(statement, to, 'bucket'), isForBucket(statement, to, 'objects')];
  const unsure = conditions[held.indexOf(undefined)];
  const open = bucket === undefined || objects === undefined ? `which bucket ${name} is for isn't known` : undefined;
  const doubt = unsure === undefined ? open : `whether ${name} is met isn't sure: ${unsure.operator} ${unsure.key}`;
  return { bucket: bucket !== false, objects: objects !== false, ...(doubt === undefined ? {} : { doubt }) };
}
