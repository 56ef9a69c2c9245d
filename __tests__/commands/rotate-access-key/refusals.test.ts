import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';

import type { RotationRequest } from '../../../commands/rotate-access-key/run/request';
import { AwsFolder, OLD, plain } from './aws-folder';
import { FakeAws } from './fake-aws';
import { failureOf, rotateIn } from './in-process';

afterAll(() => AwsFolder.removeAll());

/** A run that is refused. `<folder>` in the text stands for the folder's path. */
interface Refused {
  readonly why: string;
  readonly credentials?: string;
  readonly config?: string;
  readonly request?: Partial<RotationRequest>;
  readonly prepare?: (folder: AwsFolder) => void;
  readonly aws?: (aws: FakeAws) => void;
  readonly text: string;
  /** Left out where AWS isn't asked at all. */
  readonly asked?: readonly string[];
}

const PAIR = plain(OLD);
const journal = (changes: object): string =>
  JSON.stringify({
    user: 'alice',
    account: '111111111111',
    profile: 'default',
    oldKey: OLD.id,
    keysBefore: [OLD.id],
    startedAt: new Date().toISOString(),
    ...changes,
  });
const withJournal =
  (text: string) =>
  (folder: AwsFolder): void =>
    writeFileSync(folder.at('credentials.rotation.default.json'), text);
const IDENTITY = ['GetCallerIdentity'];
const LISTED = ['GetCallerIdentity', 'ListAccessKeys'];
const SECOND = { id: 'AKIASECONDSECOND0000', secret: 's' };
const KEYS_THERE = 'see by aws iam list-access-keys which keys there are, leave the one of the profile, and delete the file';

const FILES: readonly Refused[] = [
  {
    why: 'no file at all',
    text: "<folder>/credentials: the file doesn't exist; make it by aws configure, or name another by AWS_SHARED_CREDENTIALS_FILE [LZ-ROTATE-4]",
  },
  {
    why: 'a folder in place of the file',
    prepare: (folder) => mkdirSync(folder.at('credentials')),
    text: "<folder>/credentials: the file can't be read, got EISDIR; make it a file that you may read, or name another by AWS_SHARED_CREDENTIALS_FILE or AWS_CONFIG_FILE [LZ-ROTATE-4]",
  },
  {
    why: 'a link that leads nowhere',
    prepare: (folder) => symlinkSync('nowhere', folder.at('credentials')),
    text: "<folder>/credentials: the file doesn't exist; make it by aws configure, or name another by AWS_SHARED_CREDENTIALS_FILE [LZ-ROTATE-4]",
  },
  {
    why: 'a read-only file',
    credentials: PAIR,
    prepare: (folder) => chmodSync(folder.at('credentials'), 0o400),
    text: '<folder>/credentials: the file is read-only, got 0400; make it writable: chmod u+w "<folder>/credentials" [LZ-ROTATE-8]',
  },
  {
    why: 'a read-only folder',
    credentials: PAIR,
    prepare: (folder) => chmodSync(folder.path, 0o555),
    text: '<folder>: the folder is read-only, got 0555; make it writable: chmod u+w "<folder>" [LZ-ROTATE-8]',
  },
];

const PROFILES: readonly Refused[] = [
  {
    why: 'a profile that there is not',
    credentials: `${PAIR}[production]\nregion = eu-west-1\n`,
    request: { profile: 'prodution' },
    text: '--profile: there is no such profile in <folder>/credentials and <folder>/config, got "prodution"; did you mean "production"? [LZ-ROTATE-5]',
  },
  {
    why: 'a profile without keys',
    credentials: '[default]\nregion = eu-west-1\n',
    text: 'profile "default": aws_access_key_id is missing in <folder>/credentials; write both halves of the key pair there, as aws configure does [LZ-ROTATE-6]',
  },
  {
    why: 'a profile with half a pair',
    credentials: `[default]\naws_access_key_id = ${OLD.id}\n`,
    text: 'profile "default": aws_secret_access_key is missing in <folder>/credentials; write both halves of the key pair there, as aws configure does [LZ-ROTATE-6]',
  },
  {
    why: 'a pair whose halves stand in two files',
    credentials: `[default]\naws_access_key_id = ${OLD.id}\n`,
    config: `[default]\naws_secret_access_key = ${OLD.secret}\n`,
    text: 'profile "default": aws_secret_access_key is missing in <folder>/credentials; write both halves of the key pair there, as aws configure does [LZ-ROTATE-6]',
  },
  {
    why: 'an id in quotes',
    credentials: PAIR.replace(OLD.id, `"${OLD.id}"`),
    text: `profile "default": aws_access_key_id is no access key id, got "\\"${OLD.id}\\""; write the id as AWS gave it, capital letters and digits without quotes [LZ-ROTATE-6]`,
  },
  {
    why: 'a secret of accents, which is not shown',
    credentials: PAIR.replace(OLD.secret, 'gehëim'),
    text: 'profile "default": aws_secret_access_key is no secret access key; write the secret as AWS gave it, without spaces and accents [LZ-ROTATE-6]',
  },
  {
    why: 'a file that the SDKs give up on',
    credentials: `${PAIR}[__proto__]\na = 1\n`,
    text: `profile "default": the SDKs don't find the key ${OLD.id} in <folder>/credentials, so nobody could use a new one there; look for a section that no SDK reads, such as [__proto__] [LZ-ROTATE-16]`,
  },
  {
    why: '--access-key-id of another key',
    credentials: PAIR,
    request: { accessKeyId: SECOND.id },
    text: `--access-key-id: profile "default" has the key ${OLD.id}, got "${SECOND.id}"; leave the option out to rotate that one, or name another profile [LZ-ROTATE-9]`,
  },
];

const says = (says: string, got: string, remedy: string): string =>
  `profile "default": ${says}, so there is no access key to rotate, got ${got}; ${remedy} [LZ-ROTATE-7]`;
const FOREIGN: readonly Refused[] = [
  ['role_arn', 'it takes a role', 'rotate the key of the profile that it starts from'],
  ['source_profile', 'it takes a role', 'rotate the key of the profile that it starts from'],
  ['credential_source', 'it takes a role', 'rotate the key of the profile that it starts from'],
  ['credential_process', 'a program gives its keys', 'rotate the key where that program keeps it'],
  ['sso_session', 'its keys come from IAM Identity Center', 'nothing needs to be rotated: they end by themselves'],
  ['sso_start_url', 'its keys come from IAM Identity Center', 'nothing needs to be rotated: they end by themselves'],
  ['login_session', 'its keys come from a console login', 'nothing needs to be rotated: they end by themselves'],
  ['web_identity_token_file', 'its keys come from a web identity', 'nothing needs to be rotated: they end by themselves'],
  ['aws_session_token', 'its keys are those of a session', 'name the profile that holds the long-term key'],
].flatMap(([name, what, remedy]) => [
  { why: `${name!} beside the pair`, credentials: `${PAIR}${name!} = x\n`, text: says(what!, name!, remedy!) },
  {
    why: `${name!} in the other file`,
    credentials: PAIR,
    config: `[default]\n${name!} = x\n`,
    text: says(what!, name!, remedy!),
  },
]);
const TEMPORARY: Refused = {
  why: 'a temporary key without its token',
  credentials: PAIR.replace('AKIA', 'ASIA'),
  text: says('its keys are those of a session', '"ASIAOLDOLDOLDOLDOLD1"', 'name the profile that holds the long-term key'),
};

const CALLERS: readonly Refused[] = [
  {
    why: 'a key that AWS does not know',
    credentials: PAIR,
    aws: (aws) => aws.keys.splice(0),
    asked: IDENTITY,
    text: `profile "default": AWS doesn't accept the key ${OLD.id}: it is deleted or inactive, or its secret is wrong, got InvalidClientTokenId; have an administrator give the user a new key, and write it by aws configure [LZ-ROTATE-10]`,
  },
  {
    why: "the root user's key",
    credentials: PAIR,
    aws: (aws) => (aws.arn = 'arn:aws:iam::111111111111:root'),
    asked: IDENTITY,
    text: 'profile "default": its key belongs to the root user of the account, got "arn:aws:iam::111111111111:root"; delete it in the console: a root user needs no access key [LZ-ROTATE-11]',
  },
  {
    why: "a role's key",
    credentials: PAIR,
    aws: (aws) => (aws.arn = 'arn:aws:sts::111111111111:assumed-role/admin/alice'),
    asked: IDENTITY,
    text: 'profile "default": its key belongs to no IAM user, got "arn:aws:sts::111111111111:assumed-role/admin/alice"; name the profile of an IAM user [LZ-ROTATE-11]',
  },
  {
    why: "another user's key",
    credentials: PAIR,
    request: { user: 'bob' },
    asked: IDENTITY,
    text: `--user-name: the key ${OLD.id} of profile "default" belongs to user "alice", got "bob"; name that user, or the profile of the other [LZ-ROTATE-12]`,
  },
  {
    why: 'the name in other letters',
    credentials: PAIR,
    request: { user: 'Alice' },
    asked: IDENTITY,
    text: `--user-name: the key ${OLD.id} of profile "default" belongs to user "alice", got "Alice"; name that user, or the profile of the other [LZ-ROTATE-12]`,
  },
];

const twoKeys = (state: string): string =>
  `profile "default": user "alice" has two keys, and no room for a new one beside ${OLD.id}, got ${SECOND.id} (${state}); see that nothing uses it, then: aws iam delete-access-key --access-key-id ${SECOND.id} --user-name alice [LZ-ROTATE-13]`;
const KEYS: readonly Refused[] = [
  { why: 'two keys', credentials: PAIR, aws: (aws) => aws.add(SECOND), asked: LISTED, text: twoKeys('active') },
  {
    why: 'two keys, the other inactive',
    credentials: PAIR,
    aws: (aws) => aws.add(SECOND, { active: false }),
    asked: LISTED,
    text: twoKeys('inactive'),
  },
  {
    why: 'a second key that somebody has used, though a rotation was cut off just then',
    credentials: PAIR,
    prepare: withJournal(journal({})),
    aws: (aws) => aws.add(SECOND, { used: true }),
    asked: [...LISTED, 'GetAccessKeyLastUsed'],
    text: twoKeys('active'),
  },
  {
    why: 'a second key that was made 16 minutes after a rotation was cut off',
    credentials: PAIR,
    prepare: withJournal(journal({})),
    aws: (aws) => aws.add(SECOND, { createdAt: new Date(Date.now() + 16 * 60_000) }),
    asked: LISTED,
    text: twoKeys('active'),
  },
];

const JOURNAL = '<folder>/credentials.rotation.default.json';
const JOURNALS: readonly Refused[] = [
  {
    why: 'a journal that is no JSON',
    credentials: PAIR,
    prepare: withJournal('{'),
    text: `${JOURNAL}: the journal of an unfinished rotation can't be read; ${KEYS_THERE} [LZ-ROTATE-14]`,
  },
  {
    why: 'a journal that says nothing',
    credentials: PAIR,
    prepare: withJournal('{}'),
    text: `${JOURNAL}: the journal of an unfinished rotation can't be read; ${KEYS_THERE} [LZ-ROTATE-14]`,
  },
  {
    why: 'a journal without a time',
    credentials: PAIR,
    prepare: withJournal(journal({ startedAt: 'yesterday' })),
    text: `${JOURNAL}: the journal of an unfinished rotation can't be read; ${KEYS_THERE} [LZ-ROTATE-14]`,
  },
  {
    why: 'a folder in place of the journal',
    credentials: PAIR,
    prepare: (folder) => mkdirSync(folder.at('credentials.rotation.default.json')),
    text: `${JOURNAL}: the journal of an unfinished rotation can't be read, got EISDIR; ${KEYS_THERE} [LZ-ROTATE-14]`,
  },
  {
    why: "another user's journal",
    credentials: PAIR,
    prepare: withJournal(journal({ user: 'bob' })),
    asked: LISTED,
    text: `${JOURNAL}: the unfinished rotation is of somebody else, got user bob of account 111111111111, profile default; ${KEYS_THERE} [LZ-ROTATE-15]`,
  },
  {
    why: 'a profile that got a third key by hand',
    credentials: PAIR,
    prepare: withJournal(journal({ oldKey: SECOND.id, keysBefore: [SECOND.id], newKey: 'AKIATHIRDTHIRD000000' })),
    asked: LISTED,
    text: `${JOURNAL}: the profile has neither the old nor the new key of the unfinished rotation, got ${OLD.id}; ${KEYS_THERE} [LZ-ROTATE-15]`,
  },
];

const ALL = [...FILES, ...PROFILES, ...FOREIGN, TEMPORARY, ...CALLERS, ...KEYS, ...JOURNALS];

test.each(ALL)(
  'refuses $why, having changed nothing',
  async ({ credentials, config, request, prepare, aws, text, asked = [] }) => {
    const folder = new AwsFolder({ credentials, config });
    prepare?.(folder);
    const fake = new FakeAws(OLD);
    aws?.(fake);
    const before = [folder.listing(), fake.listed];

    const failure = await failureOf(rotateIn(folder, fake, request));

    expect({ ...failure, asked: fake.actions }).toEqual({
      exitCode: 2,
      text: text.replaceAll('<folder>', folder.path),
      asked,
    });
    expect([folder.listing(), fake.listed]).toEqual(before);
    chmodSync(folder.path, 0o755);
  },
);
