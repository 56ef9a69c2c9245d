#!/usr/bin/env node
import { Command, CommanderError } from 'commander';

import { accessCommand } from './access';
import { controlsCommand } from './controls';
import { canCommand } from './can';
import { checkCommand } from './check';
import { deliverCommand } from './deliver';
import { diffCommand } from './diff';
import { doctorCommand } from './doctor';
import { ledgerCommand } from './ledger';
import { lockCommand } from './lock';
import { reachCommand } from './reach';
import { reportCommand } from './report';
import { rotateAccessKeyCommand } from './rotate-access-key';
import { synthCommand } from './synth';
import { uploadCommand } from './upload';

/** Exit code of wrong usage or unreadable input. */
const WRONG_USAGE = 2;

/** The whole command line. Every command sets the process's exit code. */
export function plinthCommand(): Command {
  return new Command('plinth')
    .description('A landing zone for AWS: synthesised, judged, and its addresses kept')
    .addCommand(synthCommand())
    .addCommand(checkCommand())
    .addCommand(ledgerCommand())
    .addCommand(lockCommand())
    .addCommand(controlsCommand())
    .addCommand(accessCommand())
    .addCommand(deliverCommand())
    .addCommand(diffCommand())
    .addCommand(doctorCommand())
    .addCommand(reachCommand())
    .addCommand(reportCommand())
    .addCommand(canCommand())
    .addCommand(rotateAccessKeyCommand())
    .addCommand(uploadCommand())
    .configureHelp({ sortSubcommands: true })
    .exitOverride();
}

if (require.main === module) {
  plinthCommand()
    .parseAsync()
    .catch((error: unknown) => {
      if (!(error instanceof CommanderError)) {
        throw error;
      }
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
    });
}
