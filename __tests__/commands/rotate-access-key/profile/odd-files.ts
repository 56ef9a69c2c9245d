import type { Pair } from '../aws-folder';

/** A file that people have, with the pair that counts in its place. */
export interface OddFile {
  readonly name: string;
  /** Left out where the profile is "default". */
  readonly profile?: string;
  readonly credentials?: (pair: Pair) => string | Buffer;
  readonly config?: (pair: Pair) => string | Buffer;
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const halves = ({ id, secret }: Pair, end = '\n'): string =>
  `aws_access_key_id = ${id}${end}aws_secret_access_key = ${secret}${end}`;
const STALE = 'aws_access_key_id = AKIASTALESTALESTALE0\naws_secret_access_key = stale\n';

const SPACES: readonly OddFile[] = [
  {
    name: 'no spaces around =',
    credentials: ({ id, secret }) => `[default]\naws_access_key_id=${id}\naws_secret_access_key=${secret}\n`,
  },
  {
    name: 'tabs around =',
    credentials: ({ id, secret }) => `[default]\naws_access_key_id\t=\t${id}\naws_secret_access_key\t=\t${secret}\n`,
  },
  {
    name: 'columns',
    credentials: ({ id, secret }) => `[default]\naws_access_key_id     =   ${id}\naws_secret_access_key =   ${secret}\n`,
  },
  {
    name: 'white space behind values',
    credentials: ({ id, secret }) => `[default]\naws_access_key_id = ${id}   \naws_secret_access_key = ${secret}\t\n`,
  },
  { name: 'indented entries', credentials: (pair) => `[default]\n  ${halves(pair, '\n  ')}\n` },
  { name: 'indented section', credentials: (pair) => `  [default]\n${halves(pair)}` },
  {
    name: 'blank lines everywhere',
    credentials: ({ id, secret }) => `\n\n[default]\n\naws_access_key_id = ${id}\n \n\t\naws_secret_access_key = ${secret}\n\n\n`,
  },
  {
    name: 'a no-break space before the value',
    credentials: ({ id, secret }) => `[default]\naws_access_key_id =\u00a0${id}\naws_secret_access_key = ${secret}\n`,
  },
];

const LINE_ENDS: readonly OddFile[] = [
  { name: 'CRLF', credentials: (pair) => `[default]\r\n${halves(pair, '\r\n')}` },
  {
    name: 'CRLF and LF mixed',
    credentials: ({ id, secret }) => `[default]\r\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\r\n`,
  },
  {
    name: 'a carriage return alone at the end',
    credentials: ({ id, secret }) => `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\r`,
  },
  {
    name: 'no final newline',
    credentials: ({ id, secret }) => `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}`,
  },
  {
    name: 'no final newline, the id last',
    credentials: ({ id, secret }) => `[default]\naws_secret_access_key = ${secret}\naws_access_key_id = ${id}`,
  },
  { name: 'a byte order mark', credentials: (pair) => `\ufeff[default]\n${halves(pair)}` },
];

const COMMENTS: readonly OddFile[] = [
  {
    name: 'comments before, between and behind',
    credentials: ({ id, secret }) =>
      `# mine\n[default] # the one\n; old style\naws_access_key_id = ${id} # since May\n#aws_access_key_id = AKIACOMMENTCOMMENT00\naws_secret_access_key = ${secret} ; secret\n# end`,
  },
  {
    name: 'a comment with the same pair',
    credentials: (pair) => `[default]\n# aws_access_key_id = AKIAOLDOLDOLDOLDOLD1\n${halves(pair)}`,
  },
  {
    name: 'a sign of comments without a space behind a value',
    credentials: ({ id, secret }) => `[default]\naws_access_key_id = ${id}\nnote = a#b;c\naws_secret_access_key = ${secret}\n`,
  },
  { name: 'a comment in German', credentials: (pair) => `# Schlüssel für Müller\n[default]\n${halves(pair)}# größer\n` },
  {
    name: 'a comment in Latin-1',
    credentials: (pair) => latin1(`# Schl\u00fcssel\n[default]\n${halves(pair)}# gr\u00f6\u00dfer\n`),
  },
  {
    name: 'a comment in Latin-1 behind a value',
    credentials: ({ id, secret }) =>
      latin1(`[default]\naws_access_key_id = ${id} # f\u00fcr mich\naws_secret_access_key = ${secret}\n`),
  },
  {
    name: 'a NUL and control characters in a comment',
    credentials: (pair) => `# \u0000\u0007\u001b[0m\n[default]\n${halves(pair)}`,
  },
];

const NESTED: readonly OddFile[] = [
  {
    name: 'a nested section before',
    credentials: (pair) => `[default]\ns3 =\n  max_concurrent_requests = 20\n  max_queue_size = 100\n${halves(pair)}`,
  },
  {
    name: 'a nested section between',
    credentials: ({ id, secret }) =>
      `[default]\naws_access_key_id = ${id}\ns3 =\n  addressing_style = path\naws_secret_access_key = ${secret}\n`,
  },
  {
    name: 'nested names that look like the pair',
    credentials: (pair) =>
      `[default]\nother =\n  aws_access_key_id = AKIANESTEDNESTED0000\n  aws_secret_access_key = nested\n${halves(pair)}`,
  },
  {
    name: 'nested names behind the pair',
    credentials: (pair) => `[default]\n${halves(pair)}other =\n  aws_access_key_id = AKIANESTEDNESTED0000\n`,
  },
];

const REPEATED: readonly OddFile[] = [
  {
    name: 'a profile twice, the last counts',
    credentials: (pair) => `[default]\n${STALE}[x]\n${STALE}[default]\n${halves(pair)}`,
  },
  {
    name: 'a profile twice, each with a half',
    credentials: ({ id, secret }) => `[default]\naws_access_key_id = ${id}\n[default]\naws_secret_access_key = ${secret}\n`,
  },
  {
    name: 'a profile twice, the second without keys',
    credentials: (pair) => `[default]\n${halves(pair)}[default]\nregion = eu-west-1\n`,
  },
  { name: 'a value twice in a section', credentials: (pair) => `[default]\n${STALE}${halves(pair)}` },
  {
    name: 'the same pair in another profile',
    credentials: (pair) =>
      `[x]\naws_access_key_id = AKIAOLDOLDOLDOLDOLD1\naws_secret_access_key = old/Secret+0000000000000000000000000/old\n[default]\n${halves(pair)}`,
  },
  {
    name: 'a dead pair in the configuration file',
    credentials: (pair) => `[default]\n${halves(pair)}`,
    config: () => `[default]\nregion = eu-west-1\n${STALE}`,
  },
];

const NAMES: readonly OddFile[] = [
  {
    name: 'a profile with dots, plus and at',
    profile: 'me+prod@acme.example',
    credentials: (pair) => `[default]\n${STALE}[me+prod@acme.example]\n${halves(pair)}`,
  },
  { name: 'a profile in Cyrillic', profile: 'продакшен', credentials: (pair) => `[продакшен]\n${halves(pair)}` },
  { name: 'a profile of emoji', profile: '🔑', credentials: (pair) => `[🔑]\n${halves(pair)}` },
  {
    name: 'a profile whose name begins another',
    profile: 'prod',
    credentials: (pair) => `[prod-eu]\n${STALE}[prod]\n${halves(pair)}[prod2]\n${STALE}`,
  },
  {
    name: 'the pair in the configuration file',
    profile: 'ops',
    config: (pair) => `[default]\nregion = eu-west-1\n[profile ops]\nregion = eu-west-1\n${halves(pair)}output = json\n`,
  },
  { name: 'the pair in [default] of the configuration file', config: (pair) => `[default]\n${halves(pair)}` },
  { name: '[profile default] hides [default]', config: (pair) => `[default]\n${STALE}[profile default]\n${halves(pair)}` },
  { name: 'a quoted name in the configuration file', profile: 'ops', config: (pair) => `[profile "ops"]\n${halves(pair)}` },
  {
    name: 'sso-session and services sections beside',
    config: (pair) =>
      `[sso-session acme]\nsso_region = eu-west-1\n[services local]\ns3 =\n  endpoint_url = http://localhost\n[default]\n${halves(pair)}`,
  },
];

const OTHERS: readonly OddFile[] = [
  {
    name: 'lines that are no entries',
    credentials: (pair) => `stray = 1\n[default]\nnonsense\n= 5\n[]\n[default]\n${halves(pair)}[broken\n`,
  },
  { name: 'a section that no reader knows', credentials: (pair) => `[other thing]\n${STALE}[default]\n${halves(pair)}` },
  {
    name: 'a thousand other profiles',
    credentials: (pair) =>
      `${Array.from({ length: 1000 }, (_, n) => `[p${String(n)}]\n${STALE}`).join('')}[default]\n${halves(pair)}`,
  },
  { name: 'a line of 100,000 characters', credentials: (pair) => `[default]\n# ${'x'.repeat(100_000)}\n${halves(pair)}` },
];

/** Odd but good: each is to keep every byte but those of the two values. */
export const ODD_FILES: readonly OddFile[] = [...SPACES, ...LINE_ENDS, ...COMMENTS, ...NESTED, ...REPEATED, ...NAMES, ...OTHERS];
