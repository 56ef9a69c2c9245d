import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { jestResult, ROOT, run, stacksIn, Stranger } from './stranger';

const CDKTN = '0.24.0';
/** Those programs among the examples that synthesise without a ledger. */
const PROGRAMS = ['module-reuse', 'one-vpc', 'rules-by-hand', 'single-account'];
/** What leans on cdktf most: tokens and their memory, addresses, the tree, JSON; and two areas with all of their refusals. */
const TOUCHING = [
  'encryption/(bad-keys|customer-key|uses|lock-out)',
  'network/(vpc|bad-vpcs|access/security-group|flows/refused-flows)',
  'terraform/(stack-json|define|token-traces|memory)',
];

const stranger = new Stranger();
beforeAll(() => {
  const { tarball } = stranger.pack();
  // What docs/cdktn.md says, word for word.
  const moved = { dependencies: { plinth: `file:${tarball}`, cdktf: `npm:cdktn@${CDKTN}` }, overrides: { cdktf: '$cdktf' } };
  stranger.install(moved);
});
afterAll(() => stranger.leave());

/** A stack's JSON but for its layout and the version of what wrote it. */
function normalised(text: string): unknown {
  const document = JSON.parse(text) as { '//': { metadata: { version?: string } } };
  delete document['//'].metadata.version;
  return document;
}

const normalisedIn = (output: string): object =>
  Object.fromEntries(Object.entries(stacksIn(output)).map(([name, text]) => [name, normalised(text)]));

test('one cdktf is installed, and it is cdktn 0.24.0', () => {
  const { out } = stranger.run('npm', ['ls', 'cdktf', '--parseable', '--all']);

  expect(stranger.installed('cdktf')).toBe(`cdktn ${CDKTN}`);
  expect(new Set(out.trim().split('\n'))).toEqual(new Set([join(stranger.folder, 'node_modules', 'cdktf')]));
});

test('the reference is the same on cdktn but for its layout and version', () => {
  for (const name of ['landing-zone.yaml', 'addresses.lock.json']) stranger.write(name, readFileSync(join(ROOT, name), 'utf8'));
  const theirs = stranger.run('npx', ['plinth', 'synth', '--frozen']);
  const ours = run(ROOT, 'node', ['dist/start.js'], { CDKTF_OUTDIR: join(stranger.folder, 'expected'), CI: 'true' });

  expect(theirs).toMatchObject({ code: 0 });
  expect(ours).toMatchObject({ code: 0 });
  expect(theirs.out.replaceAll('cdktf.out', 'expected').split('\n').slice(0, 7)).toEqual(ours.out.split('\n').slice(0, 7));
  expect(stranger.read('cdktf.out/stacks/dev-eu-west-1-network/cdk.tf.json')).toContain(`"version": "${CDKTN}"`);
  expect(normalisedIn(join(stranger.folder, 'cdktf.out'))).toEqual(normalisedIn(join(stranger.folder, 'expected')));
});

test.each(PROGRAMS)('examples/%s is the same on cdktn', (example) => {
  const program = join('dist', 'examples', example, 'main.js');
  stranger.write(`${example}.js`, readFileSync(join(ROOT, program), 'utf8'));
  const [theirs, ours] = ['theirs', 'ours'].map((whose) => join(stranger.folder, `${example}.${whose}`)) as [string, string];

  expect(stranger.run('node', [`${example}.js`], { CDKTF_OUTDIR: theirs })).toEqual({ code: 0, out: '' });
  expect(run(ROOT, 'node', [program], { CDKTF_OUTDIR: ours })).toEqual({ code: 0, out: '' });
  expect(normalisedIn(theirs)).toEqual(normalisedIn(ours));
});

test('the tests of constructs pass on cdktn', () => {
  const project = `(({ displayName, ...fast }) => fast)(require(${JSON.stringify(join(ROOT, 'jest.config.cjs'))}).projects[0])`;
  // Every import of cdktf, the bindings' too, leads to one cdktn, and of constructs to the one beside it.
  const mapped = ['cdktf', 'constructs'].map(
    (name) => `'^${name}$': ${JSON.stringify(join(stranger.folder, 'node_modules', name))}`,
  );
  stranger.write(
    'jest.config.cjs',
    `const fast = ${project};\nmodule.exports = { ...fast, moduleNameMapper: { ...fast.moduleNameMapper, ${mapped.join(', ')} } };\n`,
  );
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = ['--ci', '--json', '--silent', '--runInBand', '--config', join(stranger.folder, 'jest.config.cjs')];
  const { passed, failures } = jestResult(
    run(ROOT, 'node', [jest, ...args, '--testPathPattern', `__tests__/(${TOUCHING.join('|')})[.]test`]),
  );

  expect(failures).toEqual([]);
  expect(passed).toBeGreaterThan(80);
});
