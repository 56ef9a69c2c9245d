import { attempt, forEachOf, Overdue } from '../../../commands/doctor/attempt';

test('a call that is answered in time gives its answer', async () => {
  expect(await attempt(1, () => Promise.resolve(7))).toEqual({ done: true, value: 7 });
});

test('a call that fails gives what it failed with', async () => {
  const error = new Error('refused');

  expect(await attempt(1, () => Promise.reject(error))).toEqual({ done: false, error });
});

test('a call that throws before it waits fails like any other', async () => {
  const error = new Error('at once');
  const call = (): never => {
    throw error;
  };

  expect(await attempt(1, call)).toEqual({ done: false, error });
});

test('a call that never ends is given up after its limit, and told so', async () => {
  let told = false;
  const asked = await attempt(0.1, (signal) => {
    signal.addEventListener('abort', () => (told = true));
    return new Promise<never>(() => undefined);
  });

  expect(asked).toEqual({ done: false, error: new Overdue(0.1) });
  expect((asked as { readonly error: Error }).error.message).toBe('no answer within 0.1 s');
  expect(told).toBe(true);
});

test('work is done a few at once, and answered in the order of its items', async () => {
  let [running, most] = [0, 0];
  const results = await forEachOf([5, 1, 4, 2, 3], 2, async (item) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, item * 3));
    running--;
    return item * 10;
  });

  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test('work on nothing is nothing', async () => {
  expect(await forEachOf([], 4, () => Promise.resolve(1))).toEqual([]);
});
