import { join } from 'node:path';

import { jestResult, ROOT, run, stacksIn, Stranger } from './stranger';

/** What Node itself takes part in: files replaced, processes, memory that is let go, compiled code, texts of terminals. */
const TOUCHING = '__tests__/(terraform/(publish|memory|token-traces)|commands/(start|terminal)/)';

const stranger = new Stranger();
beforeAll(() => stranger.install({ dependencies: { node: '22' } }));
afterAll(() => stranger.leave());

/** Runs Node 22 in this project's folder; whatever it starts finds it first, too. */
function onNode22(args: readonly string[], env: NodeJS.ProcessEnv = {}): ReturnType<typeof run> {
  const bin = join(stranger.folder, 'node_modules', '.bin');
  return run(ROOT, join(bin, 'node'), args, { PATH: `${bin}:${process.env.PATH ?? ''}`, ...env });
}

test('it is Node 22', () => {
  expect(onNode22(['-p', 'process.versions.node.split(".")[0]'])).toEqual({ code: 0, out: '22\n' });
});

test('the reference is synthesised byte for byte as by the Node of this run', () => {
  const [theirs, ours] = ['theirs', 'ours'].map((whose) => join(stranger.folder, whose)) as [string, string];

  expect(onNode22(['dist/main.js'], { CDKTF_OUTDIR: theirs, CI: 'true' }).code).toBe(0);
  expect(run(ROOT, process.execPath, ['dist/main.js'], { CDKTF_OUTDIR: ours, CI: 'true' }).code).toBe(0);
  expect(stacksIn(theirs)).toEqual(stacksIn(ours));
});

test('the tests of what Node takes part in pass', () => {
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const { passed, failures } = jestResult(
    onNode22([jest, '--ci', '--json', '--silent', '--runInBand', '--selectProjects', 'fast', '--testPathPattern', TOUCHING]),
  );

  expect(failures).toEqual([]);
  expect(passed).toBeGreaterThan(20);
});
