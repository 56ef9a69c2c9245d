import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { type TerraformOutput, type TerraformRemoteState, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

import { iamArn } from '../core/aws/arn';
import { asWritten, InputError } from '../core/input-error';
import { addBackend, type Backend } from './backend';
import { stackJson } from './stack-json';
import { StackOverrides } from './stack-overrides';

/** The providers that the output takes: nothing is used that only one of the two majors has. */
export const AWS_PROVIDER_RANGE = '>= 5.100.0, < 7.0.0';
/** Terraform with S3 lock files; OpenTofu counts alike. */
export const TERRAFORM_RANGE = '>= 1.10.0';
/** Above this a plan is slow and a mistake wide. */
export const MOST_RESOURCES = 300;

/** What a stack is for; the row "which account owns what" hangs on it. */
export type Layer = 'organization' | 'identity' | 'logging' | 'detection' | 'network' | 'workloads';

/** An account that a stack writes to. */
export interface Account {
  /** The account's name in the configuration. */
  readonly name: string;
  /** Twelve digits. */
  readonly id: string;
  /** The role that Terraform assumes there. Left out: it runs in this account. */
  readonly role?: string;
}

/** One stack's place. */
export interface AccountStackProps {
  readonly organization: string;
  readonly account: Account;
  readonly region: string;
  /** Global things have stacks of their own, `<account>-global-<layer>`. @default false */
  readonly global?: boolean;
  readonly layer: Layer;
  readonly backend: Backend;
  /** The provider's default tags. @default {} */
  readonly tags?: Readonly<Record<string, string>>;
}

/** `<account>-<region>-<layer>`: the name of directory, state and workspace. */
export function stackName(account: string, region: string, layer: Layer): string {
  return `${account}-${region}-${layer}`;
}

function providerConfig(
  account: Account,
  region: string,
  tags: Readonly<Record<string, string>>,
): ConstructorParameters<typeof AwsProvider>[2] {
  return {
    region,
    // A wrong account stops before anything is planned.
    allowedAccountIds: [account.id],
    ...(account.role === undefined
      ? {}
      : { assumeRole: [{ roleArn: iamArn({ accountId: account.id, region }, `role/${account.role}`) }] }),
    ...(Object.keys(tags).length === 0 ? {} : { defaultTags: [{ tags }] }),
  };
}

/** A stack of one account, region and layer: provider, backend, versions, and the checks that every stack gets. */
export class AccountStack extends TerraformStack {
  readonly account: Account;
  readonly region: string;
  readonly layer: Layer;
  readonly tags: Readonly<Record<string, string>>;
  readonly #others = new Map<string, AwsProvider>();
  readonly #overrides = new StackOverrides();

  constructor(scope: Construct, props: AccountStackProps) {
    const name = stackName(props.account.name, props.global === true ? 'global' : props.region, props.layer);
    super(scope, name);
    this.account = props.account;
    this.region = props.region;
    this.layer = props.layer;
    this.tags = props.tags ?? {};
    new AwsProvider(this, 'aws', providerConfig(props.account, props.region, this.tags));
    addBackend(this, props.backend, props.organization, name);
    this.addOverride('terraform.required_version', TERRAFORM_RANGE);
    this.addOverride('terraform.required_providers.aws.source', 'hashicorp/aws');
    this.addOverride('terraform.required_providers.aws.version', AWS_PROVIDER_RANGE);
  }

  /** The provider for another account, made once: for what has to be read or accepted there. */
  providerFor(account: Account, region: string): AwsProvider {
    const alias = `${account.name}_${region}`;
    const known = this.#others.get(alias);
    if (known !== undefined) return known;
    const provider = new AwsProvider(this, `aws ${alias}`, { ...providerConfig(account, region, this.tags), alias });
    this.#others.set(alias, provider);
    return provider;
  }

  /** Lays a value over the stack's JSON, at a path of names joined by dots. */
  override addOverride(path: string, value: unknown): void {
    super.addOverride(path, value);
    this.#overrides.add(path, value);
  }

  /** Nothing: the backend is there, and what else cdktf does here `toTerraform` does on its way. */
  override prepareStack(): void {
    return;
  }

  /**
   * Called where another stack refers to a resource of this one.
   * @throws InputError LZ-STACK-4 always: it would read this stack's state, secrets included, and wait for its apply
   */
  override registerOutgoingCrossStackReference(reference: string): TerraformOutput {
    throw this.#crossing('another stack refers to a resource of this one', reference);
  }

  /**
   * Called where this stack refers to a resource of one that isn't an AccountStack.
   * @throws InputError LZ-STACK-4 always
   */
  override registerIncomingCrossStackReference(from: TerraformStack): TerraformRemoteState {
    throw this.#crossing('refers to a resource of another stack', from.node.id);
  }

  #crossing(problem: string, got: string): InputError {
    const remedy = 'pass a value that both compute from the configuration, or leave the id in an SSM parameter and read it there';
    return InputError.of({ subject: `stack ${this.node.id}`, problem, got: asWritten(got), remedy, code: 'LZ-STACK-4' });
  }

  #document(): unknown {
    try {
      return stackJson(this, this.#overrides);
    } catch (error) {
      // cdktf writes the story of the token into the message, which is complete without it.
      throw error instanceof InputError ? new InputError(error.problems) : error;
    }
  }

  /**
   * The stack's JSON, after every escape hatch.
   * @throws InputError LZ-STACK-1 too many resources, LZ-STACK-2 a tag that repeats a default one, LZ-STACK-4
   */
  override toTerraform(): unknown {
    const json = this.#document() as { resource?: Record<string, Record<string, { tags?: Record<string, string> }>> };
    const resources = Object.entries(json.resource ?? {}).flatMap(([type, named]) =>
      Object.entries(named).map(([name, body]) => ({ address: `${type}.${name}`, body })),
    );
    if (resources.length > MOST_RESOURCES) {
      const remedy =
        'split the network in two, or use fewer tiers or zones: a stack is never split by itself, since its name is the key of its state';
      throw InputError.of({
        subject: `stack ${this.node.id}`,
        problem: `a stack holds at most ${String(MOST_RESOURCES)} resources`,
        got: String(resources.length),
        remedy,
        code: 'LZ-STACK-1',
      });
    }
    for (const { address, body } of resources) this.#refuseRepeatedTags(address, body.tags ?? {});
    return json;
  }

  /** A tag on a resource that repeats a default tag's key is a difference in every plan (provider issue 18311). */
  #refuseRepeatedTags(address: string, tags: Readonly<Record<string, string>>): void {
    const repeated = Object.keys(tags).find((key) => Object.hasOwn(this.tags, key));
    if (repeated === undefined) return;
    const remedy = 'leave it out here, or take it out of tags: in the configuration';
    throw InputError.of({
      subject: `${this.node.id}:${address}`,
      problem: 'a tag repeats a default tag, which every plan shows as a change',
      got: asWritten(repeated),
      remedy,
      code: 'LZ-STACK-2',
    });
  }
}
