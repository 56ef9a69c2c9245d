import { partsOf } from '../../model/arns';
import type { ConditionTest, Listed, PolicyText, Statement } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import { TELLING_REQUESTS } from './telling-requests';

/** Whether it holds; undefined where only apply tells. */
type Told = boolean | undefined;

/** Keys of who asks, from where and when: they say who may be administrator, and leave one what he may do. */
const CIRCUMSTANCES =
  /^(aws:(multifactorauth(present|age)|sourceip|vpcsourceip|sourcevpc|sourcevpce|securetransport|currenttime|epochtime|tokenissuetime|principal\w+(\/.*)?|username|userid|useragent|referer|viaawsservice|calledvia\w*|requestedregion|resource(account|orgid|orgpaths)|federatedprovider|sourceidentity|ec2instance\w+))$/i;

/** What stands for a part that isn't known, and for one that a resource fills. */
const MAY_BE_ANY = '\u0001';
const SOMETHING = '\u0002';

const compiled = new Map<string, RegExp>();

/** An account stands for itself: its administrator has all of it. */
function patternOf(text: string): RegExp {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const source = text
    .replace(/(?<=:)\d{12}(?=:)|\$\{aws:(Principal|Resource)Account\}/g, '*')
    .split(/([*?])/)
    .map((piece) => (piece === '*' ? '.*' : piece === '?' ? '.' : piece.replace(/[$()+.[\\\]^{|}]/g, '\\$&')))
    .join('');
  const pattern = new RegExp(`^${source}$`, 'is');
  compiled.set(text, pattern);
  return pattern;
}

/** Whether a text covers a sample. A reference is to one thing, which no sample is; in an ARN's account it is the own one. */
function covers(text: PolicyText, sample: string): Told {
  const parts = partsOf(text);
  const flat = (hole: string): string =>
    parts.map((part) => (typeof part === 'string' ? part : part instanceof Unknown ? hole : SOMETHING)).join('');
  const inPlace = (written: string): string =>
    written.replace(new RegExp(`^(arn:)${SOMETHING}(?=:)`), '$1*').replace(new RegExp(`:${SOMETHING}(?=:)`, 'g'), ':*');
  if (patternOf(inPlace(flat(MAY_BE_ANY))).test(sample)) return true;
  return patternOf(inPlace(flat('*'))).test(sample) ? undefined : false;
}

function any(told: readonly Told[]): Told {
  return told.includes(true) ? true : told.includes(undefined) ? undefined : false;
}

function all(told: readonly Told[]): Told {
  return told.includes(false) ? false : told.includes(undefined) ? undefined : true;
}

function not(told: Told): Told {
  return told === undefined ? undefined : !told;
}

function lists({ except, items }: Listed<PolicyText>, sample: string): Told {
  const found = any(items.map((item) => covers(item, sample)));
  return except ? not(found) : found;
}

function isCircumstance({ key }: ConditionTest): boolean {
  return CIRCUMSTANCES.test(key);
}

/** Whether a statement is about a request, its conditions taken as they may limit: an Allow is held, a Deny is not. */
function isAbout(statement: Statement, action: string, resource: string): Told {
  const { effect, actions, resources, conditions } = statement;
  const applies = effect === 'Allow' ? conditions.every(isCircumstance) : conditions.length === 0;
  if (!applies) return false;
  return all([lists(actions, action), resources === undefined ? true : lists(resources, resource)]);
}

/**
 * Whether statements allow everything that counts, whatever way they say it: `*`, `*:*`, everything but a trifle, or
 * service by service. What a condition on the resource or its tags limits doesn't count, and what is denied doesn't.
 */
export function allowsEverything(statements: readonly Statement[]): Told {
  const allows = statements.filter(({ effect }) => effect === 'Allow');
  const denies = statements.filter(({ effect }) => effect === 'Deny');
  let told: Told = true;
  for (const [action, resource] of TELLING_REQUESTS) {
    const allowed = any(allows.map((statement) => isAbout(statement, action, resource)));
    const denied = any(denies.map((statement) => isAbout(statement, action, resource)));
    const held = all([allowed, not(denied)]);
    if (held === false) return false;
    if (held === undefined) told = undefined;
  }
  return told;
}
