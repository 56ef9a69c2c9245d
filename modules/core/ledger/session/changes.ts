import { InputError } from '../../input-error';
import { idOf, renderAllocation } from '../entry';
import type { Slot } from './draft';

/** One thing that a session did to the ledger. */
export interface Change {
  /** revived: a freed entry is in use again; lifecycle: closing or closed, or back. */
  readonly kind: 'added' | 'renamed' | 'freed' | 'revived' | 'lifecycle' | 'removed';
  /** As in the file: `vpc dev/eu-west-1/three-tier`. */
  readonly key: string;
  readonly value: string;
  /** The key it had. @default - not renamed */
  readonly from?: string;
}

/** What became of one entry. A replaced one is freed under its new key. */
export function changesOf({ entry, origin }: Slot): Change[] {
  const [key, value] = [idOf(entry), renderAllocation(entry)];
  if (origin === undefined) return [{ kind: 'added', key, value }];
  const renamed = origin.key === entry.key ? [] : [{ kind: 'renamed', key, value, from: idOf(origin) } as const];
  if (origin.state === entry.state) return renamed;
  const kind = entry.state === 'freed' ? 'freed' : origin.state === 'freed' ? 'revived' : 'lifecycle';
  return [...renamed, { kind, key, value }];
}

function render({ kind, key, value, from }: Change): string {
  return from === undefined ? `${kind} ${key} (${value})` : `${kind} ${from} to ${key}`;
}

/**
 * For CI and --frozen, where the ledger is read only.
 * @throws InputError LZ-LEDGER-18
 */
export function assertUnchanged(changes: readonly Change[], file = 'addresses.lock.json'): void {
  if (changes.length === 0) return;
  const shown = changes.slice(0, 10).map(render);
  const got = [...shown, ...(changes.length > 10 ? [`${String(changes.length - 10)} more`] : [])].join(', ');
  const remedy = "run synth without --frozen and CI, look at the ledger's difference and commit it";
  throw InputError.of({ subject: file, problem: 'the ledger is frozen and would change', got, remedy, code: 'LZ-LEDGER-18' });
}
