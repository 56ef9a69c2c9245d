import { readFileSync } from 'node:fs';

import { InputError } from '../../../modules/core/input-error';
import { removeFile, replaceFile, sweepBeside } from '../profile/safe-file';

/** What a rotation leaves beside the credentials while it is under way, for the run that may have to finish it. */
export interface JournalEntry {
  readonly user: string;
  readonly account: string;
  readonly profile: string;
  readonly oldKey: string;
  /** The keys that the user had before: any other is this rotation's. */
  readonly keysBefore: readonly string[];
  /** When the new key was asked for. */
  readonly startedAt: string;
  /** The new key, known once AWS's answer arrived; left out while it didn't. */
  readonly newKey?: string;
}

const TEXTS = ['user', 'account', 'profile', 'oldKey', 'startedAt'] as const;

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof JournalEntry, unknown>>;
  return (
    TEXTS.every((name) => typeof entry[name] === 'string') &&
    !Number.isNaN(Date.parse(String(entry.startedAt))) &&
    Array.isArray(entry.keysBefore) &&
    entry.keysBefore.every((id) => typeof id === 'string') &&
    (entry.newKey === undefined || typeof entry.newKey === 'string')
  );
}

/** The journal of one profile's rotation. It holds ids and times, no secret. */
export class Journal {
  readonly path: string;

  constructor(credentialsFile: string, profile: string) {
    this.path = `${credentialsFile}.rotation.${encodeURIComponent(profile)}.json`;
  }

  /**
   * What an earlier run left, if it didn't end.
   * @throws InputError LZ-ROTATE-14 the file isn't what a run left
   */
  read(): JournalEntry | undefined {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw this.#refusal((error as NodeJS.ErrnoException).code);
    }
    try {
      const value: unknown = JSON.parse(text);
      if (isEntry(value)) return value;
    } catch {
      // Said below.
    }
    throw this.#refusal(undefined);
  }

  write(entry: JournalEntry): Promise<void> {
    return replaceFile(this.path, Buffer.from(`${JSON.stringify(entry, undefined, 2)}\n`));
  }

  async remove(): Promise<void> {
    await sweepBeside(this.path, ['']);
    await removeFile(this.path);
  }

  #refusal(got: string | undefined): InputError {
    return InputError.of({
      subject: this.path,
      problem: "the journal of an unfinished rotation can't be read",
      got,
      remedy: 'see by aws iam list-access-keys which keys there are, leave the one of the profile, and delete the file',
      code: 'LZ-ROTATE-14',
    });
  }
}
