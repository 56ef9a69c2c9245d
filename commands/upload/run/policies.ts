import { OperationError } from '../../../modules/core/operation-error';
import type { Resource } from '../api/document';
import type { Connection } from '../api/connection';

/** What one policy, or one task that judges a run, said. */
export interface PolicyResult {
  /** The policy set, or what kind of judge it was. */
  readonly set: string;
  readonly policy: string;
  readonly level: string;
  readonly status: string;
  /** @default "" */
  readonly description: string;
}

/** One that fails a run. An evaluation that broke has not passed. */
export const isFailure = ({ level, status }: PolicyResult): boolean =>
  level !== 'advisory' && !['passed', 'passes', 'overridden', 'unreachable'].includes(status);

/** Engines differ in what they know of: what isn't there has judged nothing. */
async function listed(connection: Connection, path: string): Promise<readonly Resource[]> {
  try {
    return await connection.all(path);
  } catch (error) {
    if (error instanceof OperationError && error.problem.code === 'LZ-UPLOAD-23') return [];
    throw error;
  }
}

async function ofEvaluation(connection: Connection, evaluation: Resource): Promise<PolicyResult[]> {
  const sets = await listed(connection, `policy-evaluations/${evaluation.id}/policy-set-outcomes`);
  const results = sets.flatMap((set) =>
    set.list('outcomes').map((outcome) => ({
      set: set.text('policy-set-name'),
      policy: outcome.text('policy_name'),
      level: outcome.text('enforcement_level'),
      status: outcome.text('status'),
      description: outcome.text('description'),
    })),
  );
  const status = evaluation.text('status');
  const isTold = status === 'passed' || status === 'unreachable' || results.some(isFailure);
  const whole = { set: 'evaluation', policy: evaluation.text('policy-kind'), level: 'mandatory', status, description: '' };
  return isTold ? results : [...results, whole];
}

async function ofStage(connection: Connection, { id }: Resource): Promise<PolicyResult[]> {
  const evaluations = await listed(connection, `task-stages/${id}/policy-evaluations`);
  return (await Promise.all(evaluations.map((each) => ofEvaluation(connection, each)))).flat();
}

/** A check of Sentinel's, whose single policies stand in its log only. */
function ofCheck(check: Resource): PolicyResult {
  const result = check.within('result');
  const failed = ['hard-failed', 'soft-failed', 'advisory-failed'].map((name) => `${String(result.number(name))} ${name}`);
  const status = check.text('status');
  return {
    set: check.text('scope') || 'policies',
    policy: 'Sentinel',
    level: 'mandatory',
    status,
    description: failed.join(', '),
  };
}

/** Everything that judged a run. */
export async function policiesOf(connection: Connection, run: string): Promise<PolicyResult[]> {
  const [stages, checks] = [
    await listed(connection, `runs/${run}/task-stages`),
    await listed(connection, `runs/${run}/policy-checks`),
  ];
  const staged = await Promise.all(stages.map((stage) => ofStage(connection, stage)));
  return [...staged.flat(), ...checks.filter((check) => check.text('status') !== 'unreachable').map(ofCheck)];
}
