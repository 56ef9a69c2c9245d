import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureEnvironment } from '../../../commands/sandbox/environment';

let root: string;
const lines: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plinth-environment-'));
  mkdirSync(join(root, 'emulator'));
  require_('moto==1');
  lines.length = 0;
});
afterEach(() => rmSync(root, { recursive: true }));

function require_(text: string): void {
  writeFileSync(join(root, 'emulator', 'requirements.txt'), text);
}

/** A Python that makes an environment whose own Python answers to pip with `pip`. */
function python(pip = 'exit 0', venv = 'exit 0'): string {
  const file = join(root, 'python');
  const inner = `mkdir -p "$3/bin"; printf '#!/bin/sh\\n%s\\n' '${pip}' > "$3/bin/python"; chmod +x "$3/bin/python"`;
  writeFileSync(file, `#!/bin/sh\n${inner}\n${venv}\n`);
  chmodSync(file, 0o755);
  return file;
}

const ensure = (interpreter: string): Promise<string> =>
  ensureEnvironment({ root, python: interpreter, report: (line) => lines.push(line) });

test('a missing environment is made once, and said so', async () => {
  const first = await ensure(python());
  expect(await ensure('/no/python')).toBe(first);
  expect(first).toMatch(/\.emulator\/[0-9a-f]{12}\/bin\/python$/);
  expect(lines).toEqual(["making the emulator's environment in .emulator/ (once; about half a minute)"]);
});

test('changed requirements get a new environment, and the old one goes', async () => {
  const first = await ensure(python());
  require_('moto==2');
  const second = await ensure(python());
  expect(second).not.toBe(first);
  expect(readdirSync(join(root, '.emulator'))).toHaveLength(1);
});

test('two that make it at once agree on one', async () => {
  const [one, other] = await Promise.all([ensure(python('sleep 0.2')), ensure(python('sleep 0.2'))]);
  expect(one).toBe(other);
  expect(readdirSync(join(root, '.emulator'))).toHaveLength(1);
});

test('a missing Python is refused with the remedy', async () => {
  await expect(ensure('/no/python')).rejects.toThrow(
    "/no/python: can't be started: spawn /no/python ENOENT; install /no/python and put it on the PATH [LZ-SANDBOX-1]",
  );
});

test('a Python without its venv module is refused with its words and the remedy', async () => {
  await expect(ensure(python('exit 0', 'echo ensurepip is not available >&2; exit 1'))).rejects.toThrow(
    ".emulator: the emulator's environment can't be made:\nensurepip is not available\n" +
      '; install Python 3.10 or later with its venv module (Debian: python3-venv) [LZ-SANDBOX-3]',
  );
});

test('a failure of pip is refused with its words, and leaves nothing half-made', async () => {
  await expect(ensure(python('echo no index >&2; exit 1'))).rejects.toThrow(
    ".emulator: the emulator's environment can't be made:\nno index\n" +
      '; see what pip says; it needs a package index, by pip.conf or PIP_INDEX_URL [LZ-SANDBOX-3]',
  );
  expect(readdirSync(join(root, '.emulator'))).toEqual([]);
});
