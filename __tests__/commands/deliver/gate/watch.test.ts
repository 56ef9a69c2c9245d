import { EventEmitter } from 'node:events';

import { watch } from '../../../../commands/deliver/gate/watch';
import { OperationError } from '../../../../modules/core/operation-error';

const HUNDREDTH = 0.01 / 60;

/** Looks every hundredth of a second, and says how often. */
async function looks(minutes: number, enoughAt = Infinity): Promise<number> {
  let count = 0;
  const look = (): Promise<number> => Promise.resolve(++count);
  const signals = new EventEmitter();
  const seen = await watch(look, (times) => times >= enoughAt, { minutes, pollSeconds: 0.01, signals, tell: () => undefined });
  expect(signals.eventNames()).toEqual([]);
  return seen;
}

describe('watching', () => {
  it('for no time is one look', async () => {
    expect(await looks(0)).toBe(1);
  });

  it('goes on until the time is over', async () => {
    expect(await looks(20 * HUNDREDTH)).toBeGreaterThan(3);
  });

  it('ends as soon as a look is enough', async () => {
    expect(await looks(5, 3)).toBe(3);
  });

  it('tells how many minutes are left, each of them once', async () => {
    const told: number[] = [];
    let count = 0;
    await watch(
      () => Promise.resolve(++count),
      (times) => times === 3,
      { minutes: 2, pollSeconds: 0.01, signals: new EventEmitter(), tell: (left) => told.push(left) },
    );

    expect(told).toEqual([2]);
  });

  it('does not wait longer than the time that is left', async () => {
    const began = Date.now();
    const watching = { minutes: HUNDREDTH, pollSeconds: 600, signals: new EventEmitter(), tell: () => undefined };
    await watch(
      () => Promise.resolve(),
      () => false,
      watching,
    );

    expect(Date.now() - began).toBeLessThan(5000);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('ends at %s, in the midst of a wait', async (signal) => {
    const signals = new EventEmitter();
    const watching = { minutes: 5, pollSeconds: 600, signals, tell: () => setImmediate(() => signals.emit(signal, signal)) };
    const refused = await watch(
      () => Promise.resolve(),
      () => false,
      watching,
    ).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(OperationError);
    expect((refused as OperationError).message).toBe(`gate: it was interrupted, got ${signal}; run it again [LZ-DELIVER-17]`);
    expect(signals.eventNames()).toEqual([]);
  });

  it('ends at a signal in the midst of a look, once that is over', async () => {
    const signals = new EventEmitter();
    const look = (): Promise<void> => {
      signals.emit('SIGTERM', 'SIGTERM');
      return Promise.resolve();
    };
    const watching = { minutes: 0, pollSeconds: 600, signals, tell: () => undefined };

    await expect(watch(look, () => true, watching)).rejects.toThrow(
      'gate: it was interrupted, got SIGTERM; run it again [LZ-DELIVER-17]',
    );
  });
});
