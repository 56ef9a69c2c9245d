import { documentsOf } from '../../../universe';
import { chapterOf, rolesOf, rowsOf, textOf, trusting } from './chapter';

const SUMMARY = 'Sensitive operations, and how many can do them';
const PASSING = 'Hand a role to a service, or change what it may do or who may take it';

function account(id: string, resource: object): object {
  return { provider: { aws: { region: 'eu-west-1', allowed_account_ids: [id] } }, resource };
}

function chapterOn(stacks: Readonly<Record<string, object>>): string {
  return chapterOf({ stacks: documentsOf(stacks as never) });
}

/** A bucket whose policy lets somebody delete what it holds, and which nothing blocks. */
function openTo(principal: unknown): object {
  const Statement = [
    { Sid: 'Open', Effect: 'Allow', Principal: principal, Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::logs/*' },
  ];
  return {
    aws_s3_bucket: { logs: { bucket: 'logs' } },
    aws_s3_bucket_public_access_block: { logs: { bucket: '${aws_s3_bucket.logs.id}' } },
    aws_s3_bucket_policy: {
      logs: { bucket: '${aws_s3_bucket.logs.id}', policy: JSON.stringify({ Version: '2012-10-17', Statement }) },
    },
  };
}

describe('a sensitive operation', () => {
  it('that anyone can do says so first', () => {
    const markup = chapterOn({ dev: account('111111111111', openTo('*')) });

    expect(rowsOf(markup, SUMMARY).find(([name]) => name === 'Delete what a bucket holds')).toEqual([
      'Delete what a bucket holds',
      'anyone, 1 root user',
      'nobody',
      '8',
      '4',
    ]);
    expect(rowsOf(markup, 'Who can delete what a bucket holds').map(([who, can, actions]) => [who, can, actions])).toEqual([
      ['root user of 111111111111', 'may', 's3:DeleteObject'],
      ['root user of 111111111111', 'may', 's3:DeleteObjectVersion; s3:BypassGovernanceRetention'],
      ['anyone', 'may', 's3:DeleteObject'],
    ]);
  });

  it('that somebody can do in another account stands apart from those who can in their own', () => {
    const resource = openTo({ AWS: ['arn:aws:iam::222222222222:root'] });
    const markup = chapterOn({
      a: account('111111111111', resource),
      b: account('222222222222', { aws_s3_bucket: { own: { bucket: 'own' } } }),
    });
    const rows = rowsOf(markup, 'Who can delete what a bucket holds').map(([who, , actions, on]) => [who, actions, on]);

    expect(rows).toEqual([
      [
        'root users, each in their own account: 111111111111; 222222222222',
        's3:DeleteObject; s3:DeleteObjectVersion; s3:BypassGovernanceRetention',
        'a:aws_s3_bucket.logs; b:aws_s3_bucket.own',
      ],
      ['root user of 222222222222', 's3:DeleteObject', 'a:aws_s3_bucket.logs'],
    ]);
  });

  it('asks about 65 of 75 roles of one account, and says that 10 are left out', () => {
    const roles = Array.from({ length: 75 }, (_, at) => [`role-${String(at)}`, [trusting({ Service: 'ec2.amazonaws.com' })]]);
    const markup = chapterOf(rolesOf(Object.fromEntries(roles) as Record<string, object[]>));

    expect(rowsOf(markup, SUMMARY).find(([name]) => name === PASSING)).toEqual([
      PASSING,
      '1 root user',
      'nobody',
      '20020 not all',
      '19760',
    ]);
    expect(textOf(markup)).toContain('not all 10 of 75 that it could be done to are left out: plinth access asks about all.');
  });
});
