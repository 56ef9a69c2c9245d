import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { accessCommand } from '../../../commands/access';
import { PEOPLE, policyOf } from '../../policies/iam/inquiry/organization';

interface Said {
  out: string;
  err: string;
  code: number | undefined;
}

/** What the command says of a document with these resources. */
function run(resource: object, ...flags: string[]): Said {
  const said: Said = { out: '', err: '', code: undefined };
  const folder = mkdtempSync(join(tmpdir(), 'plinth-access-'));
  try {
    const file = join(folder, 'dev.tf.json');
    writeFileSync(
      file,
      JSON.stringify({ provider: { aws: { region: 'eu-west-1', allowed_account_ids: ['111111111111'] } }, resource }),
    );
    accessCommand({
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
      exit: (code) => (said.code = code),
    }).parse([file, ...flags], { from: 'user' });
    return said;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ADMIN = {
  ...PEOPLE,
  aws_iam_user_policy: {
    ...PEOPLE.aws_iam_user_policy,
    bob: {
      user: '${aws_iam_user.bob.name}',
      name: 'clean',
      policy: policyOf(
        { Sid: 'Clean', Effect: 'Allow', Action: 's3:DeleteObject', Resource: '*' },
        { Sid: 'Perhaps', Effect: 'Allow', Action: 's3:DeleteObjectVersion', Resource: 'arn:aws:s3:::reports/old/*' },
        { Sid: 'Keys', Effect: 'Allow', Action: 'iam:AttachUserPolicy', Resource: '*' },
      ),
    },
  },
};

describe('plinth access', () => {
  it('shows who can do what few should, surely or perhaps', () => {
    const { out, code } = run(ADMIN);
    const [, deleting = ''] = /delete what a bucket holds\n((?: {4}.*\n)*)/.exec(out) ?? [];

    expect(code).toBe(0);
    expect(deleting.split('\n')).toEqual([
      '    may         dev:aws_iam_user.bob: s3:DeleteObject on dev:aws_s3_bucket.reports',
      '    may         root user of 111111111111: s3:DeleteObject, s3:DeleteObjectVersion, s3:BypassGovernanceRetention on dev:aws_s3_bucket.reports',
      '    perhaps may dev:aws_iam_user.bob: s3:DeleteObjectVersion on dev:aws_s3_bucket.reports',
      '',
    ]);
  });

  it('says where nobody can, and where there is nothing to do it to', () => {
    const { out } = run(ADMIN);

    expect(out).toContain('  stop or change a trail\n    nothing of the kind is in the documents\n');
  });

  it('shows the life of credentials call by call, and what ends astray', () => {
    const { out } = run(PEOPLE);

    expect(out).toContain('  dev:aws_iam_group.auditors, as a person with MFA: ');
    expect(out).toMatch(
      /rotation of the own key +iam:CreateAccessKey +itself +allowed \(must be denied\) +allowed \(must be denied\) +allowed\n/,
    );
  });

  it('shows ways to all rights, and says of how many there is none', () => {
    expect(run(ADMIN).out).toContain(
      'Ways to all rights\n  dev:aws_iam_user.bob comes by all rights: attaches any policy to itself (iam:AttachUserPolicy)\n',
    );
    expect(run(PEOPLE).out).toContain('Ways to all rights\n  nobody of 3 users, roles and members of groups\n');
  });

  it('prints one JSON document with every decision and its reason', () => {
    const document = JSON.parse(run(ADMIN, '--json').out) as Record<string, unknown>;

    expect(Object.keys(document)).toEqual(['version', 'claims', 'lives', 'escalations', 'whoCan']);
    expect(document.escalations).toEqual([
      {
        principal: 'dev:aws_iam_user.bob',
        certain: true,
        chain: [
          {
            kind: 'attach-user-policy',
            calls: [{ action: 'iam:AttachUserPolicy', decision: 'allowed', why: expect.stringContaining('"Keys"') as string }],
          },
        ],
      },
    ]);
  });

  describe('of whoever is assigned a permission set', () => {
    const arn = '${aws_ssoadmin_permission_set.ops.arn}';
    const may = (Action: string): object => {
      const policy = policyOf({ Sid: 'All', Effect: 'Allow', Action, Resource: '*' });
      return {
        aws_s3_bucket: { logs: { bucket: 'logs' } },
        aws_ssoadmin_permission_set: { ops: { name: 'Ops' } },
        aws_ssoadmin_permission_set_inline_policy: { ops: { permission_set_arn: arn, inline_policy: policy } },
        aws_ssoadmin_account_assignment: {
          ops: { permission_set_arn: arn, principal_type: 'GROUP', principal_id: 'g-1', target_id: '111111111111' },
        },
      };
    };
    const KEY = 'dev:aws_ssoadmin_account_assignment.ops';
    const NAME = `permission set Ops for group g-1 in 111111111111 (${KEY})`;

    it('tells the permission set, the account, and to whom it is assigned', () => {
      expect(run(may('s3:DeleteObject')).out).toContain(`    may         ${NAME}: s3:DeleteObject on dev:aws_s3_bucket.logs\n`);
      expect(run(may('sso:*')).out).toContain(
        `  ${NAME} perhaps comes by all rights: perhaps attaches any policy to a permission set`,
      );
    });

    it('has the address and the name in JSON', () => {
      const documentOf = (action: string): Readonly<Record<string, unknown>> =>
        JSON.parse(run(may(action), '--json').out) as Readonly<Record<string, unknown>>;

      expect(documentOf('sso:*').escalations).toEqual([expect.objectContaining({ principal: KEY, name: NAME, certain: false })]);
      expect(JSON.stringify(documentOf('s3:DeleteObject').whoCan)).toContain(
        `{"who":"${KEY}","name":"${NAME}","action":"s3:DeleteObject"`,
      );
    });
  });

  it('ends with 2 where there is nothing to read', () => {
    const said: Said = { out: '', err: '', code: undefined };
    accessCommand({
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
      exit: (code) => (said.code = code),
    }).parse(['/nowhere/plan.json'], { from: 'user' });

    expect(said).toEqual({
      out: '',
      err: expect.stringMatching(/^\/nowhere\/plan\.json: .* \[LZ-READ-1\]\n$/) as string,
      code: 2,
    });
  });
});
