import { type Deliverer, github, gitlab, hcp } from '../../../modules/delivery';
import { refusalOf } from '../../refusal';

const HCP = { hostname: 'app.terraform.io', organization: 'acme', project: 'landing-zone' };
const GITHUB = { repository: 'acme/landing-zone', branch: 'main', environment: 'production' };
const GITLAB = { project: 'acme/platform/landing-zone', branch: 'main', host: 'gitlab.example.com' };

const subjectsOf = ({ subjects }: Deliverer): unknown => ({
  plan: subjects('dev-eu-west-1-network', 'plan'),
  apply: subjects('dev-eu-west-1-network', 'apply'),
});

describe('who is trusted', () => {
  it('is the workspace of the stack in HCP Terraform, by phase', () => {
    expect(subjectsOf(hcp(HCP))).toEqual({
      plan: ['organization:acme:project:landing-zone:workspace:dev-eu-west-1-network:run_phase:plan'],
      apply: ['organization:acme:project:landing-zone:workspace:dev-eu-west-1-network:run_phase:apply'],
    });
  });

  it('is a pull request or the branch for a plan on GitHub, and the environment alone for an apply', () => {
    expect(subjectsOf(github(GITHUB))).toEqual({
      plan: ['repo:acme/landing-zone:pull_request', 'repo:acme/landing-zone:ref:refs/heads/main'],
      apply: ['repo:acme/landing-zone:environment:production'],
    });
  });

  it('is a repository by its ids, where the tokens of GitHub carry them', () => {
    expect(subjectsOf(github({ ...GITHUB, ids: { owner: '1234', repository: '5678' } }))).toMatchObject({
      apply: ['repo:acme@1234/landing-zone@5678:environment:production'],
    });
  });

  it('is the protected branch on GitLab, of which the audience tells plans and applies apart', () => {
    const deliverer = gitlab(GITLAB);

    expect(subjectsOf(deliverer)).toEqual({
      plan: ['project_path:acme/platform/landing-zone:ref_type:branch:ref:main'],
      apply: ['project_path:acme/platform/landing-zone:ref_type:branch:ref:main'],
    });
    expect([deliverer.audience('plan'), deliverer.audience('apply')]).toEqual(['plinth-plan', 'plinth-apply']);
  });
});

describe('refuses what would let in others', () => {
  it.each<[string, () => unknown, string]>([
    ['every organization', () => hcp({ ...HCP, organization: '*' }), 'one organization, and this stands for others, got "*"'],
    [
      'organizations that begin alike',
      () => hcp({ ...HCP, organization: 'acme*' }),
      'one organization, and this stands for others, got "acme*"',
    ],
    [
      'organizations of one letter more',
      () => hcp({ ...HCP, organization: 'acm?' }),
      'one organization, and this stands for others, got "acm?"',
    ],
    ['every project', () => hcp({ ...HCP, project: '*' }), 'one project, and this stands for others, got "*"'],
    ['every workspace', () => hcp(HCP).subjects('*', 'plan'), 'one workspace, and this stands for others, got "*"'],
    [
      'workspaces that begin alike',
      () => hcp(HCP).subjects('dev-*', 'apply'),
      'one workspace, and this stands for others, got "dev-*"',
    ],
    [
      'every repository of an owner',
      () => github({ ...GITHUB, repository: 'acme/*' }),
      'one repository, and this stands for others, got "acme/*"',
    ],
    [
      'a repository of every owner',
      () => github({ ...GITHUB, repository: '*/infra' }),
      'one repository, and this stands for others, got "*/infra"',
    ],
    ['every branch', () => github({ ...GITHUB, branch: '*' }), 'one branch, and this stands for others, got "*"'],
    [
      'every release branch',
      () => gitlab({ ...GITLAB, branch: 'release/*' }),
      'one branch, and this stands for others, got "release/*"',
    ],
    [
      'every environment',
      () => github({ ...GITHUB, environment: 'prod*' }),
      'one environment, and this stands for others, got "prod*"',
    ],
    [
      'every project of a group',
      () => gitlab({ ...GITLAB, project: 'acme/*' }),
      'one project, and this stands for others, got "acme/*"',
    ],
    [
      'every host below one',
      () => gitlab({ ...GITLAB, host: '*.example.com' }),
      'one host, and this stands for others, got "*.example.com"',
    ],
    [
      'whoever comes, by a variable of IAM',
      () => github({ ...GITHUB, repository: 'acme/${aws:username}' }),
      'one repository, and this stands for others, got "acme/${aws:username}"',
    ],
  ])('%s', (_, work, text) => {
    expect(refusalOf(work)).toContain(`whoever is trusted comes from ${text}; write its name, such as `);
    expect(refusalOf(work)).toContain('[LZ-DELIVERY-1]');
  });

  it.each<[string, () => unknown, string]>([
    [
      'an owner without a repository',
      () => github({ ...GITHUB, repository: 'acme' }),
      'this names no repository, got "acme"; write its name, such as "acme/landing-zone" [LZ-DELIVERY-2]',
    ],
    [
      'a repository that goes on to another part',
      () => github({ ...GITHUB, repository: 'acme/infra:ref' }),
      'this names no repository, got "acme/infra:ref"; write its name, such as "acme/landing-zone" [LZ-DELIVERY-2]',
    ],
    [
      'an environment that goes on to another part',
      () => github({ ...GITHUB, environment: 'a:b' }),
      'this names no environment, got "a:b"; write its name, such as "production" [LZ-DELIVERY-2]',
    ],
    [
      'a branch that goes on to another part',
      () => github({ ...GITHUB, branch: 'main:environment' }),
      'this names no branch, got "main:environment"; write its name, such as "main" [LZ-DELIVERY-2]',
    ],
    [
      'a group without a project',
      () => gitlab({ ...GITLAB, project: 'acme' }),
      'this names no project, got "acme"; write its name, such as "acme/platform/landing-zone" [LZ-DELIVERY-2]',
    ],
    [
      'an issuer with a port, which IAM takes none of',
      () => hcp({ ...HCP, hostname: 'tfe.acme.com:8443' }),
      'this names no host, got "tfe.acme.com:8443"; write its name, such as "gitlab.com" [LZ-DELIVERY-2]',
    ],
    [
      'an issuer with its scheme',
      () => gitlab({ ...GITLAB, host: 'https://gitlab.com' }),
      'this names no host, got "https://gitlab.com"; write its name, such as "gitlab.com" [LZ-DELIVERY-2]',
    ],
    [
      'an organization that goes on to another part',
      () => hcp({ ...HCP, organization: 'acme:project' }),
      'this names no organization, got "acme:project"; write its name, such as "acme" [LZ-DELIVERY-2]',
    ],
    [
      'an id that is none',
      () => github({ ...GITHUB, ids: { owner: 'acme', repository: '1' } }),
      'this names no id, got "acme"; write its name, such as "1296269" [LZ-DELIVERY-2]',
    ],
  ])('%s', (_, work, text) => {
    expect(refusalOf(work)).toBe(text);
  });
});
