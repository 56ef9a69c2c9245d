import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot } from '../../../../commands/sandbox/environment';
import { findProviderSource, writeCliConfiguration } from '../../../../commands/sandbox/plugin-mirror';
import { Terraform } from '../../../../commands/sandbox/terraform';
import type { Json } from '../../../../policies/model/universe';
import type { Probe } from './probe';

type Values = Readonly<Record<string, Json>>;

/** A change as a plan tells it. */
export interface Planned {
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Values | null;
    readonly after: Values | null;
    readonly after_unknown: Values;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}

/** The provider plans without an account: nothing is asked of AWS. */
const PROVIDER = {
  region: 'us-east-1',
  access_key: 'nobody',
  secret_key: 'nothing',
  skip_credentials_validation: true,
  skip_metadata_api_check: 'true',
  skip_region_validation: true,
  skip_requesting_account_id: true,
};
const TERRAFORM = { required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } } };

/** The types whose states have another version than the first. */
const VERSIONS: Readonly<Record<string, number>> = {
  aws_default_security_group: 1,
  aws_s3_bucket_lifecycle_configuration: 1,
  aws_security_group: 1,
  aws_subnet: 1,
  aws_vpc: 1,
};

/** Stacks of Terraform's JSON, one resource a probe. */
export function documentOf(probes: readonly Probe[], side: 'before' | 'after'): Readonly<Record<string, Json>> {
  const resource: Record<string, Record<string, Json>> = {};
  for (const probe of probes) resource[probe.type] = { ...resource[probe.type], [probe.name]: probe[side] };
  return { terraform: TERRAFORM, provider: { aws: PROVIDER }, resource };
}

/** A state in which every resource is as its provider planned it first, ids and tags filled in. */
function stateOf(probes: readonly Probe[], planned: ReadonlyMap<string, Planned>): object {
  const resources = probes.map(({ type, name, before }) => {
    const { after: values, after_unknown: unknown } = planned.get(`${type}.${name}`)!.change;
    const filled = { id: name, tags_all: before.tags ?? {} };
    const attributes = { ...values, ...Object.fromEntries(Object.entries(filled).filter(([each]) => each in unknown)) };
    return {
      mode: 'managed',
      type,
      name,
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [{ schema_version: VERSIONS[type] ?? 0, attributes }],
    };
  });
  return { version: 4, terraform_version: '1.11.4', serial: 1, lineage: 'probes', outputs: {}, resources };
}

/** What real Terraform does about every probe: made as before is written, by a plan; then planned as after is written. */
export async function planProbes(probes: readonly Probe[]): Promise<ReadonlyMap<string, Planned>> {
  const directory = mkdtempSync(join(tmpdir(), 'plinth-probes-'));
  try {
    const cache = join(projectRoot(), '.emulator', 'plugins');
    mkdirSync(cache, { recursive: true });
    const cliConfiguration = await writeCliConfiguration(findProviderSource(process.env), directory, cache);
    const terraform = new Terraform({ directory, cliConfiguration, clientEnvironment: {} });
    const plan = async (side: 'before' | 'after'): Promise<ReadonlyMap<string, Planned>> => {
      writeFileSync(join(directory, 'main.tf.json'), JSON.stringify(documentOf(probes, side)));
      if (side === 'before') await terraform.init();
      await terraform.plan('plan.tfplan', '-refresh=false');
      const { resource_changes: changes } = JSON.parse(await terraform.planJson()) as { resource_changes: readonly Planned[] };
      return new Map(changes.map((change) => [change.address, change]));
    };
    const made = await plan('before');
    writeFileSync(join(directory, 'terraform.tfstate'), JSON.stringify(stateOf(probes, made)));
    return await plan('after');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
