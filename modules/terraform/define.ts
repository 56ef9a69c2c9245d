import { type TerraformElement, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

import { formerNamesOf, type ResourceName } from '../core/resource-name';

interface Bookkeeping {
  readonly addresses: Set<string>;
  /** From the former address to the one that came after it. */
  readonly moves: Map<string, string>;
}

const books = new WeakMap<TerraformStack, Bookkeeping>();

function bookOf(stack: TerraformStack): Bookkeeping {
  const book = books.get(stack) ?? { addresses: new Set(), moves: new Map() };
  books.set(stack, book);
  return book;
}

/** A resource or data source of the provider bindings. */
export interface TerraformClass<Config, Element extends TerraformElement> {
  readonly tfResourceType: string;
  new (scope: Construct, id: string, config: Config): Element;
}

/**
 * The one way to make a Terraform resource here. Its address is `<type>.<name>` whatever constructs surround it: cdktf's
 * own addresses hash the construct path, so that wrapping something in a construct would replace it.
 *
 * `overrideLogicalId` alone isn't enough: it takes any text, lets two resources of one address swallow each other, and
 * is ignored once the address was read. So form and uniqueness are checked, and the address that results. A former name
 * becomes a `moved` block, written by hand since cdktf's own asks a Terraform binary for its version at every synth.
 * @throws Error on a bad or repeated address: a defect of the module, no mistake of its user
 */
export function define<Config, Element extends TerraformElement>(
  scope: Construct,
  type: TerraformClass<Config, Element>,
  name: ResourceName,
  config: Config,
): Element {
  const address = `${type.tfResourceType}.${name.current}`;
  if (!/^[a-z_][a-z0-9_-]*$/i.test(name.current)) throw new Error(`"${address}" is no Terraform address`);
  const element = new type(scope, address, config);
  const stack = TerraformStack.of(element);
  const { addresses, moves } = bookOf(stack);
  // A resource and a data source may share type and name: they live in different namespaces.
  const isData = type.name.startsWith('Data');
  const space = `${isData ? 'data.' : ''}${address}`;
  if (addresses.has(space)) throw new Error(`two resources have the address ${space} in stack ${stack.node.id}`);
  addresses.add(space);
  element.overrideLogicalId(name.current);
  if (element.friendlyUniqueId !== name.current) throw new Error(`${space} came out as ${element.friendlyUniqueId}`);
  const formers = isData ? [] : formerNamesOf(name).map((former) => `${type.tfResourceType}.${former}`);
  if (formers.length > 0) {
    // One after the other, since several moves to one address would contradict each other.
    for (const [i, former] of formers.entries()) moves.set(former, formers[i + 1] ?? address);
    const sorted = [...moves].sort(([, a], [, b]) => (a < b ? -1 : 1));
    stack.addOverride(
      'moved',
      sorted.map(([from, to]) => ({ from, to })),
    );
  }
  return element;
}
