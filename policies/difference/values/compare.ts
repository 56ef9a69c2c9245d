import type { AttributeChange } from '../change';
import { comparePolicies } from './policies';
import { identityOf, isAbsent, isNodeList, isNodeMap, type Node, plain, shownOf } from './value';

/** A list of blocks or values as it differs, element by element; null where both have the same in another order. */
function elements(one: readonly Node[], other: readonly Node[], path: string): readonly AttributeChange[] | undefined {
  const blocks = [...one, ...other].every(isNodeMap);
  if (blocks && one.length === other.length) {
    return one.flatMap((element, at) => compare(element, other[at], one.length === 1 ? path : `${path}[${String(at)}]`));
  }
  return undefined;
}

/** Where two values differ, part by part. What isn't there and what is null are the same. */
export function compare(before: Node | undefined, after: Node | undefined, path: string): readonly AttributeChange[] {
  if (identityOf(before) === identityOf(after)) return [];
  if (/^tags(?:_all)?$/.test(path) && isAbsent(before) !== isAbsent(after)) return compare(before ?? {}, after ?? {}, path);
  if (isNodeMap(before) && isNodeMap(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => compare(before[name], after[name], path === '' ? name : `${path}.${name}`));
  }
  if (isNodeList(before) && isNodeList(after)) {
    const parts = elements(before, after, path);
    if (parts !== undefined) return parts;
  }
  const statements = comparePolicies(before, after);
  return [
    {
      path,
      ...(isAbsent(before) ? {} : { before: shownOf(before as Node) }),
      ...(isAbsent(after) ? {} : { after: shownOf(after as Node) }),
      ...(statements === undefined ? {} : { statements }),
    },
  ];
}

/** Whether two lists hold the same in another order. */
export function isReordered({ before, after }: AttributeChange): boolean {
  const [one, other] = [before, after].map((side) => plain(side !== undefined && 'value' in side ? side.value : null));
  if (!isNodeList(one) || !isNodeList(other) || one.length !== other.length) return false;
  const texts = (list: readonly Node[]): string => list.map(identityOf).sort().join('\n');
  return texts(one) === texts(other);
}
