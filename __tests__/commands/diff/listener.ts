import { diffCommand } from '../../../commands/diff';

/** What a run said, and its exit code. */
export interface Heard {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `plinth diff` with these arguments, and listens. */
export async function diff(args: readonly string[], colours = false): Promise<Heard> {
  let [out, err, code] = ['', '', -1];
  const terminal = {
    out: (text: string): void => void (out += text),
    err: (text: string): void => void (err += text),
    exit: (given: number): void => void (code = given),
  };
  await diffCommand({ terminal, colours }).parseAsync(args, { from: 'user' });
  return { code, out, err };
}
