import type { Policy, PolicyText, Statement } from '../../model/policy/policy';
import { Template } from '../../model/term';
import { policyRule } from './policy-rule';

const VARIABLE = /\$\{(?:[A-Za-z0-9.-]+:[^}]+|[*?$])\}/;

function findVariable(text: PolicyText): string | undefined {
  const parts = text instanceof Template ? text.parts : [text];
  for (const part of parts) if (typeof part === 'string' && VARIABLE.test(part)) return VARIABLE.exec(part)?.[0];
  return undefined;
}

function textsOf({ resources, conditions }: Statement): readonly PolicyText[] {
  return [...(resources?.items ?? []), ...conditions.flatMap(({ values }) => values)];
}

function* faultsOf({ version, statements }: Policy) {
  if (version === '2012-10-17') return;
  for (const statement of statements) {
    const variable = textsOf(statement)
      .map(findVariable)
      .find((found) => found !== undefined);
    if (variable === undefined) continue;
    const problem = `${variable} is no variable in version ${version}, but text that nothing matches`;
    yield { statement, problem, fix: 'set Version = "2012-10-17"' };
  }
}

/** Variables stand in policies of the version that expands them. */
export const variablesVersion = policyRule({
  id: 'policy/variables-version',
  summary: 'Policies with variables are of the version that expands them',
  faultsOf,
});
