import { runChild, type ChildOptions, type ChildResult } from '../../../commands/sandbox/child';

const shell = (script: string, options: Partial<ChildOptions> = {}): Promise<ChildResult> =>
  runChild('sh', ['-c', script], { cwd: '/', env: process.env, timeLimitSeconds: 10, ...options });

test('the exit code and both outputs of a program are kept apart', async () => {
  expect(await shell('echo out; echo err >&2; exit 7')).toEqual({ exitCode: 7, stdout: 'out\n', stderr: 'err\n' });
});

test('a program that is not installed is named, with the remedy', async () => {
  const run = runChild('no-such-program', [], { cwd: '/', env: process.env, timeLimitSeconds: 1 });
  await expect(run).rejects.toThrow(
    "no-such-program: can't be started: spawn no-such-program ENOENT; install no-such-program and put it on the PATH [LZ-SANDBOX-1]",
  );
});

test('a program that takes longer than its limit of 0.2 s is ended', async () => {
  await expect(shell('sleep 20', { timeLimitSeconds: 0.2 })).rejects.toThrow(
    'sh -c: took longer than 0.2 s; see whether the machine is overloaded, or the emulator leaves a resource waiting [LZ-SANDBOX-2]',
  );
});

test('what a program started ends with it', async () => {
  const abort = new AbortController();
  const run = shell('sleep 600 & echo $! >&2; wait', { signal: abort.signal });
  setTimeout(() => abort.abort(new Error('enough')), 200);
  // The background sleep holds the output open: had it lived on, the wait would last its ten minutes.
  await expect(run).rejects.toThrow('enough');
}, 60_000);

test('an aborted run starts nothing', async () => {
  await expect(shell('exit 0', { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late');
});
