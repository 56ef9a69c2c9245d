import type { Json } from '../../../../../policies/model/universe';
import { pinnedSubject } from '../../../../../policies/rules/identity/trust/pinned-subject';
import { type Bodies, found } from '../found';
import { tokens, trust } from '../written';

const trusting = (text: string): Bodies => ({ 'aws_iam_role.r': { name: 'r', assume_role_policy: text } });

const ISSUER = 'token.actions.githubusercontent.com';
const SUB = `${ISSUER}:sub`;
const WORKFLOW = 'acme/infra/.github/workflows/oidc.yml@refs/heads/main';
const CALLED = `job_workflow_ref:${WORKFLOW}`;
const like = (value: Json, key = SUB): Json => ({ StringLike: { [key]: value } });
const open = (value: string, what = 'owner or repository'): string =>
  `violated aws_iam_role.r: its subject leaves ${what} open: "${value}"`;
const UNASKED = "violated aws_iam_role.r: whose token it is isn't asked: no condition compares its sub";

describe('a token of a stranger is found', () => {
  it.each<[string, string, string]>([
    ['where nothing is asked', tokens(), UNASKED],
    [
      'where the audience alone is asked',
      tokens({ StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } }),
      UNASKED,
    ],
    [
      'where the environment alone is asked, which anybody may name so',
      tokens({ StringEquals: { 'token.actions.githubusercontent.com:environment': 'prod' } }),
      UNASKED,
    ],
    ['where a subject is ruled out', tokens({ StringNotLike: { [SUB]: 'repo:evil/*' } }), UNASKED],
    ['where the subject has to be there', tokens({ Null: { [SUB]: 'false' } }), UNASKED],
    [
      "where another issuer's subject is asked, if it exists",
      tokens({ StringEqualsIfExists: { 'gitlab.com:sub': 'project_path:acme/infra:x' } }),
      UNASKED,
    ],
    [
      'where an id of the repository is asked, if it exists',
      tokens({ StringEqualsIfExists: { 'token.actions.githubusercontent.com:repository_id': '5678' } }),
      UNASKED,
    ],
    [
      'behind sts:*',
      trust({ Federated: 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com' }, undefined, 'sts:*'),
      UNASKED,
    ],
    ['behind "*"', tokens(like('*')), open('*')],
    ['behind "repo:*"', tokens(like('repo:*')), open('repo:*')],
    ['behind a wildcard for the owner', tokens(like('repo:*/infra:*')), open('repo:*/infra:*')],
    ["behind a wildcard after an owner's name", tokens(like('repo:acme*/infra:*')), open('repo:acme*/infra:*')],
    ["behind a wildcard that bridges the owner's @", tokens(like('repo:acme@*/infra@5678:*')), open('repo:acme@*/infra@5678:*')],
    ["behind a wildcard after a repository's name", tokens(like('repo:acme/infra*')), open('repo:acme/infra*')],
    ['behind a question mark', tokens(like('repo:acm?/infra:*')), open('repo:acm?/infra:*')],
    ['behind the second of two subjects', tokens(like(['repo:acme/infra:*', 'repo:*'])), open('repo:*')],
    [
      'behind a wildcard after the owner that another claim names',
      tokens(like('acme*', 'token.actions.githubusercontent.com:repository_owner')),
      'violated aws_iam_role.r: its claim leaves owner open: "acme*"',
    ],
    [
      'behind a wildcard for the owner of a repository that another claim names',
      tokens(like('*/infra', 'token.actions.githubusercontent.com:repository')),
      'violated aws_iam_role.r: its claim leaves owner open: "*/infra"',
    ],
    [
      'of an issuer that nobody lists, behind its own claim as a variable',
      tokens({ StringEquals: { 'idp.example.com:sub': '$${idp.example.com:sub}' } }, 'idp.example.com'),
      open('${idp.example.com:sub}', 'owner'),
    ],
    [
      'of a cluster whose issuer is set from outside, behind a wildcard for the namespace',
      tokens(like('system:serviceaccount:*:*', '${var.issuer}:sub'), 'oidc.eks.eu-west-1.amazonaws.com/id/A'),
      open('system:serviceaccount:*:*', 'namespace'),
    ],
    [
      'behind its own claim as a variable',
      tokens({ StringEquals: { [SUB]: `\${${SUB}}` } }).replace('${', '$$$${'),
      open(`\${${SUB}}`),
    ],
    [
      'of HCP Terraform, behind a wildcard for the organization',
      tokens(like('organization:*:project:*', 'app.terraform.io:sub'), 'app.terraform.io'),
      open('organization:*:project:*', 'organization'),
    ],
    [
      'of HCP Terraform, behind a wildcard after its name',
      tokens(like('organization:acme*:project:x', 'app.terraform.io:sub'), 'app.terraform.io'),
      open('organization:acme*:project:x', 'organization'),
    ],
    [
      'of a cluster, behind a wildcard for the namespace',
      tokens(
        like('system:serviceaccount:*:*', 'oidc.eks.eu-west-1.amazonaws.com/id/A:sub'),
        'oidc.eks.eu-west-1.amazonaws.com/id/A',
      ),
      open('system:serviceaccount:*:*', 'namespace'),
    ],
    [
      'of GitLab, behind a wildcard for the group',
      tokens(like('project_path:*:ref_type:branch:ref:main', 'gitlab.com:sub'), 'gitlab.com'),
      open('project_path:*:ref_type:branch:ref:main', 'group'),
    ],
  ])('%s', (_, text, line) => {
    expect(found(pinnedSubject, trusting(text))).toEqual([line]);
  });

  // "The called workflow is stored in a public repository": anybody may call it, and no document tells whether it is.
  it.each<[string, string, string]>([
    [
      'a claim',
      tokens({ StringEquals: { [`${ISSUER}:job_workflow_ref`]: WORKFLOW } }),
      `claim may leave owner open: "${WORKFLOW}"`,
    ],
    ['… like it', tokens(like(WORKFLOW, `${ISSUER}:job_workflow_ref`)), `claim may leave owner open: "${WORKFLOW}"`],
    ['a subject', tokens({ StringEquals: { [SUB]: CALLED } }), `subject may leave owner open: "${CALLED}"`],
  ])('maybe, where %s names the workflow that is called', (_, text, problem) => {
    expect(found(pinnedSubject, trusting(text))).toEqual([
      `unknown aws_iam_role.r: its ${problem}: whoever calls a workflow of a public repository has it too`,
    ]);
  });

  it('surely, where it names a workflow of any owner', () => {
    expect(found(pinnedSubject, trusting(tokens(like('*/oidc.yml', `${ISSUER}:job_workflow_ref`))))).toEqual([
      'violated aws_iam_role.r: its claim leaves owner open: "*/oidc.yml"',
    ]);
  });

  it('maybe, where the owner is known only after apply', () => {
    expect(found(pinnedSubject, trusting(tokens(like('repo:${var.owner}/infra:*'))))).toEqual([
      'unknown aws_iam_role.r: its subject may leave owner or repository open: "repo:<not known (it is set from outside: ${var.owner})>/infra:*": it is set from outside: ${var.owner}',
    ]);
  });
});

describe("one's own token is", () => {
  it.each<[string, string]>([
    ['a branch of a repository', tokens({ StringEquals: { [SUB]: 'repo:acme/infra:ref:refs/heads/main' } })],
    ['both forms of a repository, in any context', tokens(like(['repo:acme/infra:*', 'repo:acme@1234/infra@5678:*']))],
    ["any repository of one's own", tokens(like('repo:acme/*'))],
    ['a workflow that is called from a repository of an owner', tokens(like(`${CALLED}:repository_owner:acme`))],
    ['a repository by its id', tokens({ StringEquals: { 'token.actions.githubusercontent.com:repository_id': '5678' } })],
    ['a subject with wildcards that StringEquals takes for letters', tokens({ StringEquals: { [SUB]: 'repo:*' } })],
    ['a subject that surely exists', tokens({ StringEqualsIfExists: { [SUB]: 'repo:acme/infra:ref:refs/heads/main' } })],
    ['a reference known only after apply, behind owner and repository', tokens(like('repo:acme/infra:${var.ref}'))],
    [
      'a workspace of an organization',
      tokens(like('organization:acme:project:*:workspace:prod:run_phase:*', 'app.terraform.io:sub'), 'app.terraform.io'),
    ],
    [
      'a pool of Cognito by its audience',
      tokens({ StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:1' } }, 'cognito-identity.amazonaws.com'),
    ],
    ['a login by SAML', trust({ Federated: 'arn:aws:iam::111111111111:saml-provider/idp' }, undefined, 'sts:AssumeRoleWithSAML')],
    ['a service', trust({ Service: 'ec2.amazonaws.com' })],
  ])('%s', (_, text) => {
    expect(found(pinnedSubject, trusting(text))).toEqual([]);
  });
});
