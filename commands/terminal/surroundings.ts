import { wantsColours } from './colours';
import type { Terminal } from './outcome';

/** What a command that shows something has of the process that runs it. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly colours: boolean;
}

/** The terminal of this process. */
export const PROCESS_TERMINAL: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  exit: (code) => {
    process.exitCode = code;
  },
};

/** This process. */
export const PROCESS: Surroundings = {
  terminal: PROCESS_TERMINAL,
  colours: wantsColours(process.env, process.stdout.isTTY),
};
