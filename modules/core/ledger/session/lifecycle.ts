import { InputError, type Problem } from '../../input-error';
import { type Entry, idOf, type State } from '../entry';

/** What a configuration may say of an account or network. */
export type Lifecycle = Exclude<State, 'freed'>;

const STEPS =
  'write lifecycle: closing and apply, which drops the protections, then lifecycle: closed and apply, which destroys what is left, then remove the entry';

/**
 * `closed` empties the stacks, which only succeeds once `closing` has been applied. Every way back is free.
 * @throws InputError LZ-LEDGER-14
 */
export function checkLifecycle(subject: string, recorded: State | undefined, wanted: Lifecycle): void {
  if (wanted !== 'closed' || (recorded !== undefined && recorded !== 'living')) return;
  const seen = recorded === undefined ? 'the ledger has never had it' : 'it is still living in the ledger';
  throw InputError.of({
    subject,
    problem: `it can't be closed before it was closing, and ${seen}`,
    got: 'lifecycle: closed',
    remedy: STEPS,
    code: 'LZ-LEDGER-14',
  });
}

/** The mistake of removing an account or network from the configuration before the ledger says closed. */
export function findEarlyRemoval(entry: Entry): Problem | undefined {
  const ended = entry.state === 'closed' || entry.state === 'freed';
  if (ended || (entry.kind !== 'account' && entry.kind !== 'vpc')) return undefined;
  const rest =
    entry.state === 'living' ? STEPS : 'write lifecycle: closed and apply, which destroys what is left, then remove the entry';
  return {
    subject: idOf(entry),
    problem: `it is ${entry.state} in the ledger but gone from the configuration, which would leave its resources behind`,
    remedy: `write it back; to end it, ${rest}`,
    code: 'LZ-LEDGER-15',
  };
}
