import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { can, type Heard, policy, writeStack } from './listener';

interface Document {
  readonly decision: string;
  readonly by: string;
  readonly statement: object | null;
  readonly why: string;
  readonly policies: readonly object[];
  readonly doubts: readonly string[];
  readonly expectation?: object;
  readonly problems?: readonly { readonly code: string }[];
}
const documentOf = ({ out }: Heard): Document => JSON.parse(out) as Document;

const LOGS = {
  aws_iam_user: { alice: { name: 'alice' } },
  aws_iam_group: { ops: { name: 'ops' } },
  aws_iam_role: {
    app: {
      name: 'app',
      assume_role_policy: policy('Allow', 'sts:AssumeRole', { Resource: undefined, Principal: { Service: 'ec2.amazonaws.com' } }),
    },
  },
  aws_iam_user_policy: {
    read: {
      name: 'read',
      user: '${aws_iam_user.alice.name}',
      policy: policy('Allow', 's3:GetObject', { Sid: 'Read', Resource: '${aws_s3_bucket.logs.arn}/*' }),
    },
  },
  aws_s3_bucket: { logs: { bucket: 'acme-logs' } },
  aws_s3_bucket_policy: {
    logs: {
      bucket: '${aws_s3_bucket.logs.id}',
      policy: policy('Deny', 's3:*', {
        Sid: 'Tls',
        Principal: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    },
  },
};

describe('plinth can', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plinth-can-'));
    file = writeStack(folder, LOGS);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const alice = async (action: string, ...more: readonly string[]): Promise<Heard> =>
    can([file, '--principal', 'aws_iam_user.alice', '--action', action, '--resource', 'aws_s3_bucket.logs/2026/a', ...more]);
  const overTls = ['--context', 'aws:SecureTransport=true'];

  it('says in its text who decides, by which statement, and what every policy says', async () => {
    expect(await alice('s3:GetObject', ...overTls)).toEqual({
      code: 0,
      err: '',
      out: [
        '✓ allowed: aws_iam_user.alice may s3:GetObject on aws_s3_bucket.logs/2026/a (arn:aws:s3:::acme-logs/2026/a)',
        '  by identity: Sid "Read" of read allows it',
        '',
        'what the policies say:',
        '  ✓ policy of the caller    read                       aws_iam_user_policy.read   allows it, statement 1 (Sid "Read")',
        '  · policy of the resource  aws_s3_bucket_policy.logs  aws_s3_bucket_policy.logs  says nothing of it',
        '',
      ].join('\n'),
    });
  });

  it.each([
    ['allowed', 's3:GetObject', 'aws:SecureTransport=true', 'identity'],
    ['denied', 's3:PutObject', 'aws:SecureTransport=true', 'identity'],
    ['denied', 's3:GetObject', 'aws:SecureTransport=false', 'explicit deny'],
  ])('is %s for %s with %s, by %s', async (decision, action, context, by) => {
    const { code, out } = await alice(action, '--context', context, '--json');
    const document = JSON.parse(out) as Document;

    expect({ code, decision: document.decision, by: document.by }).toEqual({ code: 0, decision, by });
  });

  it('is unknown where a key that would change the answer is not told, and names it', async () => {
    const { decision, by, why } = documentOf(await alice('s3:GetObject', '--json'));

    expect({ decision, by }).toEqual({ decision: 'unknown', by: 'explicit deny' });
    expect(why).toBe('whether Sid "Tls" of aws_s3_bucket_policy.logs denies it isn\'t known: aws:SecureTransport isn\'t known');
  });

  it('--without-context says that a key is surely absent', async () => {
    expect(documentOf(await alice('s3:GetObject', '--without-context', 'aws:SecureTransport', '--json')).decision).toBe(
      'allowed',
    );
  });

  it('--json is one document: the decision, its statement by address and index, and every policy', async () => {
    expect(documentOf(await alice('s3:GetObject', ...overTls, '--json'))).toEqual({
      decision: 'allowed',
      by: 'identity',
      statement: { policy: 'read', address: 'main:aws_iam_user_policy.read', index: 0, sid: 'Read' },
      why: 'Sid "Read" of read allows it',
      policies: [
        { place: 'identity', policy: 'read', address: 'main:aws_iam_user_policy.read', index: 0, sid: 'Read', says: 'allows' },
        { place: 'resource', policy: 'aws_s3_bucket_policy.logs', address: 'main:aws_s3_bucket_policy.logs', says: 'nothing' },
      ],
      doubts: [],
    });
  });

  it('has no statement where nothing allows', async () => {
    const { statement, why } = documentOf(await alice('s3:PutObject', ...overTls, '--json'));

    expect({ statement, why }).toEqual({ statement: null, why: "no policy of the caller's allows it" });
  });

  it.each([
    ['allowed', 's3:GetObject', overTls, 0, undefined],
    ['denied', 's3:GetObject', overTls, 1, 'it is allowed'],
    ['denied', 's3:PutObject', overTls, 0, undefined],
    ['allowed', 's3:PutObject', overTls, 1, 'it is denied'],
    ['allowed', 's3:GetObject', [], 1, 'what is not known never passes'],
    ['denied', 's3:GetObject', [], 1, 'what is not known never passes'],
  ])('--expect %s of %s with %j ends with %d', async (expected, action, context, code, reason) => {
    const text = await alice(action, ...context, '--expect', expected);
    const json = await alice(action, ...context, '--expect', expected, '--json');

    expect([text.code, json.code]).toEqual([code, code]);
    expect(text.out.split('\n').filter((line) => line.includes('expected'))).toEqual(
      reason === undefined ? [] : [`✗ expected ${expected}: ${reason}`],
    );
    expect(documentOf(json).expectation).toEqual({ expected, holds: code === 0, ...(reason === undefined ? {} : { reason }) });
  });

  it('several values of one key are given by repeating it', async () => {
    const given = ['--context', 'aws:PrincipalOrgPaths=a', '--context', 'aws:PrincipalOrgPaths=b', ...overTls];

    expect((await alice('s3:GetObject', ...given)).code).toBe(0);
  });

  describe('wrong usage ends with 2 and', () => {
    it('asks for what is missing', async () => {
      expect(await can([file])).toEqual({
        code: 2,
        out: '',
        err: [
          '--principal: it is missing; write a user, role or assigned permission set by its address or ARN, an account id, a service, or anonymous [LZ-CAN-1]',
          '--action: it is missing; write one, like s3:GetObject [LZ-CAN-1]',
          '--resource: it is missing; write an address, an ARN, or * for an action without resources [LZ-CAN-1]',
          '',
        ].join('\n'),
      });
    });

    it('tells every mistake at once, a line each', async () => {
      const named = ['--principal', 'aws_iam_user.alic', '--action', 's3:Get*', '--resource', 'aws_s3_bucket.log'];
      const flags = ['--expect', 'alowed', '--context', 'mfa', '--account', '12345', '--region', 'Ireland'];
      const both = ['--context', 'aws:SourceIp=192.0.2.1', '--without-context', 'aws:SourceIp', '--without-context', 'mfa'];
      const { code, out, err } = await can([file, ...named, ...flags, ...both]);

      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.split('\n')).toEqual([
        '--action: this is not an action, got "s3:Get*"; ask about one action, like s3:GetObject [LZ-CAN-6]',
        '--account: this is not an account id, got "12345"; write its twelve digits [LZ-CAN-9]',
        '--region: this is not a Region, got "Ireland"; write it like eu-west-1 [LZ-CAN-10]',
        '--expect: there is no such choice, got "alowed"; did you mean "allowed"? [LZ-CAN-11]',
        '--principal: this is nobody who could ask, got "aws_iam_user.alic"; did you mean "aws_iam_user.alice"? [LZ-CAN-2]',
        '--resource: nothing in the documents is called that, got "aws_s3_bucket.log"; did you mean "aws_s3_bucket.logs"? [LZ-CAN-5]',
        '--context: this is not a condition key with a value, got "mfa"; write it like aws:SourceIp=203.0.113.7 [LZ-CAN-7]',
        '--without-context: the key is given a value by --context, too, got "aws:SourceIp"; keep one of the two [LZ-CAN-8]',
        '--without-context: this is not a condition key, got "mfa"; write it like aws:SourceVpce [LZ-CAN-7]',
        '',
      ]);
    });

    it.each([
      [
        'aws_iam_group.ops',
        '--principal: nobody asks as a group, got "aws_iam_group.ops"; ask about a user who is in it [LZ-CAN-4]\n',
      ],
      [
        'xyz',
        '--principal: this is nobody who could ask, got "xyz"; write a user, role or assigned permission set by its address or ARN, an account id for its root user, a service such as "ec2.amazonaws.com", an identity provider by its ARN, or anonymous [LZ-CAN-2]\n',
      ],
    ])('refuses %s as a principal', async (principal, err) => {
      expect((await can([file, '--principal', principal, '--action', 's3:ListAllMyBuckets', '--resource', '*'])).err).toBe(err);
    });

    it.each([
      [
        's3:GetObjekt',
        'aws_s3_bucket.logs/a',
        '--action: AWS has no such action, got "s3:GetObjekt"; did you mean "s3:GetObject"? [LZ-CAN-12]',
      ],
      [
        'nowhere:Do',
        '*',
        '--action: AWS has no such action, got "nowhere:Do"; write one that AWS has, like s3:GetObject [LZ-CAN-12]',
      ],
      [
        's3:ListAllMyBuckets',
        'aws_s3_bucket.logs',
        '--resource: s3:ListAllMyBuckets is about no resource, got "aws_s3_bucket.logs"; write * [LZ-CAN-13]',
      ],
      [
        's3:ListBucket',
        '*',
        '--resource: s3:ListBucket is about another kind of resource, got "*"; write an address or ARN of the form arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName} or arn:${Partition}:s3:::${BucketName} [LZ-CAN-14]',
      ],
    ])('refuses %s on %s', async (action, resource, err) => {
      const heard = await can([file, '--principal', 'aws_iam_user.alice', '--action', action, '--resource', resource]);

      expect(heard).toEqual({ code: 2, out: '', err: `${err}\n` });
    });

    it('tells the form that is meant where an object is asked for and a bucket named', async () => {
      const heard = await can([
        file,
        '--principal',
        'aws_iam_user.alice',
        '--action',
        's3:GetObject',
        '--resource',
        'aws_s3_bucket.logs',
      ]);

      expect(heard.err).toContain(
        '--resource: s3:GetObject is about another kind of resource, got "aws_s3_bucket.logs"; write an',
      );
    });

    it('asks for the stack where two have the address, in JSON if that was asked for', async () => {
      const two = mkdtempSync(join(tmpdir(), 'plinth-can-two-'));
      try {
        for (const name of ['one', 'two']) {
          mkdirSync(join(two, name));
          writeStack(join(two, name), { aws_iam_role: { app: { name: 'app' } } });
        }
        const asked = [two, '--principal', 'aws_iam_role.app', '--action', 'iam:GetRole', '--resource', 'one:aws_iam_role.app'];

        expect((await can(asked)).err).toBe(
          '--principal: 2 resources have this address, got "aws_iam_role.app"; write "one:aws_iam_role.app" or "two:aws_iam_role.app" [LZ-CAN-3]\n',
        );
        expect(documentOf(await can([...asked, '--json'])).problems?.map((problem) => problem.code)).toEqual(['LZ-CAN-3']);
      } finally {
        rmSync(two, { recursive: true, force: true });
      }
    });

    it('tells of documents that are not there', async () => {
      const { code, err } = await can(['nowhere', '--principal', 'anonymous', '--action', 's3:GetObject', '--resource', '*']);

      expect(code).toBe(2);
      expect(err).toContain('[LZ-READ-1]');
    });

    it.each([[[]], [['one', 'another']]])('takes one path, not %j', async (args) => {
      await expect(can(args)).rejects.toThrow(/argument/);
    });
  });

  it('is a command of plinth, built: 0, 1 and 2', () => {
    const run = (...more: readonly string[]): number | null =>
      spawnSync(
        process.execPath,
        ['dist/commands/plinth.js', 'can', file, '--principal', 'aws_iam_user.alice', '--action', 's3:PutObject', ...more],
        { encoding: 'utf8' },
      ).status;

    expect(run('--resource', 'aws_s3_bucket.logs/a', ...overTls)).toBe(0);
    expect(run('--resource', 'aws_s3_bucket.logs/a', ...overTls, '--expect', 'allowed')).toBe(1);
    expect(run()).toBe(2);
  });
});
