import { reportCommand } from '../../../commands/report';

/** What a run said, and its exit code. */
export interface Heard {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `plinth report` with these arguments in this process, and listens. */
export async function report(args: readonly string[]): Promise<Heard> {
  let [out, err, code] = ['', '', -1];
  const terminal = {
    out: (text: string): void => void (out += text),
    err: (text: string): void => void (err += text),
    exit: (given: number): void => void (code = given),
  };
  await reportCommand({ terminal, colours: false }).parseAsync(args, { from: 'user' });
  return { code, out, err };
}
