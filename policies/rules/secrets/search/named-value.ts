import { HOLE } from './known-forms';

/** Words at the end of the name of what only people or programs choose that keep it to themselves. */
const PASSWORD_NAME = /(?:pass(?:word|wd|phrase)|pwd)s?(?:_wo)?$/i;
/** Words at the end of the names of other secrets. */
const SECRET_NAME =
  /(?:passcode|secret|token|(?:api|access|private|account|signing|encryption|secret|auth|master|shared|hmac|licen[cs]e)[_-]?key|credentials?)s?(?:_wo)?$/i;

/** Fewer characters aren't told from words. @unit characters */
const LEAST_LENGTH = 8;
/** What is called a password is one, if it is longer than what forms print. @unit characters */
const LEAST_PASSWORD = 6;
/**
 * How much each character tells, by how often each is there: a key of 16 random hexadecimal digits has about 3, a word
 * that is repeated about 2. @unit bits
 */
const LEAST_BITS = 2.5;

/** What stands for a secret, or tells where it is. */
const STAND_INS: readonly RegExp[] = [
  /^arn:/,
  /^[a-z][a-z0-9+.-]*:\/\//i,
  /^\.{0,2}\/[\w./-]*$/,
  /^(?:alias|projects|secrets?|kv|vault|ssm|op|data|file|env|keybase|fileb|secretsmanager|parameter):?[/:]/i,
  /^(?:\{\{.*\}\}|<.*>|\[.*\])$/s,
  /^[$%]/,
  /^[*x.#-]+$/i,
  // What KMS encrypts begins so in base64.
  /^(?:AQICAH|AQECAH)/,
  /^(?:ssh-|ecdsa-|-----BEGIN )/,
  /^[\w.-]+\.(?:pem|key|txt|json|ya?ml|crt|env)$/i,
  /^(?:true|false|null|none|enabled|disabled|required|optional)$/i,
  /^(?:change|replace|fill)[-_ ]?(?:me|this|it)|^(?:placeholder|dummy|redacted|example|ignored?|unused|managed[-_ ])/i,
  /^(?:aws|gcp|azurerm)_\w+\.|^(?:var|local|data|module)\.[\w.]+$/,
];
/** Words, joined as people join them. */
const WORDS = /^[A-Za-z]+(?:[-_. /:]+[A-Za-z]+)*$/;
/** More than this in one piece is no word. @unit characters */
const LONGEST_WORD = 20;

/** Shannon's entropy of its characters. @unit bits of each character */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether it reads as words: each piece with a vowel, capitals where words begin. */
function isWords(text: string): boolean {
  if (!WORDS.test(text)) return false;
  const pieces = text.split(/[-_. /:]+|(?<=[a-z])(?=[A-Z])/);
  const like = pieces.filter((piece) => piece.length <= LONGEST_WORD && (piece.length <= 4 || /[aeiouy]/i.test(piece)));
  const long = pieces.every((piece) => piece.length >= 2) || pieces.length <= 2;
  return like.length === pieces.length && long && text.length / pieces.length >= 3;
}

/** How a value came to its name: as an argument or in quotes it is one value, bare in text it may be a word of a sentence. */
export type Setting = 'argument' | 'prose';

/** What is secret of a name. */
export function isSecretName(name: string): boolean {
  const plain = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2');
  return PASSWORD_NAME.test(plain) || SECRET_NAME.test(plain);
}

/**
 * Whether the value of something that is named as a secret is one: neither what stands for a secret nor, for all but
 * passwords, words; of eight characters or more that tell at least 2.5 bits each. A password is one of six.
 */
export function isSecretValue(name: string, value: string, setting: Setting): boolean {
  const text = value.trim();
  if (text.includes(HOLE) || STAND_INS.some((form) => form.test(text))) return false;
  if (setting === 'argument' && PASSWORD_NAME.test(name)) return text.length >= LEAST_PASSWORD && text.length <= 128;
  if (text.length < LEAST_LENGTH || /\s/.test(text) || /^[\d.:TZ+-]+$/.test(text)) return false;
  return !isWords(text) && bitsOf(text) >= LEAST_BITS;
}
