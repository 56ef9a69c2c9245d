import { tmpdir } from 'node:os';

import { App, type TerraformStack } from 'cdktf';

import { AccountStack, type Layer } from '../modules/terraform';

/** The arguments of a resource. */
export type Body = Readonly<Record<string, unknown>>;

/** Resources by type and name, as Terraform will read them. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** A stack of account 111111111111 in eu-west-1 that is never written. */
export function testStack(layer: Layer = 'network'): AccountStack {
  return new AccountStack(new App({ outdir: tmpdir(), stackTraces: false }), {
    organization: 'acme',
    account: { name: 'shop', id: '111111111111' },
    region: 'eu-west-1',
    layer,
    backend: { kind: 'local' },
  });
}

/** What the stack comes to. */
export function documentOf(stack: TerraformStack): {
  readonly resource: Resources;
  readonly data?: Resources;
  readonly moved?: unknown;
} {
  stack.prepareStack();
  return JSON.parse(JSON.stringify(stack.toTerraform())) as { resource: Resources };
}
