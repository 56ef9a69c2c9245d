import { Progress } from '../../../commands/terminal/progress';

/** What is written of words that are told at these milliseconds. */
function written(times: readonly number[], end = true): readonly string[] {
  const lines: string[] = [];
  let time = 0;
  const progress = new Progress(
    (text) => lines.push(text),
    () => time,
  );
  for (const at of times) {
    time = at;
    progress.tell(`at ${String(at)}`);
  }
  if (end) progress.end();
  return lines;
}

describe('progress', () => {
  it('says nothing of what takes 1,999 ms', () => {
    expect(written([0, 1000, 1999])).toEqual([]);
  });

  it('is told from 2,000 ms on, in one line, and goes away at the end', () => {
    expect(written([1000, 2000])).toEqual(['\r\u001b[Kat 2000', '\r\u001b[K']);
  });

  it('is told again after 200 ms, not after 199', () => {
    expect(written([2000, 2199, 2200], false)).toEqual(['\r\u001b[Kat 2000', '\r\u001b[Kat 2200']);
  });

  it('is told to nobody where nobody watches', () => {
    const progress = new Progress(undefined, () => 10_000);

    expect(() => {
      progress.tell('x');
      progress.end();
    }).not.toThrow();
  });
});
