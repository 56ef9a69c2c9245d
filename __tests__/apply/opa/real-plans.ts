import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Terraform } from '../../../commands/sandbox/terraform';
import type { Json } from '../../../policies/model/universe';
import { type Case, RULES, written } from '../../policies/rules/plan/plan-fixture';

type JsonObject = Readonly<Record<string, Json>>;

/** A resource in a plan: in its values, its changes and its configuration. */
interface Resource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly provider_name: string;
  readonly schema_version: number;
  readonly values: JsonObject;
}

/** What this needs of `terraform show -json`. */
interface ShownPlan {
  readonly format_version: string;
  readonly terraform_version: string;
  readonly planned_values: { readonly root_module: { readonly resources: readonly Resource[] } };
  readonly resource_changes: readonly Resource[];
  readonly configuration: { readonly provider_config: Json; readonly root_module: { readonly resources: readonly Resource[] } };
}

/** Nobody asks AWS for anything while these are planned. */
const NOBODY = { AWS_ACCESS_KEY_ID: 'nobody', AWS_SECRET_ACCESS_KEY: 'nothing', AWS_EC2_METADATA_DISABLED: 'true' };
const PROVIDER = `
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region                      = "eu-west-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
`;

async function planOf(directory: string, texts: readonly string[], cliConfiguration: string): Promise<ShownPlan> {
  writeFileSync(join(directory, 'main.tf'), [PROVIDER, ...texts].join('\n'));
  const terraform = new Terraform({ directory, cliConfiguration, clientEnvironment: NOBODY });
  await terraform.init();
  await terraform.plan('plan.tfplan', '-refresh=false');
  return JSON.parse(await terraform.planJson()) as ShownPlan;
}

/** The state that Terraform would keep once a plan is applied, AWS's ids made up: nothing is really there. */
function stateAfter({ planned_values: planned, terraform_version: version }: ShownPlan): Json {
  const instances = planned.root_module.resources.map((resource) => {
    const { type, name, index, schema_version: schema, values } = resource;
    const id = `${name}${index === undefined ? '' : `-${String(index)}`}`;
    const attributes = { arn: `arn:aws:made-up:eu-west-1:111111111111:${type}/${id}`, id, ...values };
    const instance = { schema_version: schema, attributes, ...(index === undefined ? {} : { index_key: index }) };
    return { ...resource, instance };
  });
  const names = [...new Set(instances.map(({ type, name }) => `${type}.${name}`))];
  const resources = names.map((full) => {
    const own = instances.filter(({ type, name }) => `${type}.${name}` === full);
    const [{ mode, type, name, provider_name: provider } = { mode: '', type: '', name: '', provider_name: '' }] = own;
    return { mode, type, name, provider: `provider["${provider}"]`, instances: own.map(({ instance }) => instance) };
  });
  return { version: 4, terraform_version: version, serial: 1, lineage: 'made-up', outputs: {}, resources, check_results: null };
}

/** What a plan says of the resources of one rule. */
function cut(plan: ShownPlan, rule: string, which: Case): Json {
  const text = `${written(rule, 'before')}${written(rule, which)}`;
  const names = new Set(
    [...text.matchAll(/^resource "([^"]+)" "([^"]+)"/gm)].map(([, type = '', name = '']) => `${type}.${name}`),
  );
  const own = (resources: readonly Resource[]): readonly Resource[] =>
    resources.filter(({ type, name }) => names.has(`${type}.${name}`));
  const { format_version, terraform_version, planned_values, resource_changes, configuration } = plan;
  const { provider_config, root_module } = configuration;
  return {
    format_version,
    terraform_version,
    planned_values: { root_module: { resources: own(planned_values.root_module.resources) } },
    resource_changes: own(resource_changes),
    configuration: { provider_config, root_module: { resources: own(root_module.resources) } },
    applyable: true,
    complete: true,
    errored: false,
  } as unknown as Json;
}

/** What Terraform plans from `before.tf` to each `after.tf` of a case, all rules in one plan, by rule. */
export async function realPlans(which: Case, folder: string, cliConfiguration: string): Promise<ReadonlyMap<string, Json>> {
  const directory = join(folder, which);
  mkdirSync(directory, { recursive: true });
  const texts = (each: 'before' | Case): readonly string[] => RULES.map((rule) => written(rule, each));
  const before = await planOf(directory, texts('before'), cliConfiguration);
  writeFileSync(join(directory, 'terraform.tfstate'), JSON.stringify(stateAfter(before)));
  const after = await planOf(directory, texts(which), cliConfiguration);
  return new Map(RULES.map((rule) => [rule, cut(after, rule, which)]));
}
