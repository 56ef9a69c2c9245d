import { InputError } from '../../../modules/core/input-error';
import { type CloudState, HCP_HOSTNAME } from '../../../modules/terraform';
import { comparableHost, tokenOf } from '../../upload/api/token';
import { type Check, notChecked, ok, problem } from '../check';

/**
 * States in workspaces: only that there is a token for the host is looked at, and nothing of it is told. Whether the host
 * takes it, and which workspaces are there, Terraform says at its init.
 */
export function cloudStateChecks(
  { organization, hostname = HCP_HOSTNAME }: CloudState,
  env: NodeJS.ProcessEnv,
): readonly Check[] {
  const subject = { id: 'state-token', title: `token for ${hostname}` };
  const state = notChecked(
    { id: 'state', title: 'state' },
    `it lies in workspaces of ${organization}: terraform init asks for them`,
  );
  try {
    tokenOf(comparableHost(hostname), env);
    return [ok(subject, 'there is one'), state];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [{ problem: found, remedy } = { problem: String(error), remedy: '' }] = error.problems;
    return [problem(subject, { found, remedy }), state];
  }
}
