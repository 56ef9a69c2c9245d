import { Cidr } from '../cidr';
import { suggestName } from '../text/did-you-mean';
import { asWritten, InputError, type ProblemList } from '../input-error';
import { type Entry, holdsCidr, isKeyOf, isKind, type Kind, KINDS, type State } from './entry';

const STRING = '("(?:[^"\\\\]|\\\\.)*")';
const LINE = new RegExp(`^\\s*${STRING}\\s*:\\s*${STRING}\\s*(,?)\\s*$`);
const VALUE = /^(\S+)(?: (living|closing|closed|freed))? #([1-9]\d{0,8})$/;
const FORMS: Readonly<Record<Kind, string>> = {
  account: 'account dev',
  acl: 'acl dev/eu-west-1/three-tier/app in anywhere tcp/443',
  ipv6: 'ipv6 dev/eu-west-1/three-tier/app/1',
  name: 'name dev/eu-west-1/three-tier/app',
  peering: 'peering dev/eu-west-1/three-tier to network/shared',
  range: 'range dev/eu-west-1/three-tier/pods',
  subnet: 'subnet dev/eu-west-1/three-tier/app/a',
  tier: 'tier dev/eu-west-1/three-tier/app/1',
  vpc: 'vpc dev/eu-west-1/three-tier',
};

function refuse(problem: string, got: string, remedy: string, code: string): never {
  throw InputError.of({ problem, got: asWritten(got), remedy, code });
}

function wholeNumber(text: string, least: number, most: number): boolean {
  return /^(0|[1-9]\d{0,5})$/.test(text) && Number(text) >= least && Number(text) <= most;
}

/** What a value of the kind must be, where the given one isn't. */
function findFlaw(kind: Kind, value: string, cidr: Cidr | undefined): string | undefined {
  const tooWide = { vpc: 16, range: 16, tier: 14, subnet: 16 } as const;
  switch (kind) {
    case 'account':
    case 'peering':
      return /^\d{12}$/.test(value) ? undefined : 'an account id of twelve digits';
    case 'acl':
      return wholeNumber(value, 1, 32766) ? undefined : 'a network ACL rule number from 1 to 32766';
    case 'ipv6':
      return wholeNumber(value, 0, 63) ? undefined : 'the number of a /62 in a /56, 0 to 63';
    case 'name':
      return /^[a-z0-9][a-z0-9-]*$/.test(value) ? undefined : 'a name in small letters, digits and hyphens';
    default: {
      const [least, most] = [tooWide[kind], kind === 'tier' ? 26 : 28];
      const fits = cidr?.family === 'v4' && cidr.prefix >= least && cidr.prefix <= most;
      return fits ? undefined : `an IPv4 block of /${String(least)} to /${String(most)}`;
    }
  }
}

function isStateOf(kind: Kind, state: State): boolean {
  return state === 'living' || state === 'freed' || kind === 'vpc' || kind === 'account';
}

function readEntry(name: string, text: string, line: number): Entry {
  const [kind = ''] = name.split(' ', 1);
  const key = name.slice(kind.length + 1);
  if (!isKind(kind)) return refuse('the kind is not known', kind, suggestName(kind, KINDS), 'LZ-LEDGER-2');
  if (!isKeyOf(kind, key)) {
    return refuse(`the key is not one of kind ${kind}`, name, `write it like "${FORMS[kind]}"`, 'LZ-LEDGER-2');
  }
  const [, value = '', state = 'living', generation = ''] = VALUE.exec(text) ?? [];
  const cidr = holdsCidr(kind) && value !== '' ? Cidr.parse(value) : undefined;
  const flaw = value === '' ? '<value>[ closing| closed| freed] #<generation>' : findFlaw(kind, value, cidr);
  const replaced = key.includes('~') && state !== 'freed';
  if (flaw !== undefined || replaced || !isStateOf(kind, state as State)) {
    const must = flaw ?? (replaced ? 'freed, as the key has a ~' : 'living or freed');
    return refuse(`the value of ${name} must be ${must}`, text, 'take the line from the last good commit', 'LZ-LEDGER-3');
  }
  return { kind, key, value, cidr, state: state as State, generation: Number(generation), line };
}

/** What is wrong with a line that isn't one of ours. */
function refuseLine(text: string): never {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(text)) {
    const remedy =
      'keep the lines of both sides, put "addresses.lock.json merge=union" into .gitattributes and run plinth ledger resolve';
    return refuse('git left a conflict in the ledger', text, remedy, 'LZ-LEDGER-1');
  }
  return refuse(
    'the line is not an allocation',
    text,
    'write one allocation a line, "<kind> <key>": "<value> #<generation>" and a comma',
    'LZ-LEDGER-1',
  );
}

function unquote(json: string): string | undefined {
  try {
    return JSON.parse(json) as string;
  } catch {
    return undefined;
  }
}

function readLine(text: string, number: number): Entry {
  const [, name, value, comma] = LINE.exec(text) ?? [];
  if (name === undefined || value === undefined || comma !== ',') return refuseLine(text);
  const strings = [name, value].map(unquote);
  if (strings.includes(undefined)) return refuseLine(text);
  const [id = '', allocation = ''] = strings;
  return readEntry(id, allocation, number);
}

/** The lines around the allocations. `"~"` sorts behind every kind, so that all allocation lines end with a comma. */
function checkFrame(
  lines: readonly { readonly text: string; readonly number: number }[],
  file: string,
  problems: ProblemList,
): void {
  const frame = [
    { at: lines[0], form: '{', called: 'first' },
    { at: lines.at(-2), form: '"~": ""', called: 'last but one' },
    { at: lines.at(-1), form: '}', called: 'last' },
  ];
  for (const { at, form, called } of frame) {
    if (at?.text.trim() === form) continue;
    const subject = `${file}:${String(at?.number ?? 1)}`;
    problems.add({
      subject,
      problem: `the ${called} line must be ${form}`,
      got: asWritten(at?.text ?? ''),
      remedy: 'restore it',
      code: 'LZ-LEDGER-1',
    });
  }
}

/**
 * Reads the ledger line by line, as JSON.parse would lose positions and the first of two equal keys. Order and CRLF
 * don't matter: union merges leave lines unsorted and Windows checkouts end them with CRLF, both without meaning.
 */
export function readLines(text: string, file: string, problems: ProblemList): Entry[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, i) => ({ text: line, number: i + 1 }))
    .filter((line) => line.text.trim() !== '');
  checkFrame(lines, file, problems);
  const isFrame = (line: string): boolean => ['{', '}', '"~": ""'].includes(line.trim());
  const inner = lines.filter((line, i) => !(isFrame(line.text) && (i === 0 || i >= lines.length - 2)));
  return inner.flatMap(
    (line) => problems.attempt(`${file}:${String(line.number)}`, () => readLine(line.text, line.number)) ?? [],
  );
}
