/**
 * The direction of imports, one rule each:
 *   main → modules/landing-zone → modules/<area> → modules/storage → modules/terraform → modules/core
 *   main → policies/report → suppressions, baseline → packs → rules → provers → policies/model → modules/core
 *   commands → everything
 * __tests__/architecture/import-rules.test.ts breaks every rule once; a rule without its violation there fails it.
 */
const PROVIDER_SIDE = '(^|/)node_modules/(cdktf|cdktn|constructs|@cdktf)/';
const INDEX = '/index\\.ts$';
/** What starts by itself, or is entered by library users and esbuild: everything else must be reached from here. */
const ENTRIES = '^(main\\.ts|commands/(plinth|[^/]+/main)\\.ts|bench/|examples/|modules/[^/]+/(index|handler/.+)\\.ts)';
/** What the page of the report carries with it: read as text, run by browsers. */
const ASSETS = '^policies/report/page/assets/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Files that need each other are one idea: put it in one place.', {}, { circular: true }),
    forbid('no-orphans', 'A file that nothing needs and that needs nothing is left over.', { orphan: true, pathNot: ASSETS }, {}),
    forbid(
      'no-dead-files',
      'Every file of the product is reached from an entry: what only tests reach is dead.',
      { path: ENTRIES },
      { path: '^(modules|policies|commands)/', pathNot: [ENTRIES, ASSETS], reachable: false },
    ),
    forbid('no-unresolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'no-unlisted-packages',
      'What is imported stands in package.json: what others bring along may go with them.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'no-dev-packages-in-product',
      'Whoever installs the package has no devDependencies, but those that are peers as well.',
      { path: '^(main\\.ts|(modules|policies|commands)/)' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm-peer'] },
    ),
    forbid('no-tests-in-product', 'Tests know the product, never the reverse.', {}, { path: '^__tests__/' }),
    forbid(
      'core-is-pure',
      'Values and algebra: no constructs, no input or output, no sibling. ip-address is the one parser it builds on.',
      { path: '^modules/core/' },
      { pathNot: ['^modules/core/', '(^|/)node_modules/ip-address/'], dependencyTypesNot: ['undetermined', 'unknown'] },
    ),
    forbid(
      'terraform-knows-only-core',
      'Stacks and addresses are the ground that areas stand on.',
      { path: '^modules/terraform/' },
      { path: '^modules/', pathNot: '^modules/(core|terraform)/' },
    ),
    forbid(
      'storage-knows-only-terraform-and-core',
      'A bucket that is safe by default is ground too: whoever keeps something stands on it.',
      { path: '^modules/storage/' },
      { path: '^modules/', pathNot: '^modules/(core|terraform|storage)/' },
    ),
    forbid(
      'areas-know-no-sibling',
      'An area stands on core, terraform and storage; only landing-zone puts areas together.',
      { path: '^modules/(?!(?:core|terraform|storage|landing-zone)/)([^/]+)/' },
      { path: '^modules/', pathNot: '^modules/($1|core|terraform|storage)/' },
    ),
    forbid(
      'modules-are-entered-by-their-index',
      "A folder's index is its surface; of core, which is for the package's users, files are entered directly.",
      { path: '^(main\\.ts|modules/([^/]+)/|commands/|bench/)' },
      { path: '^modules/', pathNot: [INDEX, '^modules/core/', '^modules/$2/'] },
    ),
    forbid(
      'configuration-is-pure',
      'Text in, value out: it builds nothing and reads no file.',
      { path: '^modules/landing-zone/configuration/' },
      { path: [PROVIDER_SIDE, '^(node:)?(fs|fs/promises|child_process|net|http|https|process)$'] },
    ),
    forbid(
      'handlers-never-reach-constructs',
      'A Lambda that carries cdktf is 50 MB and starts in seconds.',
      { path: '/handler/' },
      { path: PROVIDER_SIDE, reachable: true },
    ),
    forbid('modules-know-no-policy', 'What is judged never sees its judge.', { path: '^modules/' }, { path: '^policies/' }),
    forbid(
      'main-starts-from-landing-zone',
      'The composition root puts no areas together itself.',
      { path: '^main\\.ts$' },
      { path: '^modules/', pathNot: '^modules/(landing-zone|terraform|core)/' },
    ),
    forbid('nothing-imports-main', 'Only a command starts it.', { pathNot: '^(commands|bench)/' }, { path: '^main\\.ts$' }),
    forbid(
      'nothing-imports-commands',
      'Commands know everything; nothing knows them.',
      { pathNot: '^commands/' },
      { path: '^commands/' },
    ),
    forbid(
      'policies-know-only-core',
      'They judge JSON, so they also judge Terraform that nobody here wrote.',
      { path: '^policies/' },
      { path: '^modules/', pathNot: '^modules/core/' },
    ),
    forbid('policies-see-no-constructs', 'The JSON is what will run.', { path: '^policies/' }, { path: PROVIDER_SIDE }),
    forbid(
      'the-model-is-the-bottom',
      'Facts know no proof.',
      { path: '^policies/model/' },
      { path: '^policies/', pathNot: '^policies/model/' },
    ),
    forbid(
      'provers-know-only-the-model',
      'A proof knows facts, no rule.',
      { path: '^policies/(reachability|iam)/' },
      { path: '^policies/(rules|packs|report)/' },
    ),
    forbid(
      'rules-know-no-pack',
      'Which rules count is decided above them.',
      { path: '^policies/rules/' },
      { path: '^policies/(packs|report)/' },
    ),
    forbid('packs-know-no-report', 'Data, shown by others.', { path: '^policies/packs/' }, { path: '^policies/report/' }),
    forbid(
      'what-is-accepted-knows-no-report',
      'Suppressions and baselines decide over findings; how that is shown is decided above them.',
      { path: '^policies/(suppressions|baseline)/' },
      { path: '^policies/report/' },
    ),
    forbid(
      'findings-know-no-suppression',
      'A rule says what it sees, whoever accepts it.',
      { path: '^policies/(model|reachability|iam|rules|packs)/' },
      { path: '^policies/(suppressions|baseline)/' },
    ),
    forbid(
      'examples-use-the-public-surface',
      'An example shows what a user can do.',
      { path: '^examples/' },
      { path: '^(main\\.ts|modules/|policies/|commands/)', pathNot: [`^(modules|policies)/.*${INDEX}`, '^modules/core/'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    doNotFollow: { path: '(^|/)node_modules/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'types', 'default'] },
  },
};
