import { Cidr } from '../../../../modules/core/cidr';
import { Unknown } from '../../term';

/** What says where something stands, and not what it is. */
const ASIDE: readonly string[] = ['origin', 'certain', 'description'];

/** What something says, as a text: equal texts say the same. Where a part isn't known, nothing can be compared. */
export function findContent(said: object): string | undefined {
  const unknown: unknown[] = [];
  const text = JSON.stringify(said, (name: string, value: unknown) => {
    if (value instanceof Unknown) unknown.push(value);
    if (ASIDE.includes(name)) return undefined;
    return value instanceof Cidr ? value.toString() : value;
  });
  return unknown.length === 0 ? text : undefined;
}
