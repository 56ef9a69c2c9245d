import { asWritten, InputError } from '../../core/input-error';

/** AWS's highest number of an entry. @source EC2 API, CreateNetworkAclEntry */
const HIGHEST_NUMBER = 32766;
/** What AWS raises the quota to at most. @source VPC quotas */
export const MOST_ACL_ENTRIES = 40;

/** An entry as far as AWS counts it. */
export interface CountedEntry {
  readonly direction: 'in' | 'out';
  readonly number: number;
  readonly family: 'v4' | 'v6';
  /** What the entry is for, in messages. */
  readonly label: string;
}

/** The entries of one network ACL, held against what AWS takes. */
export class AclEntryBook {
  readonly #entries: CountedEntry[] = [];

  constructor(
    private readonly subject: string,
    /** Entries per direction and family, the default deny included. */
    private readonly quota: number,
  ) {
    if (Number.isInteger(quota) && quota >= 1 && quota <= MOST_ACL_ENTRIES) return;
    const problem = `a network ACL holds at most ${String(MOST_ACL_ENTRIES)} entries per direction`;
    throw InputError.of({
      subject,
      problem,
      got: String(quota),
      remedy: `use a quota from 1 to ${String(MOST_ACL_ENTRIES)}`,
      code: 'LZ-NET-3',
    });
  }

  /**
   * Admits an entry.
   * @throws InputError LZ-NET-4 a number that AWS refuses, LZ-NET-5 a number used twice, LZ-NET-6 over the quota
   */
  add(entry: CountedEntry): void {
    const { subject } = this;
    if (!Number.isInteger(entry.number) || entry.number < 1 || entry.number > HIGHEST_NUMBER) {
      const problem = `the rule number of "${entry.label}" must be 1 to ${String(HIGHEST_NUMBER)}`;
      throw InputError.of({
        subject,
        problem,
        got: asWritten(entry.number),
        remedy: 'choose a free number in that range',
        code: 'LZ-NET-4',
      });
    }
    const twin = this.#entries.find((old) => old.direction === entry.direction && old.number === entry.number);
    if (twin !== undefined) {
      const problem = `"${entry.label}" and "${twin.label}" have the same rule number, direction ${entry.direction}`;
      throw InputError.of({
        subject,
        problem,
        got: String(entry.number),
        remedy: 'give one of them another number',
        code: 'LZ-NET-5',
      });
    }
    this.#entries.push(entry);
    // AWS counts its own default deny, so one less is ours.
    const count = this.#entries.filter((old) => old.direction === entry.direction && old.family === entry.family).length;
    if (count < this.quota) return;
    const problem = `more entries ${entry.direction} for ${entry.family} than the quota of ${String(this.quota)} leaves beside the default deny`;
    const remedy = 'let flows share ports or tiers, or raise the quota at AWS (40 at most) and in quotas.acl_entries';
    throw InputError.of({ subject, problem, got: String(count), remedy, code: 'LZ-NET-6' });
  }
}
