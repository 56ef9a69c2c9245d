/** A form that only a secret has. */
interface KnownForm {
  readonly name: string;
  readonly pattern: RegExp;
  /** What matches and is none. @default - whatever matches is one */
  readonly harmless?: RegExp;
}

/** A secret that was found in a text: what it is called, and itself. */
export interface Found {
  readonly name: string;
  readonly secret: string;
}

/** Stands for a part of a text that isn't known. */
export const HOLE = '\uFFFC';

/** Passwords in the place of which something else will stand. */
const PLACEHOLDER = /^(?:[$%<{[(*]|x{3,}|\.{3}|password$|passwd$|pass$|pwd$|secret$|user(?:name)?$|changeme$|\uFFFC)/i;

/**
 * The prefixes by which issuers mark what is theirs, so that it is found.
 * @source GitHub, GitLab, Slack, Stripe, npm, Google, Azure and HashiCorp: their documentation of token formats
 */
const FORMS: readonly KnownForm[] = [
  { name: 'AWS access key', pattern: /(?<![A-Za-z0-9])((?:AKIA|ASIA)[A-Z2-7]{16})(?![A-Za-z0-9])/g, harmless: /EXAMPLE$/ },
  {
    name: 'private key',
    pattern: /-----BEGIN ((?:(?:RSA|EC|DSA|OPENSSH) )?PRIVATE KEY|PGP PRIVATE KEY BLOCK)-----/g,
  },
  { name: 'GitHub token', pattern: /(?<!\w)(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})/g },
  { name: 'GitLab token', pattern: /(?<!\w)(gl(?:pat|ptt|dt|rt|cbt|ft|soat|agent|imt)-[\w-]{20,})/g },
  { name: 'Slack token', pattern: /(?<!\w)(xox[abeoprs]-[\w-]{10,}|xapp-\d-[\w-]{10,})/g },
  { name: 'Slack webhook', pattern: /(https:\/\/hooks\.slack\.com\/(?:services|workflows)\/[\w/]{20,})/g },
  { name: 'Stripe key', pattern: /(?<!\w)([sr]k_(?:live|test)_[A-Za-z0-9]{16,})/g },
  { name: 'npm token', pattern: /(?<!\w)(npm_[A-Za-z0-9]{36})(?!\w)/g },
  { name: 'PyPI token', pattern: /(?<!\w)(pypi-AgEIcHlwaS5vcmc[\w-]{20,})/g },
  { name: 'JWT', pattern: /(?<![\w-])(eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,})/g },
  { name: 'bearer token', pattern: /\bBearer\s+((?=[^\s]*\d)[\w.~+/-]{20,}=*)/g, harmless: PLACEHOLDER },
  { name: 'Google API key', pattern: /(?<![\w-])(AIza[\w-]{35})(?![\w-])/g },
  { name: 'Google OAuth secret', pattern: /(?<![\w-])(GOCSPX-[\w-]{28})/g },
  { name: 'Azure account key', pattern: /(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{40,}={0,2})/g },
  { name: 'Azure shared access signature', pattern: /[?&;]sig=([A-Za-z0-9%+/]{40,}(?:=|%3D))/g },
  { name: 'Azure client secret', pattern: /(?<![\w~.-])([\w~.-]{3}\dQ~[\w~.-]{31,34})(?![\w~.-])/g },
  { name: 'SendGrid key', pattern: /(?<!\w)(SG\.[\w-]{22}\.[\w-]{43})/g },
  { name: 'Vault token', pattern: /(?<![\w.])(hv[sb]\.[\w-]{24,})/g },
  { name: 'HCP Terraform token', pattern: /(?<!\w)([A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,})/g },
  { name: 'DigitalOcean token', pattern: /(?<!\w)(do[opr]_v1_[0-9a-f]{64})/g },
  { name: 'OpenAI or Anthropic key', pattern: /(?<![\w-])(sk-(?:proj|ant|svcacct)-[\w-]{32,})/g },
  {
    name: 'password in a connection string',
    pattern: /[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:@/"'<>]*:([^\s@/"'<>]{3,})@[\w.[\uFFFC-]/gi,
    harmless: PLACEHOLDER,
  },
  {
    name: 'password in a connection string',
    pattern:
      /(?:server|data source|host|hostname|uid|user id|username|user)=[^;]*;(?:[^;]*;)*?\s*(?:password|pwd)=([^;\s"']{3,})/gi,
    harmless: PLACEHOLDER,
  },
];

/** What an AWS secret key looks like; only beside an access key it is told from a hash. */
const AWS_SECRET = /(?<![A-Za-z0-9/+])([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g;
/** How far apart the two halves of a key pair stand in text. @unit characters */
const PAIR_DISTANCE = 200;

/** What a text has to have for any form to match: nothing else is looked at closely. */
const HINTS =
  /AKIA|ASIA|PRIVATE KEY|gh[pousr]_|github_pat|gl[a-z]+-|xox|xapp|hooks\.slack|k_live|k_test|npm_|pypi-|eyJ|AIza|GOCSPX|Key=|sig=|Q~|SG\.|hv[sb]\.|atlasv1|_v1_|Bearer|sk-|:\/\/[^\s/]*@|pwd=|password=/i;

/** Secrets in a text that are known by their form alone. */
export function findKnownForms(text: string): readonly Found[] {
  if (!HINTS.test(text)) return [];
  const found = FORMS.flatMap(({ name, pattern, harmless }) =>
    [...text.matchAll(pattern)].flatMap(([, secret = '']) => (harmless?.test(secret) === true ? [] : [{ name, secret }])),
  );
  const keys = [...text.matchAll(FORMS[0]?.pattern ?? /$^/g)].filter(([key]) => !key.endsWith('EXAMPLE'));
  const pairs = [...text.matchAll(AWS_SECRET)].filter(({ index }) =>
    keys.some((key) => Math.abs(key.index - index) <= PAIR_DISTANCE),
  );
  return [...found, ...pairs.map(([, secret = '']) => ({ name: 'AWS secret key', secret }))];
}
