import { CommanderError } from 'commander';

import { rotateAccessKeyCommand } from '../../../commands/rotate-access-key';
import { AwsFolder, OLD, plain } from './aws-folder';
import { IMPATIENT } from './in-process';

afterAll(() => AwsFolder.removeAll());

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number | undefined;
}

/** The command in this process, with nothing of the process. */
async function run(flags: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const ran: { out: string; err: string; code: number | undefined } = { out: '', err: '', code: undefined };
  const command = rotateAccessKeyCommand({
    env: { HOME: '/nowhere', ...env },
    patience: IMPATIENT,
    terminal: { out: (text) => (ran.out += text), err: (text) => (ran.err += text), exit: (code) => (ran.code = code) },
    screen: { write: (text) => (ran.err += text) },
  });
  await command.configureOutput({ writeErr: () => undefined }).parseAsync(['--user-name', 'alice', ...flags], { from: 'user' });
  return ran;
}

const refused = (text: string): Ran => ({ out: '', err: `${text}\n`, code: 2 });

describe('flags that do not go together are refused', () => {
  test('a serial without a code', async () => {
    expect(await run(['--mfa-serial', 'arn:aws:iam::111111111111:mfa/alice'])).toEqual(
      refused('--mfa-code: it is missing beside --mfa-serial; give both, or neither [LZ-ROTATE-1]'),
    );
  });

  test('a code without a serial', async () => {
    expect(await run(['--mfa-code', '123456'])).toEqual(
      refused('--mfa-serial: it is missing beside --mfa-code; give both, or neither [LZ-ROTATE-1]'),
    );
  });

  test.each(['12345', '1234567', '12345a', ''])('the code %j', async (code) => {
    expect(await run(['--mfa-serial', 'x', '--mfa-code', code])).toEqual(
      refused(
        `--mfa-code: this is no code of a device, got "${code}"; write the six digits that the device shows now [LZ-ROTATE-2]`,
      ),
    );
  });

  test('both mistakes at once', async () => {
    const { err } = await run(['--mfa-code', 'x']);
    expect(err.match(/LZ-ROTATE-\d+/g)).toEqual(['LZ-ROTATE-2', 'LZ-ROTATE-1']);
  });
});

describe('keys in the environment are refused', () => {
  const text = (name: string, value: string): string =>
    `${name}: the keys in use come from the environment, where no new one can be put, got "${value}"; name the profile to rotate by --profile, or unset the variable [LZ-ROTATE-3]`;

  test('a pair, whose secret is not shown', async () => {
    const env = { AWS_ACCESS_KEY_ID: OLD.id, AWS_SECRET_ACCESS_KEY: OLD.secret };
    expect(await run([], env)).toEqual(refused(text('AWS_ACCESS_KEY_ID', OLD.id)));
  });

  test('even with AWS_PROFILE, which they win over', async () => {
    expect((await run([], { AWS_ACCESS_KEY_ID: OLD.id, AWS_PROFILE: 'x' })).code).toBe(2);
    expect((await run([], { AWS_ACCESS_KEY_ID: OLD.id, AWS_PROFILE: 'x' })).err).toContain('[LZ-ROTATE-3]');
  });

  test('a web identity', async () => {
    const env = { AWS_WEB_IDENTITY_TOKEN_FILE: '/token' };
    expect(await run([], env)).toEqual(refused(text('AWS_WEB_IDENTITY_TOKEN_FILE', '/token')));
  });

  test('but --profile wins over them', async () => {
    expect((await run(['--profile', 'x'], { AWS_ACCESS_KEY_ID: OLD.id })).err).toContain('[LZ-ROTATE-4]');
  });

  test('an empty variable is none', async () => {
    expect((await run([], { AWS_ACCESS_KEY_ID: '' })).err).toContain('[LZ-ROTATE-4]');
  });
});

describe('the profile', () => {
  const where = async (flags: readonly string[], env: NodeJS.ProcessEnv): Promise<string> => (await run(flags, env)).err;
  const folder = new AwsFolder({ credentials: '[a]\nregion = x\n', config: '[profile b]\nregion = x\n' });
  const env = { AWS_SHARED_CREDENTIALS_FILE: folder.files.credentials, AWS_CONFIG_FILE: folder.files.config };

  test('is "default" unless AWS_PROFILE says another, or --profile before it', async () => {
    expect(await where([], env)).toContain('got "default"; use one of "a", "b" [LZ-ROTATE-5]');
    expect(await where([], { ...env, AWS_PROFILE: 'c' })).toContain('got "c"');
    expect(await where(['--profile', 'd'], { ...env, AWS_PROFILE: 'c' })).toContain('got "d"');
  });

  test('lies in ~/.aws, or where the variables say', async () => {
    expect(await where([], {})).toContain("/nowhere/.aws/credentials: the file doesn't exist");
    expect(await where([], { AWS_SHARED_CREDENTIALS_FILE: '~/keys' })).toContain("/nowhere/keys: the file doesn't exist");
  });
});

describe('--json', () => {
  test('answers a refusal with one document, and nothing on standard error', async () => {
    const { out, err, code } = await run(['--json', '--verbose']);
    expect({ err, code }).toEqual({ err: '', code: 2 });
    expect(JSON.parse(out)).toEqual({
      ok: false,
      problems: [
        {
          subject: '/nowhere/.aws/credentials',
          problem: "the file doesn't exist",
          remedy: 'make it by aws configure, or name another by AWS_SHARED_CREDENTIALS_FILE',
          code: 'LZ-ROTATE-4',
        },
      ],
    });
  });
});

test.each([[['--user-nam']], [['--profile']], [['extra']], [['--delete=yes']]])('%j is wrong usage', async (flags) => {
  await expect(run(flags)).rejects.toThrow(CommanderError);
});

test('whoever names no user is told so', async () => {
  const command = rotateAccessKeyCommand().configureOutput({ writeErr: () => undefined });
  await expect(command.parseAsync([], { from: 'user' })).rejects.toThrow(
    "error: required option '--user-name <name>' not specified",
  );
});

test('a certificate file that is none is told before AWS is asked', async () => {
  const folder = new AwsFolder({ credentials: plain(OLD) });
  const env = { AWS_SHARED_CREDENTIALS_FILE: folder.files.credentials, AWS_CONFIG_FILE: folder.files.config };
  const { err, code } = await run([], { ...env, AWS_CA_BUNDLE: '/nowhere/ca.pem' });
  expect([code, err]).toEqual([2, expect.stringContaining('[LZ-AWS-1]')]);
});
