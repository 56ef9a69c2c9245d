import { Command, CommanderError } from 'commander';

import { rotateAccessKeyCommand } from '../../../../commands/rotate-access-key';

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
