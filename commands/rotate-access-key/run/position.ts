import { asWritten, InputError } from '../../../modules/core/input-error';
import type { AccountKey } from '../account/account';
import type { JournalEntry } from './journal';

/** What tells where a rotation is, for a fresh run as for one that finds what another left. */
export interface Facts {
  readonly user: string;
  readonly account: string;
  readonly profile: string;
  readonly journalPath: string;
  readonly profileKey: string;
  /** Undefined when no rotation is under way. */
  readonly journal: JournalEntry | undefined;
  readonly keys: readonly AccountKey[];
}

/** Where a rotation is. */
export type Position =
  /** Nothing has to be finished: a new key can be asked for. */
  | { readonly at: 'start' }
  /** A run ended between asking for a key and keeping it: nobody has its secret. */
  | { readonly at: 'orphaned'; readonly orphan: string; readonly ours: boolean }
  /** The profile has the new key; the old one may still be there. */
  | { readonly at: 'written'; readonly oldKey: string };

/** Clocks differ by less. Where they don't, the key is taken for somebody else's: it is named and left. */
const AROUND_MINUTES = 15;

/** A rotation. Whatever it is cut off between, the profile has a key that works. */
export const ROTATION = ['announce', 'create', 'write', 'prove', 'disable', 'delete', 'close'] as const;
/** One thing that is done; `discard` goes before where a former run left a key behind. */
export type Step = 'discard' | (typeof ROTATION)[number];

/** The steps from a position to the end. */
export function stepsFrom({ at }: Position, deleteOld: boolean): readonly Step[] {
  const steps: readonly Step[] =
    at === 'written' ? ROTATION.slice(ROTATION.indexOf('prove')) : at === 'orphaned' ? ['discard', ...ROTATION] : ROTATION;
  return steps.filter((step) => step !== 'delete' || deleteOld);
}

function foreignJournal({ journalPath }: Facts, problem: string, got: string): InputError {
  return InputError.of({
    subject: journalPath,
    problem,
    got,
    remedy: 'see by aws iam list-access-keys which keys there are, leave the one of the profile, and delete the file',
    code: 'LZ-ROTATE-15',
  });
}

/** What both kinds of a second key are answered with: one of before, and one that somebody uses. */
function twoKeys({ user, profile, profileKey }: Facts, { id, active }: AccountKey): InputError {
  const state = active ? 'active' : 'inactive';
  return InputError.of({
    subject: `profile ${asWritten(profile)}`,
    problem: `user ${asWritten(user)} has two keys, and no room for a new one beside ${profileKey}`,
    got: `${id} (${state})`,
    remedy: `see that nothing uses it, then: aws iam delete-access-key --access-key-id ${id} --user-name ${user}`,
    code: 'LZ-ROTATE-13',
  });
}

/**
 * For a key that only looked like a rotation's own.
 * @throws InputError LZ-ROTATE-13
 */
export function refuseSecondKey(facts: Facts, id: string): never {
  throw twoKeys(facts, facts.keys.find((key) => key.id === id) ?? { id, active: true, createdAt: undefined });
}

function isNearTo(startedAt: string, createdAt: Date | undefined): boolean {
  if (createdAt === undefined) return false;
  return Math.abs(createdAt.getTime() - Date.parse(startedAt)) <= AROUND_MINUTES * 60_000;
}

function resumed(facts: Facts, journal: JournalEntry): Position {
  const { profileKey, keys } = facts;
  if (journal.user !== facts.user || journal.account !== facts.account || journal.profile !== facts.profile) {
    const whose = `user ${journal.user} of account ${journal.account}, profile ${journal.profile}`;
    throw foreignJournal(facts, 'the unfinished rotation is of somebody else', whose);
  }
  if (profileKey !== journal.oldKey) {
    // A key that was there before, or another than the one that AWS gave, was put there by hand.
    if (journal.keysBefore.includes(profileKey) || (journal.newKey !== undefined && journal.newKey !== profileKey)) {
      throw foreignJournal(facts, 'the profile has neither the old nor the new key of the unfinished rotation', profileKey);
    }
    return { at: 'written', oldKey: journal.oldKey };
  }
  const extra = keys.find(({ id }) => !journal.keysBefore.includes(id));
  if (extra === undefined) return { at: 'start' };
  const ours = extra.id === journal.newKey;
  if (!ours && !isNearTo(journal.startedAt, extra.createdAt)) throw twoKeys(facts, extra);
  return { at: 'orphaned', orphan: extra.id, ours };
}

/**
 * Where the rotation is.
 * @throws InputError LZ-ROTATE-13 two keys that are not of this rotation, LZ-ROTATE-15 a journal that doesn't fit
 */
export function positionOf(facts: Facts): Position {
  if (facts.journal !== undefined) return resumed(facts, facts.journal);
  const other = facts.keys.find(({ id }) => id !== facts.profileKey);
  if (other !== undefined) throw twoKeys(facts, other);
  return { at: 'start' };
}
