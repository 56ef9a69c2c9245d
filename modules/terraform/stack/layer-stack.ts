import { type TerraformOutput, type TerraformRemoteState, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

import { asWritten, InputError } from '../../core/input-error';
import { addBackend, type Backend } from '../backend';
import { stackJson } from './stack-json';
import { StackOverrides } from './stack-overrides';

/** Terraform with S3 lock files; OpenTofu counts alike. */
export const TERRAFORM_RANGE = '>= 1.10.0';
/** Above this a plan is slow and a mistake wide. */
export const MOST_RESOURCES = 300;

/** What a stack is for; the row "which account owns what" hangs on it. */
export type Layer = 'organization' | 'workspaces' | 'delivery' | 'identity' | 'logging' | 'detection' | 'network' | 'workloads';

/** An account that a stack belongs to. */
export interface Account {
  /** The account's name in the configuration. */
  readonly name: string;
  /** Twelve digits. */
  readonly id: string;
  /** The role that Terraform assumes there. Left out: it runs in this account. */
  readonly role?: string;
}

/** One stack's place, and where its state lies. */
export interface LayerStackProps {
  readonly organization: string;
  readonly account: Account;
  readonly region: string;
  /** Global things have stacks of their own, `<account>-global-<layer>`. @default false */
  readonly global?: boolean;
  readonly layer: Layer;
  readonly backend: Backend;
}

/** A provider that a stack asks for. */
export interface ProviderRequirement {
  /** As in the registry: `hashicorp/aws`. */
  readonly source: string;
  /** The versions that the output takes. */
  readonly version: string;
}

/** `<account>-<region>-<layer>`: the name of directory, state and workspace. */
export function stackName(account: string, region: string, layer: Layer): string {
  return `${account}-${region}-${layer}`;
}

/** What of a resource's arguments stacks are held to. */
export interface WrittenBody {
  /** @default - the provider's default tags */
  readonly tags?: Readonly<Record<string, string>>;
  /** Of a role or user; the stack may have one for all. @default - none */
  permissions_boundary?: string;
}

/** A resource as it stands in a stack's JSON. */
export interface WrittenResource {
  readonly address: string;
  readonly body: WrittenBody;
}

/** All resources of a stack's JSON. */
export function writtenResources(document: unknown): WrittenResource[] {
  const { resource = {} } = document as { resource?: Record<string, Record<string, WrittenBody>> };
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => ({ address: `${type}.${name}`, body })),
  );
}

/** How large a stack may become, and what to do about a larger one. */
export interface StackLimit {
  readonly resources: number;
  readonly remedy: string;
}

/** A stack of one account, region and layer, whatever its provider: name, backend, versions, and what every stack is held to. */
export abstract class LayerStack extends TerraformStack {
  readonly account: Account;
  readonly region: string;
  readonly layer: Layer;
  readonly #overrides = new StackOverrides();

  constructor(scope: Construct, { organization, account, region, global = false, layer, backend }: LayerStackProps) {
    const name = stackName(account.name, global ? 'global' : region, layer);
    super(scope, name);
    this.account = account;
    this.region = region;
    this.layer = layer;
    addBackend(this, backend, organization, name);
    this.addOverride('terraform.required_version', TERRAFORM_RANGE);
  }

  /** Its limit; none where it is undefined. */
  protected get limit(): StackLimit | undefined {
    const remedy =
      'split the network in two, or use fewer tiers or zones: a stack is never split by itself, since its name is the key of its state';
    return { resources: MOST_RESOURCES, remedy };
  }

  /** Says which provider the stack takes, by the name that its resources begin with. */
  protected requireProvider(name: string, { source, version }: ProviderRequirement): void {
    this.addOverride(`terraform.required_providers.${name}.source`, source);
    this.addOverride(`terraform.required_providers.${name}.version`, version);
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
   * Called where this stack refers to a resource of one that isn't a LayerStack.
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
   * @throws InputError LZ-STACK-1 too many resources, LZ-STACK-4
   */
  override toTerraform(): unknown {
    const json = this.#document();
    const count = writtenResources(json).length;
    const { limit } = this;
    if (limit !== undefined && count > limit.resources) {
      throw InputError.of({
        subject: `stack ${this.node.id}`,
        problem: `a stack holds at most ${String(limit.resources)} resources`,
        got: String(count),
        remedy: limit.remedy,
        code: 'LZ-STACK-1',
      });
    }
    return json;
  }
}
