import { tmpdir } from 'node:os';

import { App, TerraformStack } from 'cdktf';

import { Ledger } from '../../../modules/core/ledger';
import { checkConfiguration, defineLandingZone, type LandingZone, type LandingZoneInput } from '../../../modules/landing-zone';
import { documentOf, type Resources } from '../../test-stack';

/** A stack as Terraform reads it. */
export interface ComposedStack {
  readonly resource?: Resources;
  readonly data?: Resources;
  readonly terraform: { readonly backend: Readonly<Record<string, unknown>> };
}

/** What a configuration comes to. */
export interface Composed extends LandingZone {
  readonly stacks: ReadonlyMap<string, ComposedStack>;
}

/** An organisation of two Regions: management, archive and one workload. */
export const ORGANISATION: LandingZoneInput = {
  organization: {
    name: 'acme',
    managementAccount: '111111111111',
    homeRegion: 'eu-west-1',
    regions: ['eu-west-1', 'eu-central-1'],
  },
  backend: { kind: 'local' },
  networks: { web: { zones: ['a'], tiers: { app: { kind: 'private' } } } },
  accounts: {
    management: { id: '111111111111', unit: 'management' },
    logs: { id: '222222222222', unit: 'security', baseline: 'archive' },
    shop: { id: '333333333333', unit: 'workloads', regions: ['eu-west-1'], network: 'web' },
  },
};

/** Checks and composes a configuration as synth does. */
export function compose(input: LandingZoneInput, ledger = Ledger.empty): Composed {
  checkConfiguration(input);
  const app = new App({ outdir: tmpdir(), stackTraces: false });
  const zone = defineLandingZone(app, input, ledger);
  const stacks = app.node.children.filter((child) => child instanceof TerraformStack);
  return { ...zone, stacks: new Map(stacks.map((stack) => [stack.node.id, documentOf(stack) as unknown as ComposedStack])) };
}

/** The addresses of a type in a stack, by name. */
export function namesOf(stack: ComposedStack | undefined, type: string): string[] {
  return Object.keys(stack?.resource?.[type] ?? {}).sort();
}
