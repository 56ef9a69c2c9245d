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

/** The same for a command that works long enough to be watched. */
export interface Watched extends Surroundings {
  /** Where progress is told. @default - nobody watches */
  readonly progress?: (text: string) => void;
}

const IS_WATCHED = process.stderr.isTTY && process.env.CI !== 'true';

/** This process, and who watches it. */
export const WATCHED: Watched = {
  ...PROCESS,
  ...(IS_WATCHED ? { progress: (text: string): void => void process.stderr.write(text) } : {}),
};
