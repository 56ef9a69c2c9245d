import { opensslCheck, pythonCheck } from '../../../../commands/doctor/machine/python';
import { failed, machineWith, printed } from '../answers';

const python = { id: 'python', title: 'Python' };
const remedy = 'install Python 3.10 or later with its venv module (Debian: python3-venv); only the emulator needs it';

describe('Python', () => {
  test('3.9.25 is a problem', async () => {
    expect(await pythonCheck(machineWith({ python3: printed('3.9.25\n') }))).toEqual({
      ...python,
      level: 'problem',
      found: '3.9.25',
      expected: '>= 3.10',
      remedy,
    });
  });

  test.each(['3.10.0', '3.14.0rc2'])('%s is well', async (version) => {
    expect(await pythonCheck(machineWith({ python3: printed(`${version}\n`) }))).toEqual({
      ...python,
      level: 'ok',
      found: version,
    });
  });

  test.each(['venv', 'ensurepip'])('without %s is a problem that names it', async (name) => {
    const words = `Traceback (most recent call last):\n  File "<string>", line 1\nModuleNotFoundError: No module named '${name}'\n`;

    expect(await pythonCheck(machineWith({ python3: failed(words) }))).toEqual({
      ...python,
      level: 'problem',
      found: `it lacks the module ${name}`,
      expected: '>= 3.10 with venv',
      remedy,
    });
  });

  test.each([
    ['that is missing', machineWith({}), 'not on the PATH'],
    ['that fails', machineWith({ python3: failed('pyenv: python3: command not found') }), 'pyenv: python3: command not found'],
    ['that never answers', machineWith({ python3: { kind: 'failed', reason: 'no answer within 5 s' } }), 'no answer within 5 s'],
  ])('%s is a problem', async (_, ask, found) => {
    expect(await pythonCheck(ask)).toMatchObject({ level: 'problem', found });
  });
});

describe('openssl', () => {
  test('is named by its version', async () => {
    const answer = printed('OpenSSL 3.0.19 27 Jan 2026 (Library: OpenSSL 3.0.19 27 Jan 2026)\n');

    expect(await opensslCheck(machineWith({ openssl: answer }))).toEqual({
      id: 'openssl',
      title: 'openssl',
      level: 'ok',
      found: 'OpenSSL 3.0.19 27 Jan 2026',
    });
  });

  test('that is missing is a problem', async () => {
    expect(await opensslCheck(machineWith({}))).toEqual({
      id: 'openssl',
      title: 'openssl',
      level: 'problem',
      found: 'not on the PATH',
      remedy: 'install openssl and put it on the PATH; only the emulator needs it',
    });
  });
});
