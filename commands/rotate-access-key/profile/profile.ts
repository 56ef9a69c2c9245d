import { readFileSync } from 'node:fs';

import { asWritten, InputError } from '../../../modules/core/input-error';
import { suggestName } from '../../../modules/core/text/did-you-mean';
import { Credential } from './credential';
import { type Entry, IniText } from './ini-text';
import type { SharedFiles } from './shared-files';
import { refuseForeignKind } from './foreign-kind';

/** A profile with a key pair of its own, and where that pair stands. */
export interface Profile {
  readonly name: string;
  /** The file that holds the pair, as it was named. */
  readonly file: string;
  readonly pair: Credential;
  readonly region: string | undefined;
  /** The file with another pair in place of this one. */
  readonly withPair: (pair: Credential) => Buffer;
}

type Section = ReadonlyMap<string, Entry>;

const ID = 'aws_access_key_id';
const SECRET = 'aws_secret_access_key';
const KEY_ID = /^[A-Z0-9]{16,128}$/;
const VISIBLE_ASCII = /^[!-~]+$/;

/** How a message calls a profile. */
export function subjectOfProfile(name: string): string {
  return `profile ${asWritten(name)}`;
}

function read(file: string): IniText | undefined {
  try {
    return new IniText(readFileSync(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'an error';
    if (code === 'ENOENT') return undefined;
    throw InputError.of({
      subject: file,
      problem: "the file can't be read",
      got: code,
      remedy: 'make it a file that you may read, or name another by AWS_SHARED_CREDENTIALS_FILE or AWS_CONFIG_FILE',
      code: 'LZ-ROTATE-4',
    });
  }
}

/** The name of a profile's section in the configuration file: `[profile default]` there hides `[default]`. */
function configSection(config: IniText, name: string): Section {
  const own = config.section(`profile.${name}`);
  return name === 'default' && own.size === 0 ? config.section('default') : own;
}

function namesOf(credentials: IniText, config: IniText): Set<string> {
  const prefix = 'profile.';
  const configured = [...config.sections].filter((name) => name === 'default' || name.startsWith(prefix));
  return new Set([...credentials.sections, ...configured.map((name) => name.replace(prefix, ''))]);
}

function refuse(name: string, problem: string, got: string | undefined, remedy: string): InputError {
  return InputError.of({ subject: subjectOfProfile(name), problem, got, remedy, code: 'LZ-ROTATE-6' });
}

/** The two entries of the pair, which must stand in one file. */
function pairIn(name: string, file: string, section: Section): { readonly id: Entry; readonly secret: Entry } {
  const [id, secret] = [section.get(ID), section.get(SECRET)];
  if (id === undefined || secret === undefined) {
    const missing = id === undefined ? ID : SECRET;
    throw refuse(
      name,
      `${missing} is missing in ${file}`,
      undefined,
      'write both halves of the key pair there, as aws configure does',
    );
  }
  if (!KEY_ID.test(id.value)) {
    throw refuse(
      name,
      `${ID} is no access key id`,
      asWritten(id.value),
      'write the id as AWS gave it, capital letters and digits without quotes',
    );
  }
  if (!VISIBLE_ASCII.test(secret.value)) {
    throw refuse(
      name,
      `${SECRET} is no secret access key`,
      undefined,
      'write the secret as AWS gave it, without spaces and accents',
    );
  }
  return { id, secret };
}

/**
 * The profile as the AWS CLI and the SDKs would use it. Its pair may stand in the credentials file or in the
 * configuration file; where both have one, the credentials file's is the one that counts.
 * @throws InputError LZ-ROTATE-4 the files, LZ-ROTATE-5 no such profile, LZ-ROTATE-6 no key pair, LZ-ROTATE-7 keys that
 * don't come from a pair of its own
 */
export function readProfile(name: string, files: SharedFiles): Profile {
  const [credentials, config] = [read(files.credentials), read(files.config)];
  if (credentials === undefined && config === undefined) {
    throw InputError.of({
      subject: files.credentials,
      problem: "the file doesn't exist",
      remedy: 'make it by aws configure, or name another by AWS_SHARED_CREDENTIALS_FILE',
      code: 'LZ-ROTATE-4',
    });
  }
  const texts = { credentials: credentials ?? new IniText(Buffer.alloc(0)), config: config ?? new IniText(Buffer.alloc(0)) };
  const [first, second] = [texts.credentials.section(name), configSection(texts.config, name)];
  if (first.size === 0 && second.size === 0) {
    const known = namesOf(texts.credentials, texts.config);
    throw InputError.of({
      subject: '--profile',
      problem: `there is no such profile in ${files.credentials} and ${files.config}`,
      got: asWritten(name),
      remedy: suggestName(name, known),
      code: 'LZ-ROTATE-5',
    });
  }
  refuseForeignKind(name, [...second.values(), ...first.values()]);
  const inCredentials = first.has(ID) || first.has(SECRET) || !(second.has(ID) || second.has(SECRET));
  const [file, text, section] = inCredentials
    ? [files.credentials, texts.credentials, first]
    : [files.config, texts.config, second];
  const { id, secret } = pairIn(name, file, section);
  return {
    name,
    file,
    pair: new Credential(id.value, secret.value),
    region: (second.get('region') ?? first.get('region'))?.value,
    withPair: (pair) =>
      text.with([
        { entry: id, value: pair.id },
        { entry: secret, value: pair.revealSecret() },
      ]),
  };
}
