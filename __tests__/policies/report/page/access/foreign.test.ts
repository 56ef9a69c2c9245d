import { readUniverse } from '../../../../../policies';
import { planFile } from '../../../judged/judged';
import { documentsOf } from '../../../universe';
import { chapterOf, rowsOf, textOf } from './chapter';

const plan = (name: Parameters<typeof planFile>[0]): string => chapterOf(readUniverse(planFile(name)));

const provider = { aws: { region: 'eu-west-1', allowed_account_ids: ['111111111111'] } };

describe('the chapter on access of foreign Terraform', () => {
  it('says that its authors claim nothing', () => {
    expect(textOf(plan('archive'))).toContain('Claims The authors of these documents claim nothing of who may do what.');
  });

  it('tells a perhaps with what is not known', () => {
    expect(rowsOf(plan('platform'), 'Who can hand a role to a service, or change what it may do or who may take it')).toEqual([
      [
        'plan:aws_iam_role.operators',
        'perhaps may',
        'iam:PassRole',
        'plan:aws_iam_role.app; plan:aws_iam_role.operators; plan:module.vpc.aws_iam_role.flow',
        "whether caller and resource are of one account isn't known (resource)",
      ],
    ]);
  });

  it('tells a way to all rights in words, and by which decisions', () => {
    const [row, ...others] = rowsOf(
      plan('archive'),
      'Ways to all rights: 1 of 6 users, roles and members of groups have or may have one',
    );

    expect(others).toEqual([]);
    expect(row?.slice(0, 3)).toEqual(['plan:aws_iam_role.deploy', 'role', 'perhaps comes by all rights']);
    expect(row?.[3]).toContain(
      'perhaps makes and calls a function with plan:aws_iam_role.maintenance (iam:PassRole, lambda:CreateFunction, lambda:InvokeFunction) iam:PassRole unknown: ',
    );
  });

  it('tells whom its roles trust', () => {
    expect(rowsOf(plan('archive'), 'Who may assume which role, and on which conditions')).toEqual([
      [
        'plan:aws_iam_role.deploy',
        'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        'providers of web identities',
        'may, if',
        'aud is sts.amazonaws.com',
      ],
      ['plan:aws_iam_role.maintenance', 'lambda.amazonaws.com', 'services of AWS', 'may', ''],
      ['plan:aws_iam_role.partner', 'account 999988887777', 'accounts', 'may, if', 'policies of that account allow it'],
    ]);
  });

  it('tells what ends astray of a life, how it must end, and why it does not', () => {
    const own = { Effect: 'Allow', Action: 'iam:*AccessKey*', Resource: 'arn:aws:iam::*:user/$${aws:username}' };
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [own, { ...own, Action: 'iam:PutUserPolicy' }] });
    const resource = {
      aws_iam_user: { ada: { name: 'ada' } },
      aws_iam_user_policy: { ada: { name: 'own', user: 'ada', policy } },
    };
    const markup = chapterOf({ stacks: documentsOf({ dev: { provider, resource } }) });
    const rows = rowsOf(
      markup,
      'The life of the credentials of dev:aws_iam_user.ada: how each call ends, by what it is signed with',
    );
    const end = 'allowed, must be denied; statement 2 of own allows it';

    expect(markup).toContain('dev:aws_iam_user.ada, as a machine user <span class="mark bad">1 of 23 calls end astray</span>');
    expect(rows.find(([call]) => call === 'iam:PutUserPolicy')).toEqual([
      'iam:PutUserPolicy',
      'itself',
      'escalation',
      end,
      end,
      end,
    ]);
  });

  it('is left out where nobody could do anything', () => {
    expect(plan('network')).toBe('');
  });

  it('of an account without a user or role tells of its root user, and that there are no roles', () => {
    const resource = { aws_vpc: { v: { cidr_block: '10.0.0.0/20' } } };
    const markup = chapterOf({ stacks: documentsOf({ dev: { provider, resource } }) });

    expect(rowsOf(markup, 'Who can change the password policy')).toEqual([
      [
        'root user of 111111111111',
        'may',
        'iam:UpdateAccountPasswordPolicy; iam:DeleteAccountPasswordPolicy',
        '111111111111',
        'the root user may do everything that nobody denies (root user)',
      ],
    ]);
    expect(textOf(markup)).toContain('The documents make no role.');
  });
});
