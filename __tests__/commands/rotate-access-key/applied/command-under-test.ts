import fs from 'node:fs';

import { Command, CommanderError } from 'commander';

import { rotateAccessKeyCommand } from '../../../../commands/rotate-access-key';

/** The calls of the file system that replacing a file makes, in their order. */
type FileCall = 'open' | 'write' | 'fsync' | 'chmod' | 'rename';

/** With KILL_IN="rename 3", kills this process before the third rename. */
function killIn(stated: string): void {
  const [name, times] = stated.split(' ') as [FileCall, string];
  const original = fs[name] as (...args: unknown[]) => void;
  let left = Number(times);
  const counted = (...args: unknown[]): void => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    original.apply(fs, args);
  };
  Object.assign(fs, { [name]: counted });
}
if (process.env.KILL_IN !== undefined) killIn(process.env.KILL_IN);

/**
 * The command as a program that waits for less, and that kills itself, as a kill -9 would, when it begins the step that
 * KILL_AT names. Bundled by `RotationWorld`: starting the whole command line takes four times as long.
 */
const patience = {
  callSeconds: Number(process.env.CALL_SECONDS ?? '1'),
  attempts: 3,
  pauseSeconds: 0.05,
  proofSeconds: 2,
  staleSeconds: 2,
};

const command = rotateAccessKeyCommand({
  env: process.env,
  patience,
  terminal: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    exit: (code) => {
      process.exitCode = code;
    },
  },
  screen: {
    write: (text) => {
      if (process.env.KILL_AT !== undefined && text.startsWith(`  ${process.env.KILL_AT}`)) process.kill(process.pid, 'SIGKILL');
      return process.stderr.write(text);
    },
  },
});

new Command('plinth')
  .addCommand(command)
  .exitOverride()
  .parseAsync()
  .catch((error: unknown) => {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = 2;
  });
