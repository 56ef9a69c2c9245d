import type { TerraformStack } from 'cdktf';

import { documentOf, type Body, type Resources } from '../test-stack';

/** A stack's resources as they are applied: without what cdktf notes beside them. */
export function writtenResources(stack: TerraformStack): Resources {
  const { resource } = documentOf(stack);
  const bare = (body: Body): Body => Object.fromEntries(Object.entries(body).filter(([key]) => key !== '//'));
  return Object.fromEntries(
    Object.entries(resource).map(([type, named]) => [
      type,
      Object.fromEntries(Object.entries(named).map(([name, body]) => [name, bare(body)])),
    ]),
  );
}
