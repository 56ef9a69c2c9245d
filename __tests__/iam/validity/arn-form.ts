/** One place of an ARN's form, or of a policy's resource: a character, any one character, or any run of them. */
type Place = { readonly char: string } | { readonly any: 'one' | 'run'; readonly slash: boolean };

/** Names that have no slash in them; others may: paths of users, names of parameters, keys of objects. */
const WITHOUT_SLASH = ['BucketName', 'KeyId', 'Account', 'Region', 'Partition'];
/** What a literal in these places looks like. */
const PLACES: readonly [string, RegExp][] = [
  ['Partition', /^aws(-cn|-us-gov)?$/],
  ['Region', /^[a-z]{2}(-[a-z]+)+-\d$/],
  ['Account', /^(\d{12}|aws)$/],
];

const run = (slash: boolean): Place[] => [{ any: 'run', slash }];

/** `key/${KeyId}`: what stands in the place of a name is at least one character. */
function formPlaces(form: string): Place[] {
  return [...form.matchAll(/\$\{(\w+)\}|[^]/g)].flatMap(([text, name]): Place[] => {
    if (name === undefined) return [{ char: text }];
    const slash = !WITHOUT_SLASH.includes(name);
    return [
      { any: 'one', slash },
      { any: 'run', slash },
    ];
  });
}

/** Variables, Terraform's references and stars are any run; a question mark is any character. */
function resourcePlaces(text: string): Place[] {
  return [...text.matchAll(/\$\{[^}]*\}|[^]/g)].flatMap(([part]): Place[] => {
    if (part === '*' || part.length > 1) return run(true);
    return part === '?' ? [{ any: 'one', slash: true }] : [{ char: part }];
  });
}

const agree = (a: Place, b: Place): boolean => {
  if ('char' in a && 'char' in b) return a.char === b.char;
  const [wild, other] = 'any' in a ? [a, b] : [b, a];
  return !('char' in other) || other.char !== '/' || !('any' in wild) || wild.slash;
};

const isRun = (place: Place): boolean => 'any' in place && place.any === 'run';

/** Whether some text is like both. */
function meet(a: readonly Place[], b: readonly Place[]): boolean {
  const known = new Map<string, boolean>();
  const from = (i: number, j: number): boolean => {
    const key = `${i} ${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, false);
    const found = step(i, j);
    known.set(key, found);
    return found;
  };
  const step = (i: number, j: number): boolean => {
    const [x, y] = [a[i], b[j]];
    if (x === undefined && y === undefined) return true;
    if (x !== undefined && isRun(x) && from(i + 1, j)) return true;
    if (y !== undefined && isRun(y) && from(i, j + 1)) return true;
    if (x === undefined || y === undefined || !agree(x, y)) return false;
    return from(isRun(x) ? i : i + 1, isRun(y) ? j : j + 1);
  };
  return from(0, 0);
}

const inSix = (arn: string): readonly string[] | undefined =>
  /^((?:\$\{[^}]*\}|[^:])*):((?:\$\{[^}]*\}|[^:])*):((?:\$\{[^}]*\}|[^:])*):((?:\$\{[^}]*\}|[^:])*):((?:\$\{[^}]*\}|[^:])*):(.*)$/s
    .exec(arn)
    ?.slice(1);

function partFits(part: string, form: string): boolean {
  const literal = PLACES.find(([name]) => form === `\${${name}}`)?.[1];
  if (literal !== undefined && !/[*?$]/.test(part)) return literal.test(part);
  return meet(resourcePlaces(part), formPlaces(form));
}

/** What Terraform's resources are in ARNs, where a reference to one begins a resource. */
const SERVICES: readonly [RegExp, string][] = [
  [/^aws_s3_/, 's3'],
  [/^aws_kms_/, 'kms'],
  [/^aws_iam_/, 'iam'],
  [/^aws_sns_/, 'sns'],
  [/^aws_ssm_/, 'ssm'],
  [/^aws_cloudwatch_log_/, 'logs'],
];

/** A reference that begins a resource is an ARN of its service. */
function withoutReference(resource: string): string {
  const found = /^\$\{(aws_\w+)\.[^}]*\.arn\}/.exec(resource);
  if (found === null) return resource;
  const service = SERVICES.find(([type]) => type.test(found[1] ?? ''))?.[1] ?? '*';
  return `arn:*:${service}:*:*:*${resource.slice(found[0].length)}`;
}

/** Whether a resource in a policy can be of this form: `arn:aws:s3:::logs/*` of `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
export function fitsArnForm(resource: string, form: string): boolean {
  if (resource === '*') return true;
  const [parts, forms] = [inSix(withoutReference(resource)), inSix(form)];
  return parts !== undefined && forms !== undefined && parts.every((part, i) => partFits(part, forms[i] ?? ''));
}
