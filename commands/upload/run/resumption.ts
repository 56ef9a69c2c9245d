import { OperationError } from '../../../modules/core/operation-error';
import type { Flags } from '../request/flags';

const PLAIN = /^[\w./:@%+=,-]+$/;
const quoted = (text: string): string => (PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The command that waits for a run that goes on. */
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

/** The failure of a command whose run goes on without it. */
export function withResumption({ problem }: OperationError, run: string, command: string): OperationError {
  return new OperationError({ ...problem, remedy: `${problem.remedy}; run ${run} goes on, wait for it by: ${command}` });
}
