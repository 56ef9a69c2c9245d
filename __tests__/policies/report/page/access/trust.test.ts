import type { Intent } from '../../../../../modules/core/intent';
import { documentsOf } from '../../../universe';
import { chapterOf, rolesOf, rowsOf, textOf, trusting } from './chapter';

const TABLE = 'Who may assume which role, and on which conditions';
const WEB = 'sts:AssumeRoleWithWebIdentity';

/** What the table says of one role: whom it trusts, the sort, the word, the conditions. */
function told(...statements: readonly object[]): string[][] {
  return rowsOf(chapterOf(rolesOf({ role: statements })), TABLE).map((row) => row.slice(1));
}

describe('a role that trusts', () => {
  it('a service may be assumed by it', () => {
    expect(told(trusting({ Service: 'ec2.amazonaws.com' }))).toEqual([['ec2.amazonaws.com', 'services of AWS', 'may', '']]);
  });

  it('a service and refuses it may not', () => {
    const deny = { ...trusting({ Service: 'ec2.amazonaws.com' }), Effect: 'Deny' };

    expect(told(trusting({ Service: 'ec2.amazonaws.com' }), deny)).toEqual([
      ['ec2.amazonaws.com', 'services of AWS', 'may not', 'statement 2 of trust policy of aws_iam_role.r0 denies it'],
    ]);
  });

  it('a service and perhaps refuses it: what is not known is told', () => {
    const deny = {
      ...trusting({ Service: 'ec2.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': '222222222222' } }),
      Effect: 'Deny',
    };

    expect(told(trusting({ Service: 'ec2.amazonaws.com' }), deny)).toEqual([
      [
        'ec2.amazonaws.com',
        'services of AWS',
        'unknown',
        "whether statement 2 of trust policy of aws_iam_role.r0 denies it isn't known: aws:SourceAccount isn't known",
      ],
    ]);
  });

  it('an account may be assumed by those whom that lets', () => {
    expect(told(trusting({ AWS: ['999988887777', 'arn:aws:iam::222222222222:root'] }))).toEqual([
      ['account 999988887777', 'accounts', 'may, if', 'policies of that account allow it'],
      ['account 222222222222', 'accounts', 'may, if', 'policies of that account allow it'],
    ]);
  });

  it('an account with an external id and MFA asks for both', () => {
    const conditions = { StringEquals: { 'sts:ExternalId': 'acme-4711' }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

    expect(told(trusting({ AWS: '999988887777' }, conditions))).toEqual([
      [
        'account 999988887777',
        'accounts',
        'may, if',
        'external id is acme-4711; it comes with MFA; policies of that account allow it',
      ],
    ]);
  });

  it('a user of the documents is told by their key, and one who is not by the ARN', () => {
    expect(told(trusting({ AWS: ['${aws_iam_user.ada.arn}', 'arn:aws:iam::333333333333:user/eve'] }))).toEqual([
      ['dev:aws_iam_user.ada', 'users and roles', 'may', ''],
      [
        'arn:aws:iam::333333333333:user/eve',
        'users and roles',
        'may, if',
        'their own policies, which are not in the documents, allow it',
      ],
    ]);
  });

  it('identities of GitHub and of SAML says whose they have to be', () => {
    const github = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
    const sub = { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/zone:*' } };
    const okta = 'arn:aws:iam::111111111111:saml-provider/Okta';

    expect(
      told(trusting({ Federated: github }, sub, WEB), trusting({ Federated: okta }, undefined, 'sts:AssumeRoleWithSAML')),
    ).toEqual([
      [github, 'providers of web identities', 'may, if', 'sub is like repo:acme/zone:*'],
      [okta, 'providers of SAML', 'may', ''],
    ]);
  });

  it('everybody says so, whatever conditions there are', () => {
    const organisation = { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } };
    const markup = chapterOf(rolesOf({ open: [trusting('*')], fenced: [trusting({ AWS: '*' }, organisation)] }));

    expect(rowsOf(markup, TABLE).map((row) => row.slice(1))).toEqual([
      ['anyone', 'anyone', 'may, if', 'policies of their own account allow it'],
      ['anyone', 'anyone', 'may, if', 'organisation is o-abcdefghij; policies of their own account allow it'],
    ]);
    expect(markup).toContain('<span class="mark bad">may, if</span>');
  });

  it('all but some is open to anyone but these', () => {
    const statement = { Effect: 'Allow', NotPrincipal: { AWS: 'arn:aws:iam::222222222222:root' }, Action: 'sts:AssumeRole' };

    expect(told(statement)).toEqual([['anyone but 222222222222', 'anyone', 'may, if', 'policies of their own account allow it']]);
  });

  it.each([
    'arn:aws:sts::222222222222:assumed-role/no-session',
    'arn:aws:sts::222222222222:user/eve',
    'AIDACKCEVSQ6C2EXAMPLE',
    'eve',
  ])('%s, who is nobody that could ask, is not told', (nobody) => {
    expect(told(trusting({ AWS: nobody }))).toEqual([[nobody, 'not told', 'unknown', '']]);
  });

  it('nobody says so', () => {
    expect(told({ ...trusting('*'), Effect: 'Deny' })).toEqual([['nobody', '', '', '']]);
  });

  it('by a policy that AWS refuses tells why nobody knows', () => {
    expect(told()).toEqual([
      ['whoever it is', 'not told', 'unknown', 'AWS refuses its trust policy: the policy has no statement'],
    ]);
  });

  it('whom only apply tells is told as far as that goes', () => {
    expect(told(trusting({ AWS: '${var.partner}' }))).toEqual([
      ['<not known (it is set from outside: ${var.partner})>', 'not told', 'unknown', ''],
    ]);
  });
});

describe('roles of two accounts', () => {
  const account = (id: string, service: string): object => ({
    provider: { aws: { region: 'eu-west-1', allowed_account_ids: [id] } },
    resource: {
      aws_iam_role: {
        deploy: {
          name: 'deploy',
          assume_role_policy: JSON.stringify({
            Version: '2012-10-17',
            Statement: [trusting({ Service: service }, { StringEquals: { 'aws:SourceAccount': id } })],
          }),
        },
      },
    },
  });
  const stacks = (first: string, second: string): ReturnType<typeof documentsOf> =>
    documentsOf({
      'a-global-identity': account('111111111111', first),
      'b-global-identity': account('222222222222', second),
    } as never);
  const intent = {
    networks: [],
    flows: [],
    claims: [],
    accessClaims: [],
    suppressions: [],
    residue: [],
    organization: { name: 'acme', managementAccount: '111111111111', homeRegion: 'eu-west-1' },
    quotas: { aclEntries: 20, groupRules: 60 },
    stacks: [
      { name: 'a-global-identity', account: 'a', accountId: '111111111111' },
      { name: 'b-global-identity', account: 'b', accountId: '222222222222' },
    ],
  } as unknown as Intent;

  it('stand together where only the accounts differ', () => {
    const [row, ...others] = rowsOf(chapterOf({ stacks: stacks('ec2.amazonaws.com', 'ec2.amazonaws.com') }), TABLE);

    expect(others).toEqual([]);
    expect(row?.[0]).toBe(
      'a-global-identity:aws_iam_role.deploy; b-global-identity:aws_iam_role.deploy 2 alike: the conditions are those of the first',
    );
  });

  it('stand apart where they trust somebody else', () => {
    expect(rowsOf(chapterOf({ stacks: stacks('ec2.amazonaws.com', 'ecs.amazonaws.com') }), TABLE)).toHaveLength(2);
  });

  it('may do the same each in their own account, which is told once', () => {
    const caption = 'Who can hand a role to a service, or change what it may do or who may take it';

    expect(rowsOf(chapterOf({ stacks: stacks('ec2.amazonaws.com', 'ec2.amazonaws.com') }), caption).map(([who]) => who)).toEqual([
      'root users, each in their own account: 111111111111; 222222222222',
    ]);
  });

  it('are told by the names that their accounts have in intent.json', () => {
    const markup = chapterOf({ stacks: stacks('ec2.amazonaws.com', 'ecs.amazonaws.com'), intent });

    expect(textOf(markup)).toContain('in a (111111111111); asks for source account');
  });
});
