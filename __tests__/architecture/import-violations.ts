/** One deliberate violation of an import rule. */
export interface ImportViolation {
  /** The file that breaks the rule, and no other. */
  readonly culprit: string;
  /** The files of the violation by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Nothing may need the culprit: it is the point of the rule. */
  readonly unreached?: true;
}

const violation = (culprit: string, text: string, others: Readonly<Record<string, string>> = {}): ImportViolation => ({
  culprit,
  files: { [culprit]: text, ...others },
});

const unreached = (culprit: string, text: string): ImportViolation => ({ ...violation(culprit, text), unreached: true });

const value = 'export const value = 1;\n';

/** Per rule of .dependency-cruiser.cjs the violations that it, and only it, must catch. */
export const importViolations: Readonly<Record<string, readonly ImportViolation[]>> = {
  'no-cycles': [
    violation('modules/core/egg.ts', "export * from './hen';\n", { 'modules/core/hen.ts': "export * from './egg';\n" }),
    violation('modules/core/self.ts', "import type { Own } from './mirror';\nexport type Me = Own;\n", {
      'modules/core/mirror.ts': "import type { Me } from './self';\nexport type Own = Me | 1;\n",
    }),
  ],
  'no-orphans': [unreached('examples/left-over.ts', value)],
  'no-dead-files': [unreached('modules/core/dead.ts', "export * from './value';\n")],
  'no-unresolvable': [violation('modules/gone/index.ts', "export * from './nowhere';\n")],
  'no-unlisted-packages': [violation('modules/unlisted/index.ts', "export * from 'unlisted';\n")],
  'no-dev-packages-in-product': [violation('commands/dev.ts', "export * from 'only-dev';\n")],
  'no-tests-in-product': [
    violation('modules/tested/index.ts', "export * from '../../__tests__/sample';\n", { '__tests__/sample.ts': value }),
  ],
  'core-is-pure': ['cdktf', 'constructs', 'fs', 'node:child_process', 'node:net', 'yaml', 'zod', '../landing-zone'].map(
    (name, n) => violation(`modules/core/impure-${String(n)}.ts`, `export * from '${name}';\n`),
  ),
  'terraform-knows-only-core': [violation('modules/terraform/nosy.ts', "export * from '../network';\n")],
  'storage-knows-only-terraform-and-core': [violation('modules/storage/nosy.ts', "export * from '../network';\n")],
  'areas-know-no-sibling': [
    violation('modules/data/index.ts', "export * from '../network';\n"),
    violation('modules/compute/index.ts', "export * from '../landing-zone';\n"),
  ],
  'modules-are-entered-by-their-index': [
    violation('modules/landing-zone/burglar.ts', "export * from '../network/vpc';\n"),
    violation('modules/identity/index.ts', "export * from '../terraform/stack';\n"),
    violation('commands/burglar.ts', "export * from '../modules/network/vpc';\n"),
  ],
  'configuration-is-pure': ['cdktf', 'constructs', 'node:fs', 'fs/promises', 'child_process'].map((name, n) =>
    violation(`modules/landing-zone/configuration/impure-${String(n)}.ts`, `export * from '${name}';\n`),
  ),
  'handlers-never-reach-constructs': [
    violation('modules/logging/handler/heavy.ts', "export * from '../archive';\n", {
      'modules/logging/archive.ts': "export * from 'cdktf';\n",
    }),
  ],
  'modules-know-no-policy': [violation('modules/partial/index.ts', "export * from '../../policies/model';\n")],
  'main-starts-from-landing-zone': [
    violation('main.ts', "export * from './modules/network';\nexport * from './modules/landing-zone';\n"),
  ],
  'nothing-imports-main': [violation('policies/packs/backwards.ts', "export * from '../../main';\n")],
  'nothing-imports-commands': [violation('policies/packs/bossy.ts', "export * from '../../commands/value';\n")],
  'policies-know-only-core': [violation('policies/iam/biased.ts', "export * from '../../modules/network';\n")],
  'policies-see-no-constructs': [violation('policies/rules/peeking.ts', "export * from '@cdktf/provider-aws';\n")],
  'the-model-is-the-bottom': [violation('policies/model/dizzy.ts', "export * from '../reachability/value';\n")],
  'provers-know-only-the-model': [violation('policies/reachability/lawless.ts', "export * from '../rules/value';\n")],
  'rules-know-no-pack': [violation('policies/rules/partisan.ts', "export * from '../packs/value';\n")],
  'packs-know-no-report': [violation('policies/packs/vain.ts', "export * from '../report/value';\n")],
  'what-is-accepted-knows-no-report': [violation('policies/suppressions/vain.ts', "export * from '../report/value';\n")],
  'findings-know-no-suppression': [violation('policies/rules/lenient.ts', "export * from '../suppressions/value';\n")],
  'examples-use-the-public-surface': [violation('examples/insider.ts', "export * from '../modules/network/vpc';\n")],
};

const stub = (name: string): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'exports.value = 1;\n',
});

const packages = ['cdktf', 'constructs', '@cdktf/provider-aws', 'yaml', 'zod', 'ip-address'];

/** A project in the shape of this one that breaks no rule. */
export const lawfulTree: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])),
    devDependencies: { 'only-dev': '1.0.0' },
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'CommonJS', moduleResolution: 'Node10' } }),
  ...(Object.assign({}, ...[...packages, 'only-dev', 'unlisted'].map(stub)) as Record<string, string>),
  'main.ts': "export * from './modules/landing-zone';\nexport * from './policies/report/value';\n",
  'modules/core/value.ts': "import 'ip-address';\nexport const value = 1;\n",
  'modules/terraform/index.ts': "export * from './stack';\n",
  'modules/terraform/stack.ts': "export * from 'cdktf';\nexport * from '../core/value';\n",
  'modules/network/index.ts': "export * from './vpc';\n",
  'modules/network/vpc.ts':
    "export * from '../core/value';\nexport * from '../terraform';\nexport * from '@cdktf/provider-aws';\n",
  'modules/landing-zone/index.ts': "export * from '../network';\nexport * from './configuration/reader';\n",
  'modules/landing-zone/configuration/reader.ts': "import 'yaml';\nimport 'zod';\nexport * from '../../core/value';\n",
  'policies/model/index.ts': "export * from '../../modules/core/value';\n",
  'policies/reachability/value.ts': "export * from '../model';\n",
  'policies/rules/value.ts': "export * from '../reachability/value';\n",
  'policies/packs/value.ts': "export * from '../rules/value';\n",
  'policies/suppressions/value.ts': "export * from '../packs/value';\n",
  'policies/report/value.ts': "export * from '../suppressions/value';\n",
  'commands/plinth.ts': "export * from '../modules/landing-zone';\nexport * from './value';\n",
  'commands/value.ts': "export * from '../main';\n",
  'examples/lawful.ts': "export * from '../modules/network';\nexport * from '../modules/core/value';\n",
};
