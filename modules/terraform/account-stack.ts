import { AwsProvider, type AwsProviderConfig } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';

import { iamArn } from '../core/aws/arn';
import { asWritten, InputError } from '../core/input-error';
import { credentialsFile, credentialsTag, declareRunCredentials } from './run-credentials';
import { type Account, LayerStack, type LayerStackProps, type WrittenResource, writtenResources } from './stack/layer-stack';

/** The providers that the output takes: nothing is used that only one of the two majors has. */
export const AWS_PROVIDER_RANGE = '>= 5.100.0, < 7.0.0';

/** Where the provider's credentials come from. */
export interface RunCredentials {
  /** The policy, by its ARN, that bounds every role and user made with them. */
  readonly permissionsBoundary: string;
}

/** One stack's place, and the provider's settings. */
export interface AccountStackProps extends LayerStackProps {
  /** The provider's default tags. @default {} */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Each run brings credentials of its own for every account that it writes to, instead of one that assumes the roles of
   * all. @default - the accounts' roles are assumed
   */
  readonly runCredentials?: RunCredentials;
}

/** What IAM bounds. */
const BOUNDED = ['aws_iam_role', 'aws_iam_user'];

/** A stack that writes to an AWS account. */
export class AccountStack extends LayerStack {
  readonly tags: Readonly<Record<string, string>>;
  readonly #runCredentials: RunCredentials | undefined;
  readonly #own: AwsProvider;
  readonly #others = new Map<string, { readonly account: Account; readonly provider: AwsProvider }>();

  constructor(scope: Construct, { tags = {}, runCredentials, ...props }: AccountStackProps) {
    super(scope, props);
    this.tags = tags;
    this.#runCredentials = runCredentials;
    this.#own = new AwsProvider(this, 'aws', {
      ...this.#settings(props.account, props.region),
      ...(runCredentials === undefined ? assumedRole(props.account, props.region) : {}),
    });
    this.requireProvider('aws', { source: 'hashicorp/aws', version: AWS_PROVIDER_RANGE });
  }

  /** The provider for another account, made once: for what has to be read or accepted there. */
  providerFor(account: Account, region: string): AwsProvider {
    const alias = `${account.name}_${region}`;
    const known = this.#others.get(alias);
    if (known !== undefined) return known.provider;
    const provider = new AwsProvider(this, `aws ${alias}`, {
      ...this.#settings(account, region),
      ...(this.#runCredentials === undefined
        ? assumedRole(account, region)
        : { sharedConfigFiles: [this.#fileFor(credentialsTag(account.name))] }),
      alias,
    });
    this.#others.set(alias, { account, provider });
    return provider;
  }

  /** The other accounts that it writes to or reads from, each once, in the order in which they were asked for. */
  get otherAccounts(): readonly Account[] {
    const all = [...this.#others.values()].map(({ account }) => account);
    return [...new Map(all.map((account) => [account.id, account])).values()];
  }

  #settings(account: Account, region: string): AwsProviderConfig {
    return {
      region,
      // A wrong account stops before anything is planned.
      allowedAccountIds: [account.id],
      ...(Object.keys(this.tags).length === 0 ? {} : { defaultTags: [{ tags: this.tags }] }),
    };
  }

  /** With files for other accounts comes one for its own: what the environment has would win over the others' too. */
  #fileFor(tag: string): string {
    if (this.#others.size === 0) {
      declareRunCredentials(this);
      this.#own.sharedConfigFiles = [credentialsFile()];
    }
    return credentialsFile(tag);
  }

  /**
   * The stack's JSON, after every escape hatch.
   * @throws InputError LZ-STACK-1, LZ-STACK-2 a tag that repeats a default one, LZ-STACK-4
   */
  override toTerraform(): unknown {
    const json = super.toTerraform();
    for (const resource of writtenResources(json)) {
      this.#refuseRepeatedTag(resource);
      this.#bound(resource);
    }
    return json;
  }

  /** Whoever could make a role without the boundary could make an administrator. */
  #bound({ address, body }: WrittenResource): void {
    if (this.#runCredentials === undefined || !BOUNDED.some((type) => address.startsWith(`${type}.`))) return;
    body.permissions_boundary ??= this.#runCredentials.permissionsBoundary;
  }

  /** A tag on a resource that repeats a default tag's key is a difference in every plan (provider issue 18311). */
  #refuseRepeatedTag({ address, body: { tags = {} } }: WrittenResource): void {
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

function assumedRole({ id, role }: Account, region: string): Pick<AwsProviderConfig, 'assumeRole'> {
  return role === undefined ? {} : { assumeRole: [{ roleArn: iamArn({ accountId: id, region }, `role/${role}`) }] };
}
