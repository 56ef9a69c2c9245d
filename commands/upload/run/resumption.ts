import { OperationError } from '../../../modules/core/operation-error';
import type { Flags } from '../request/flags';

const PLAIN = /^[\w./:@%+=,-]+$/;
const quoted = (text: string): string => (PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The command that takes a run up again. */
export function resumingCommand(named: string, run: string, flags: Flags): string {
  const { hostname, organization, workspace, planOut } = flags;
  const valued = Object.entries({
    '--hostname': hostname,
    '--organization': organization,
    '--workspace': workspace,
    '--plan-out': planOut,
  });
  const stated = valued.flatMap(([flag, value]) => (value === undefined ? [] : [flag, quoted(value)]));
  const purpose = flags.apply === true ? ['--apply'] : flags.speculative === true ? ['--speculative'] : [];
  return ['plinth', 'upload', quoted(named), '--run', run, ...stated, ...purpose].join(' ');
}

/** The failure of a command that leaves its run as it is. */
export function withResumption({ problem }: OperationError, run: string, command: string): OperationError {
  return new OperationError({
    ...problem,
    remedy: `${problem.remedy}; run ${run} is left as it is, take it up again by: ${command}`,
  });
}
