import { regionalArn, type Place } from '../core/aws/arn';
import { asWritten, type Fault, InputError } from '../core/input-error';

/** @source Systems Manager API Reference, PutParameter, Name: "a maximum depth of fifteen levels" */
const MOST_LEVELS = 15;
/** @source Systems Manager API Reference, PutParameter, Name: 1011 characters, the ARN in front of the name included */
const LONGEST_ARN = 1011;
/** The longest that an ARN in front of a name comes to, so that a name that is good here is good in every Region. */
const LONGEST_PREFIX = 'arn:aws-us-gov:ssm:us-gov-west-1:111111111111:parameter'.length;
const LONGEST_NAME = LONGEST_ARN - LONGEST_PREFIX;

/** What is wrong with the form of a full name. */
function* formFaults(name: string): Iterable<Omit<Fault, 'got'>> {
  const [first, ...levels] = name.split('/');
  if (first !== '') {
    const remedy = 'write the whole path: "/acme/prod/shop/database"';
    yield { problem: "a parameter's full name begins with a slash", remedy, code: 'LZ-PARAM-1' };
  }
  const strangers = [...new Set(name.match(/[^a-zA-Z0-9_./-]/gu) ?? [])];
  if (strangers.length > 0) {
    const remedy = `leave out ${strangers.map(asWritten).join(', ')}`;
    yield { problem: "a parameter's name is made of a-z A-Z 0-9 _ . - and slashes", remedy, code: 'LZ-PARAM-2' };
  }
  if (levels.length === 0 || levels.includes('')) {
    const remedy = 'write one slash between two levels, and none at the end';
    yield { problem: 'a level of the path is empty', remedy, code: 'LZ-PARAM-3' };
  }
  if (levels.length > MOST_LEVELS) {
    const remedy = `join levels, ${String(levels.length)} are too many`;
    yield { problem: `a path has at most ${String(MOST_LEVELS)} levels`, remedy, code: 'LZ-PARAM-4' };
  }
  if (name.length > LONGEST_NAME) {
    const remedy = `shorten it by ${String(name.length - LONGEST_NAME)}`;
    const problem = `a name has at most ${String(LONGEST_NAME)} characters, since its ARN has at most ${String(LONGEST_ARN)}`;
    yield { problem, remedy, code: 'LZ-PARAM-5' };
  }
}

function throwAll(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new InputError(faults.map((fault) => ({ subject: '', ...fault })));
}

/**
 * The form that every full name has, AWS's own (`/aws/service/…`) included.
 * @throws InputError LZ-PARAM-1 to LZ-PARAM-5, all that apply
 */
export function checkAnyName(name: string): void {
  throwAll([...formFaults(name)].map((fault) => ({ ...fault, got: asWritten(name) })));
}

/**
 * The form of a name that a parameter can be given.
 * @throws InputError LZ-PARAM-1 to LZ-PARAM-6, all that apply
 */
export function checkName(name: string): void {
  const faults: Fault[] = [...formFaults(name)].map((fault) => ({ ...fault, got: asWritten(name) }));
  const reserved = /^\/?(aws|ssm)/i.exec(name)?.[1];
  if (reserved !== undefined) {
    const problem = `AWS keeps names that begin with "${reserved}" for itself`;
    faults.push({ problem, got: asWritten(name), remedy: 'begin with another word', code: 'LZ-PARAM-6' });
  }
  throwAll(faults);
}

/** The ARN of a parameter, or of everything below a path that ends with `/*`. */
export function parameterArn(place: Place, name: string): string {
  return regionalArn(place, 'ssm', `parameter${name}`);
}
