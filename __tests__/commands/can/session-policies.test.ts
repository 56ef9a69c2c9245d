import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { can, type Heard, policy, writeStack } from './listener';

const STACK = {
  aws_iam_user: { alice: { name: 'alice' } },
  aws_iam_role: {
    app: { name: 'app', assume_role_policy: policy('Allow', 'sts:AssumeRole', { Resource: undefined, Principal: '*' }) },
  },
  aws_iam_role_policy: {
    own: { name: 'own', role: 'app', policy: policy('Allow', 's3:*') },
    tagged: {
      name: 'tagged',
      role: 'app',
      policy: policy('Allow', 'sqs:*', { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'core' } } }),
    },
  },
  aws_s3_bucket: { logs: { bucket: 'acme-logs' } },
  aws_sqs_queue: { jobs: { name: 'jobs' } },
};

describe('plinth can --session-policy', () => {
  let folder: string;
  let stack: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plinth-can-session-'));
    stack = writeStack(folder, STACK);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const written = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const ask = async (files: readonly string[], action = 's3:GetObject', principal = 'aws_iam_role.app'): Promise<Heard> =>
    can([
      stack,
      ...['--principal', principal, '--action', action, '--resource', 'aws_s3_bucket.logs/a'],
      ...files.flatMap((file) => ['--session-policy', file]),
      '--json',
    ]);
  const said = async (...files: readonly string[]): Promise<string> => {
    const { decision, why } = JSON.parse((await ask(files)).out) as { decision: string; why: string };
    return `${decision}: ${why}`;
  };

  it('limits what the role may', async () => {
    const put = written('put.json', policy('Allow', 's3:Put*'));
    const get = written('get.json', policy('Allow', 's3:Get*'));

    expect(await said()).toBe('allowed: statement 1 of own allows it');
    expect(await said(get)).toBe('allowed: statement 1 of own allows it');
    expect(await said(put)).toBe(`denied: the session policy ${put} doesn't allow it`);
  });

  it('limits to what one of several allows, and by what each denies', async () => {
    const put = written('put.json', policy('Allow', 's3:Put*'));
    const get = written('get.json', policy('Allow', 's3:Get*'));
    const deny = written('deny.json', policy('Deny', 's3:*'));

    expect(await said(put, get)).toBe('allowed: statement 1 of own allows it');
    expect(await said(put, get, deny)).toBe(`denied: statement 1 of ${deny} denies it`);
  });

  it('gives nothing that the role has not', async () => {
    const all = written('all.json', policy('Allow', '*'));
    expect(
      JSON.parse(
        (
          await can([
            stack,
            '--principal',
            'aws_iam_role.app',
            '--action',
            'iam:CreateUser',
            '--resource',
            'arn:aws:iam::111111111111:user/x',
            '--session-policy',
            all,
            '--json',
          ])
        ).out,
      ),
    ).toMatchObject({
      decision: 'denied',
      why: "no policy of the caller's allows it",
    });
  });

  it('shows what each says beside the others', async () => {
    const put = written('put.json', policy('Allow', 's3:Put*'));
    const { out } = await can([
      stack,
      '--principal',
      'aws_iam_role.app',
      '--action',
      's3:GetObject',
      '--resource',
      'aws_s3_bucket.logs/a',
      '--session-policy',
      put,
    ]);

    expect(out).toContain(`· session policy        ${put}`);
  });

  it('refuses what is no session policy, who has none, and too many, all at once', async () => {
    const text = written('text.json', 'Allow');
    const names = written('names.json', policy('Allow', 's3:*', { Principal: '*' }));
    const none = join(folder, 'none.json');
    const many = Array.from({ length: 9 }, () => written('get.json', policy('Allow', 's3:Get*')));
    const { code, err } = await can([
      stack,
      ...['--principal', 'aws_iam_user.alice', '--action', 's3:GetObject', '--resource', 'aws_s3_bucket.logs/a'],
      ...[none, text, names, ...many].flatMap((file) => ['--session-policy', file]),
    ]);

    expect(code).toBe(2);
    expect(err.replaceAll(`${folder}/`, '').split('\n')).toEqual([
      `--session-policy: it can't be read, got "none.json"; write the path of a policy in JSON [LZ-CAN-15]`,
      '--session-policy: this is no session policy: it is no JSON at line 1, column 1, got "text.json"; write one as an identity has it, with actions and resources and without principals [LZ-CAN-16]',
      '--session-policy: this is no session policy: statement 1 names principals, got "names.json"; write one as an identity has it, with actions and resources and without principals [LZ-CAN-16]',
      '--session-policy: a session has at most 11, one inline and ten managed, got 12; leave out 1, or put several into one [LZ-CAN-18]',
      '--session-policy: only the session of a role is asked about with one, got "aws_iam_user.alice"; ask about a role, or leave it out [LZ-CAN-17]',
      '',
    ]);
  });

  it.each(['111111111111', 'anonymous', 'ec2.amazonaws.com', 'arn:aws:iam::111111111111:user/alice'])(
    'refuses one of %s',
    async (who) => {
      const { code, out } = await ask([written('get.json', policy('Allow', 's3:Get*'))], 's3:GetObject', who);

      expect([code, out.includes('[LZ-CAN-17]') || out.includes('LZ-CAN-17')]).toEqual([2, true]);
    },
  );
});

describe("a tag of a role's session", () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'plinth-can-tags-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [[], 'unknown'],
    [['--context', 'aws:PrincipalTag/team=core'], 'allowed'],
    [['--context', 'aws:principaltag/Team=edge'], 'denied'],
    [['--without-context', 'aws:PrincipalTag/team'], 'denied'],
  ])('is told by %j: %s', async (told, decision) => {
    const stack = writeStack(folder, STACK);
    const { out } = await can([
      stack,
      '--principal',
      'aws_iam_role.app',
      '--action',
      'sqs:SendMessage',
      '--resource',
      'aws_sqs_queue.jobs',
      ...told,
      '--json',
    ]);

    expect((JSON.parse(out) as { decision: string }).decision).toBe(decision);
  });
});
