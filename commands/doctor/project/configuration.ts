import { InputError } from '../../../modules/core/input-error';
import { type LandingZoneInput, readConfiguration } from '../../../modules/landing-zone';
import { type Check, ok, problem, type Subject } from '../check';

const CONFIGURATION: Subject = { id: 'configuration', title: 'configuration' };

/** The configuration, where it could be read, and what is to be said about it. */
export interface ReadConfiguration {
  readonly check: Check;
  /** Left out where mistakes stand in it. */
  readonly input?: LandingZoneInput;
}

/** Reads the configuration as synth does; every mistake is listed. */
export function configurationCheck(file: string): ReadConfiguration {
  try {
    const { input } = readConfiguration(file);
    const accounts = Object.keys(input.accounts).length;
    return { input, check: ok(CONFIGURATION, `${file}: ${accounts} account${accounts === 1 ? '' : 's'}`) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const count = error.problems.length;
    const found = `${count === 1 ? 'a mistake' : `${count} mistakes`}:\n${error.message}`;
    return { check: problem(CONFIGURATION, { found, remedy: `mend ${count === 1 ? 'it' : 'them'}, then run npm start` }) };
  }
}
