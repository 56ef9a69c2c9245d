import { App } from 'cdktf';

import { AccountStack } from '../../terraform';

interface StackDocument {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Has Terraform forget what `define` would make in the stack, and leave all of it standing. Without such `removed` blocks
 * an emptied stack destroys what it held.
 * @source Terraform language, "Remove a resource from state": removed blocks
 */
export function letGo(stack: AccountStack, define: (twin: AccountStack) => unknown): void {
  const { account, region, layer } = stack;
  const { outdir } = App.of(stack);
  // Never synthesised: it only tells which addresses there are.
  const twin = new AccountStack(new App({ outdir, stackTraces: false }), {
    organization: 'twin',
    account,
    region,
    layer,
    backend: { kind: 'local' },
  });
  define(twin);
  const { resource = {} } = twin.toTerraform() as StackDocument;
  const addresses = Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));
  stack.addOverride(
    'removed',
    addresses.sort().map((from) => ({ from, lifecycle: { destroy: false } })),
  );
}
