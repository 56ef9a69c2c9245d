import { PARTITION } from '../../../modules/core/aws/partition';
import { REGION } from '../../../modules/core/aws/region';
import { partsOf, textOf } from '../../model/arns';
import type { PolicyText } from '../../model/policy/policy';
import { Template, type Unknown } from '../../model/term';
import { globOf, globsMeet, type Place } from './glob';

/** Names that have no slash in them; others may: paths of users, names of parameters, keys of objects. */
const WITHOUT_SLASH: ReadonlySet<string> = new Set(['BucketName', 'KeyId', 'Account', 'Region', 'Partition']);
/** What a literal in these places looks like. */
const LITERALS: Readonly<Record<string, RegExp>> = {
  '${Partition}': new RegExp(`^${PARTITION}$`),
  '${Region}': new RegExp(`^${REGION}$`),
  '${Account}': /^(\d{12}|aws)$/,
};

/** `key/${KeyId}`: what stands in the place of a name is at least one character. */
function formPlaces(form: string): readonly Place[] {
  return [...form.matchAll(/\$\{(\w+)\}|[^]/g)].flatMap(([piece, name]): readonly Place[] => {
    if (name === undefined) return [{ char: piece }];
    const slash = !WITHOUT_SLASH.has(name);
    return [
      { any: 'one', slash },
      { any: 'run', slash },
    ];
  });
}

/** A colon inside of a variable parts nothing. */
const PART = '((?:\\$\\{[^}]*\\}|[^:])*)';
const IN_SIX = new RegExp(`^${`${PART}:`.repeat(5)}(.*)$`, 's');

function partFits(part: string, form: string): boolean {
  const literal = LITERALS[form];
  if (literal !== undefined && !/[*?$]/.test(part)) return literal.test(part);
  return globsMeet(globOf(part), formPlaces(form));
}

/** Five colons, and nothing before them that stands for anything else. */
const PLAIN_ARN = /^arn:(?:[^:$*?]*:){4}/;

const fits = new Map<string, boolean>();

/** What stands in a text for what only apply tells: a letter for private use, which is in no ARN. */
const HOLE = '\uE000';

/** Account ids are all alike in a form, and so is what isn't known: a thousand accounts ask the same question. */
function remembered(text: PolicyText, form: string, work: () => boolean): boolean {
  const shape = partsOf(text)
    .map((part) => (typeof part === 'string' ? part : HOLE))
    .join('');
  const key = `${shape.replaceAll(/\d{12}/g, '000000000000')} ${form}`;
  let answer = fits.get(key);
  if (answer === undefined) {
    answer = work();
    fits.set(key, answer);
  }
  return answer;
}

/**
 * Whether a resource in a policy can be of this form: `arn:aws:s3:::logs/*` of
 * `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. What only apply tells may be anything.
 */
export function fitsArnForm(resource: PolicyText, form: string): boolean {
  if (resource instanceof Template) return remembered(resource, form, () => globsMeet(globOf(resource), formPlaces(form)));
  if (resource === '*') return true;
  return remembered(resource, form, () => {
    const [parts, forms] = [IN_SIX.exec(resource)?.slice(1), IN_SIX.exec(form)?.slice(1)];
    return parts !== undefined && forms !== undefined && parts.every((part, at) => partFits(part, forms[at] ?? ''));
  });
}

const ANY_ARN = globOf('arn:*:*:*:*:*');

/** Whether a text can be an ARN at all: six parts, or a wildcard that stands for some of them. */
export function isArnLike(resource: PolicyText): boolean {
  // Most are written out that far.
  const [head = ''] = partsOf(resource);
  return (typeof head === 'string' && PLAIN_ARN.test(head)) || globsMeet(globOf(resource), ANY_ARN);
}

/** The ARN of a form, as far as its places are told: `arn:aws:guardduty:<other>:111111111111:detector/<other>`. */
export function filledForm(form: string, told: Readonly<Record<string, PolicyText>>, other: Unknown): PolicyText {
  const parts = form.split(/\$\{(\w+)\}/).flatMap((piece, at) => {
    if (at % 2 === 0) return [piece];
    const text = told[piece];
    return text === undefined ? [other] : partsOf(text);
  });
  return textOf(parts);
}
