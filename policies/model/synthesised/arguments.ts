import { isRecord, listOf } from '../json';
import { Unknown } from '../term';
import type { Json } from '../universe';
import type { ResourceBlock } from './draft';

/** What Terraform reads of a resource block for itself. */
const META: ReadonlySet<string> = new Set([
  '//',
  'provider',
  'count',
  'for_each',
  'lifecycle',
  'depends_on',
  'provisioner',
  'connection',
]);

/** Whether it is an argument of the resource, and none of Terraform's own. */
export function isArgument(name: string): boolean {
  return !META.has(name);
}

/** What stands for an argument that Terraform leaves as others set it. */
export function findLeftToOthers({ ignored }: ResourceBlock, name: string): Unknown | undefined {
  if (ignored !== 'all' && !ignored.has(name)) return undefined;
  return new Unknown(`others may change ${name}: lifecycle.ignore_changes leaves it to them`);
}

/** The names of the nested blocks that are generated; undefined where `dynamic` is an argument like any other. */
export function findGenerated(dynamic: Json | undefined): readonly string[] | undefined {
  if (dynamic === undefined) return undefined;
  const names: string[] = [];
  for (const labelled of listOf(dynamic)) {
    if (!isRecord(labelled)) return undefined;
    for (const [name, blocks] of Object.entries(labelled)) {
      const each = listOf(blocks);
      if (!each.every((block) => isRecord(block) && 'for_each' in block && 'content' in block)) return undefined;
      names.push(name);
    }
  }
  return names;
}

/** What stands for nested blocks that are generated, and for those beside them. */
export function generated(name: string): Unknown {
  return new Unknown(`its blocks are generated: dynamic "${name}"`);
}

/**
 * The argument as an attribute of its resource has the same value, once it is set. Undefined for what the provider
 * fills in, and for nested blocks, whose attributes have more in them than was written.
 */
export function findEchoed({ body }: ResourceBlock, name: string): Json | undefined {
  if (!isArgument(name) || !Object.hasOwn(body, name)) return undefined;
  const json = body[name];
  if (json === undefined || json === null || json === '') return undefined;
  return listOf(json).some((value) => typeof value === 'object') ? undefined : json;
}
