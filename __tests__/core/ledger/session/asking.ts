import { Cidr } from '../../../../modules/core/cidr';
import { InputError } from '../../../../modules/core/input-error';
import { Ledger, LedgerSession, type TierWish } from '../../../../modules/core/ledger';

export const NET = 'dev/eu-west-1/shop';

/** A session over the ledger, or over none, with a small pool. */
export function open(ledger: Ledger = Ledger.empty, pool = '10.0.0.0/16', reserved: readonly string[] = []): LedgerSession {
  return LedgerSession.open(ledger, { pool: Cidr.parse(pool), reserved: reserved.map((text) => Cidr.parse(text)) });
}

/** The ledger after a session in which `ask` asks. */
export function after(ledger: Ledger, ask: (session: LedgerSession) => void): Ledger {
  const session = open(ledger);
  ask(session);
  return session.finish().ledger;
}

/** The allocations of a ledger as they stand in the file, without key sorts and generations getting in the way. */
export function lines(ledger: Ledger): string[] {
  return ledger
    .render()
    .split('\n')
    .filter((line) => line.endsWith(','))
    .map((line) => line.slice(2, -1).replaceAll('"', ''));
}

/** A tier in the VPC that was asked for last. */
export function tier(zones: string, within: Cidr, rest: Partial<TierWish> = {}): TierWish {
  return { within, subnetSize: 25, zones: zones.split(''), ...rest };
}

/** The text of the refusal. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'accepted';
}
