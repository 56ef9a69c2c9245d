import { asWritten, ProblemList } from '../../../modules/core/input-error';

/** The command line as it was written. */
export interface Flags {
  readonly hostname?: string;
  readonly organization?: string;
  readonly workspace?: string;
  readonly message?: string;
  readonly speculative?: true;
  readonly apply?: true;
  readonly timeout: string;
  readonly planOut?: string;
  readonly run?: string;
  readonly cancelOnInterrupt?: true;
  readonly json?: true;
}

/** What a run is for: to look, to be confirmed by somebody, or to be applied at once. */
export type Purpose = 'speculative' | 'plan' | 'apply';

const LONGEST_MINUTES = 10_080;

export const purposeOf = ({ speculative, apply }: Flags): Purpose =>
  speculative === true ? 'speculative' : apply === true ? 'apply' : 'plan';

/**
 * Looks at what flags say by themselves and together.
 * @throws InputError LZ-UPLOAD-4 a value, LZ-UPLOAD-5 two that don't go together
 */
export function checkFlags(flags: Flags, stacks: number): void {
  const problems = new ProblemList();
  const minutes = Number(flags.timeout);
  if (!(minutes > 0 && minutes <= LONGEST_MINUTES)) {
    const problem = `this is no number of minutes up to ${String(LONGEST_MINUTES)}`;
    problems.add({
      subject: '--timeout',
      problem,
      got: asWritten(flags.timeout),
      remedy: 'write one, like 60',
      code: 'LZ-UPLOAD-4',
    });
  }
  if (flags.run !== undefined && !/^run-[A-Za-z0-9]+$/.test(flags.run)) {
    const problem = 'this is no id of a run';
    const remedy = 'take the one that the cut-off upload told: run-…';
    problems.add({ subject: '--run', problem, got: asWritten(flags.run), remedy, code: 'LZ-UPLOAD-4' });
  }
  const apart = (subject: string, other: string): void => {
    const problem = `it can't stand beside ${other}`;
    problems.add({ subject, problem, remedy: 'leave one of them out', code: 'LZ-UPLOAD-5' });
  };
  if (flags.speculative === true && flags.apply === true) apart('--speculative', '--apply');
  if (flags.run !== undefined && flags.message !== undefined) apart('--message', '--run, whose run has a message');
  const ofOne = { '--workspace': flags.workspace, '--plan-out': flags.planOut, '--run': flags.run };
  for (const [flag, value] of Object.entries(ofOne)) if (value !== undefined && stacks > 1) apart(flag, 'several stacks');
  problems.throwIfAny();
}
