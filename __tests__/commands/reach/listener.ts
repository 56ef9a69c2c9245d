import { reachCommand } from '../../../commands/reach';

/** What a run said, and its exit code. */
export interface Heard {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The network that documentation shows, asked in this process. */
export const NETWORK = 'examples/reachability/network';

/** Runs `plinth reach` with these arguments, and listens. */
export async function reach(args: readonly string[], colours = false): Promise<Heard> {
  let [out, err, code] = ['', '', -1];
  const terminal = {
    out: (text: string): void => void (out += text),
    err: (text: string): void => void (err += text),
    exit: (given: number): void => void (code = given),
  };
  await reachCommand({ terminal, colours }).parseAsync(args, { from: 'user' });
  return { code, out, err };
}

/** Asks about the documented network. */
export async function ask(from: string, to: string, port: string, ...more: readonly string[]): Promise<Heard> {
  return reach([NETWORK, '--from', from, '--to', to, '--port', port, ...more]);
}
