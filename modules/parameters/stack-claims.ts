import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

const claims = new WeakMap<TerraformStack, Set<string>>();

/** Takes a name in the stack, for what isn't made by `define`; answers whether it was free. */
export function claim(scope: Construct, name: string): boolean {
  const stack = TerraformStack.of(scope);
  const taken = claims.get(stack) ?? new Set();
  claims.set(stack, taken);
  if (taken.has(name)) return false;
  taken.add(name);
  return true;
}
