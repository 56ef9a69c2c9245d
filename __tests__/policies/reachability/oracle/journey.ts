import type { Header } from './header';
import type { Trit } from './trit';

/** Whether a packet arrives, and whether its reply would. */
export interface Journey {
  readonly arrives: Trit;
  readonly answered: (reply: Header) => Trit;
}

export const DROPPED: Journey = { arrives: 'no', answered: () => 'no' };

/** Where the laws don't say whether one may be sure that it stops. */
export const SILENT: Journey = { arrives: 'silent', answered: () => 'silent' };
