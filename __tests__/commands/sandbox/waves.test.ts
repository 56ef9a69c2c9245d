import { setTimeout as sleep } from 'node:timers/promises';
import { inWaves, reversed, selectWaves } from '../../../commands/sandbox/waves';

const WAVES = [['a'], ['b', 'c', 'd'], ['e']];

test('no name selects every wave', () => {
  expect(selectWaves(WAVES, [])).toEqual(WAVES);
});

test('a name selects the waves before its own in full, and of its own only what is named', () => {
  expect(selectWaves(WAVES, ['c'])).toEqual([['a'], ['c']]);
  expect(selectWaves(WAVES, ['e'])).toEqual(WAVES);
});

test('every unknown name is refused at once, with the nearest known', () => {
  expect(() => selectWaves([['dev'], ['prod']], ['prd', 'staging'])).toThrow(
    '--stack: no such stack, got "prd"; did you mean "prod"? [LZ-SANDBOX-7]\n' +
      '--stack: no such stack, got "staging"; use one of "dev", "prod" [LZ-SANDBOX-7]',
  );
});

test('a wave begins when all of the one before are done', async () => {
  const log: string[] = [];
  await inWaves([['slow', 'fast'], ['next']], async (stack) => {
    await sleep(stack === 'slow' ? 40 : 1);
    log.push(stack);
  });
  expect(log).toEqual(['fast', 'slow', 'next']);
});

test('no more than two stacks of a wave run at once when two are allowed', async () => {
  let running = 0;
  let most = 0;
  const results = await inWaves(
    [['a', 'b', 'c', 'd']],
    async (stack) => {
      most = Math.max(most, ++running);
      await sleep(5);
      running -= 1;
      return stack.toUpperCase();
    },
    2,
  );
  expect(most).toBe(2);
  expect([...results.values()].sort()).toEqual(['A', 'B', 'C', 'D']);
});

test('after a failure, stacks that run are waited for and no other is begun', async () => {
  const log: string[] = [];
  const work = async (stack: string): Promise<void> => {
    if (stack === 'bad') throw new Error('refused');
    await sleep(20);
    log.push(stack);
  };
  await expect(inWaves([['bad', 'good', 'late'], ['never']], work, 2)).rejects.toThrow('refused');
  expect(log).toEqual(['good']);
});

test('a destruction goes from the last wave to the first', () => {
  expect(reversed(WAVES)).toEqual([['e'], ['b', 'c', 'd'], ['a']]);
});
