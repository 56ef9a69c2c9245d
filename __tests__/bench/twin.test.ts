import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { App, TerraformStack } from 'cdktf';

import { organizationOf, yamlOf } from '../../bench/organization';
import { follow, recipesOf, type StackDocument } from '../../bench/programs/recipe';
import { Ledger } from '../../modules/core/ledger';
import { defineLandingZone, parseConfiguration } from '../../modules/landing-zone';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'plinth-twin-'));
});
afterEach(() => rmSync(outdir, { recursive: true }));

type Resources = Record<string, Record<string, Record<string, unknown>>>;

function resourcesOf(document: unknown): Resources {
  const { resource } = JSON.parse(JSON.stringify(document)) as { resource: Resources };
  for (const named of Object.values(resource)) for (const body of Object.values(named)) delete body['//'];
  return resource;
}

describe('the organisation that is measured', () => {
  it('is the same as YAML and as a value', () => {
    const input = organizationOf(3);
    expect(parseConfiguration({ file: 'landing-zone.yaml', bytes: Buffer.from(yamlOf(input)) }).input).toEqual(input);
  });

  it('has a stack of 71 resources for every account but the management account', () => {
    const app = new App({ outdir });
    defineLandingZone(app, organizationOf(2), Ledger.empty);
    const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
    const counts = stacks.map(
      (stack) => Object.values(resourcesOf(stack.toTerraform())).flatMap((named) => Object.keys(named)).length,
    );
    expect(counts).toEqual([71, 71]);
  });
});

describe('the hand-written twin', () => {
  it('makes exactly the resources of our modules, by the getters of the bindings', () => {
    const app = new App({ outdir });
    defineLandingZone(app, organizationOf(1), Ledger.empty);
    const [ours] = app.node.children.filter((child) => TerraformStack.isStack(child));
    const document = JSON.parse(JSON.stringify(ours?.toTerraform())) as StackDocument;
    const stack = new TerraformStack(new App({ outdir }), 'twin');
    follow(stack, recipesOf(document));
    expect(resourcesOf(stack.toTerraform())).toEqual(resourcesOf(document));
    const [vpc] = stack.node.children.filter((child) => child instanceof Vpc);
    expect(vpc?.node.id).toBe('aws_vpc.small_vpc');
  });
});
