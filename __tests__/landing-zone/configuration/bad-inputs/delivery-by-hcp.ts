import type { Edit } from '../base-configuration';
import type { Row } from './row';

const BACKEND = 'backend: { kind: local, directory: terraform.state }';
const cloud = (rest: string): readonly Edit[] => [[BACKEND, `backend: { kind: cloud, ${rest} }`]];
const hcp = (repository: string): readonly Edit[] => [
  [BACKEND, `backend: { kind: cloud, organization: acme }\ndelivery: { kind: hcp, repository: { ${repository} } }`],
];

/** States in HCP Terraform, and runs there. */
export const DELIVERY_BY_HCP: readonly Row[] = [
  [
    'an organisation of HCP Terraform with a wildcard',
    cloud('organization: "ac*"'),
    [
      'landing-zone.yaml:3:39 backend.organization: an organisation of HCP Terraform has 3 to 40 letters, digits, - and _, got "ac*"; write its name as HCP Terraform shows it [LZ-CFG-70]',
    ],
  ],
  [
    'an organisation of HCP Terraform with a line break',
    cloud('organization: "acme\\n"'),
    [
      'landing-zone.yaml:3:39 backend.organization: an organisation of HCP Terraform has 3 to 40 letters, digits, - and _, got "acme\\n"; write its name as HCP Terraform shows it [LZ-CFG-70]',
    ],
  ],
  [
    'a project of HCP Terraform with a colon, which would be another in the subject that a role trusts',
    cloud('organization: acme, project: "a:workspace:b"'),
    [
      'landing-zone.yaml:3:54 backend.project: a project of HCP Terraform has 3 to 40 letters, digits, -, _ and spaces within, got "a:workspace:b"; choose another, or leave it out for "Default Project" [LZ-CFG-71]',
    ],
  ],
  [
    'a project of HCP Terraform that ends with a space',
    cloud('organization: acme, project: "landing zone "'),
    [
      'landing-zone.yaml:3:54 backend.project: a project of HCP Terraform has 3 to 40 letters, digits, -, _ and spaces within, got "landing zone "; choose another, or leave it out for "Default Project" [LZ-CFG-71]',
    ],
  ],
  [
    'the address of HCP Terraform instead of its host',
    cloud('organization: acme, hostname: "https://app.terraform.io"'),
    [
      'landing-zone.yaml:3:55 backend.hostname: this is not the name of a host, got "https://app.terraform.io"; write it alone and in small letters, like "app.terraform.io" [LZ-CFG-72]',
    ],
  ],
  [
    'an organisation with a wildcard, once, where roles would trust it too',
    [[BACKEND, 'backend: { kind: cloud, organization: "ac*" }\ndelivery: { kind: hcp }']],
    [
      'landing-zone.yaml:3:39 backend.organization: an organisation of HCP Terraform has 3 to 40 letters, digits, - and _, got "ac*"; write its name as HCP Terraform shows it [LZ-CFG-70]',
    ],
  ],
  [
    'a host with a port, whose tokens no role could trust',
    [[BACKEND, 'backend: { kind: cloud, organization: acme, hostname: "tfe.acme.com:8443" }\ndelivery: { kind: hcp }']],
    [
      'landing-zone.yaml:3:55 backend.hostname: this names no host, got "tfe.acme.com:8443"; write its name, such as "gitlab.com" [LZ-DELIVERY-2]',
    ],
  ],
  [
    'runs by HCP Terraform of states that lie elsewhere',
    [[BACKEND, `${BACKEND}\ndelivery: { kind: hcp }`]],
    [
      'landing-zone.yaml:4:19 delivery.kind: HCP Terraform runs what has its state there, got backend "local"; write backend: { kind: cloud, organization: … } [LZ-CFG-73]',
    ],
  ],
  [
    'a repository that HCP Terraform has no way to',
    hcp('name: acme/landing-zone'),
    [
      'landing-zone.yaml:4:24 delivery.repository: HCP Terraform gets at a repository by a GitHub App or by an OAuth client, got neither; write github_app_installation: or oauth_token: [LZ-CFG-74]',
    ],
  ],
  [
    'a repository that HCP Terraform has two ways to',
    hcp('name: acme/landing-zone, github_app_installation: ghain-1, oauth_token: ot-1'),
    [
      'landing-zone.yaml:4:24 delivery.repository: HCP Terraform gets at a repository by a GitHub App or by an OAuth client, got both; write github_app_installation: or oauth_token: [LZ-CFG-74]',
    ],
  ],
  [
    'a misspelt way to the repository, which is not said to be missing',
    hcp('name: acme/landing-zone, oauth_tokn: ot-1'),
    [
      'landing-zone.yaml:4:63 delivery.repository.oauth_tokn: the key is not known, got "oauth_tokn"; did you mean "oauth_token"? [LZ-CFG-10]',
    ],
    'TypeScript knows its fields',
  ],
  [
    'everything wrong with a repository at once',
    hcp('name: landing-zone, branch: "a b", directory: ../stacks, oauth_token: secret'),
    [
      'landing-zone.yaml:4:44 delivery.repository.name: this is not the name of a repository, got "landing-zone"; write owner and name as in its address, like "acme/landing-zone" [LZ-CFG-74]',
      'landing-zone.yaml:4:66 delivery.repository.branch: this is not the name of a branch, got "a b"; write its name, like "main" [LZ-CFG-74]',
      'landing-zone.yaml:4:84 delivery.repository.directory: the folder of the stacks must be a relative path without "..", got "../stacks"; write it as seen from the root of the repository, like "cdktf.out/stacks" [LZ-CFG-74]',
      'landing-zone.yaml:4:108 delivery.repository.oauth_token: this is not the id of an OAuth token, got "secret"; write the id that HCP Terraform shows, ot-… [LZ-CFG-74]',
    ],
  ],
  [
    'a folder of the stacks from the root of the machine',
    hcp('name: acme/landing-zone, directory: /stacks, github_app_installation: "4711"'),
    [
      'landing-zone.yaml:4:74 delivery.repository.directory: the folder of the stacks must be a relative path without "..", got "/stacks"; write it as seen from the root of the repository, like "cdktf.out/stacks" [LZ-CFG-74]',
      'landing-zone.yaml:4:108 delivery.repository.github_app_installation: this is not the installation of a GitHub App, got "4711"; write the id that HCP Terraform gave it, ghain-… [LZ-CFG-74]',
    ],
  ],
];
