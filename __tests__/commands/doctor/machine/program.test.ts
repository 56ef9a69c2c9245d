import { askingWithin, firstLine } from '../../../../commands/doctor/machine/program';
import { failed, printed } from '../answers';

const ask = askingWithin(0.3, process.env);

test('a program is asked, and answers with what it printed', async () => {
  expect(await ask('sh', '-c', 'echo yes; echo but >&2; exit 3')).toEqual({
    kind: 'answered',
    exitCode: 3,
    stdout: 'yes\n',
    stderr: 'but\n',
  });
});

test('Terraform is kept from asking for news of itself', async () => {
  expect(await ask('sh', '-c', 'echo $CHECKPOINT_DISABLE')).toMatchObject({ stdout: '1\n' });
});

test('a program that is not there is missing', async () => {
  expect(await ask('/no/such/program')).toEqual({ kind: 'missing' });
});

test('a program that never ends is given up after its limit', async () => {
  // Else the test's own limit would end it.
  expect(await ask('sleep', '600')).toEqual({ kind: 'failed', reason: 'no answer within 0.3 s' });
});

test('its first line is the first that is not empty, complaints before answers', () => {
  expect(firstLine(failed('\n  oh \nno') as never)).toBe('oh');
  expect(firstLine(printed('\nyes\n') as never)).toBe('yes');
  expect(firstLine(printed('') as never)).toBe('no word');
});
