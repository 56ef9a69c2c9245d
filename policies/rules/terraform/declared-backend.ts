import type { Json } from '../../model/universe';
import type { Finding, Rule } from '../rule';

const ID = 'terraform/declared-backend';

function isAbsolute(path: Json | undefined): path is string {
  return typeof path === 'string' && (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path));
}

function localPath(backend: Json): Json | undefined {
  if (typeof backend !== 'object' || backend === null || Array.isArray(backend)) return undefined;
  const { local } = backend as { readonly local?: Json };
  return typeof local === 'object' && local !== null && !Array.isArray(local)
    ? (local as { readonly path?: Json }).path
    : undefined;
}

/** Every stack says where its state lies, without a path of the machine that made it. */
export const declaredBackend: Rule = {
  id: ID,
  summary: 'Every stack declares a backend without an absolute path',
  judge: ({ stacks }) =>
    stacks.flatMap(({ name, form, terraform }): Finding[] => {
      // Plans and states say nothing of where the state lies: the rule doesn't apply to them.
      if (form !== 'synthesised') return [];
      const place = { rule: ID, verdict: 'violated' as const, stack: name };
      const backend = terraform.backend ?? terraform.cloud;
      if (backend === undefined) {
        return [{ ...place, problem: 'the stack declares no backend', fix: 'declare one: local, s3 or cloud' }];
      }
      const path = localPath(backend);
      if (!isAbsolute(path)) return [];
      return [{ ...place, problem: `the state's path is absolute: ${path}`, fix: 'make it relative to the stack directory' }];
    }),
};
