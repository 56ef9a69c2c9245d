import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';

import { iamArn } from '../core/aws/arn';
import { asWritten, InputError } from '../core/input-error';
import { type Account, LayerStack, type LayerStackProps, type WrittenResource, writtenResources } from './stack/layer-stack';

/** The providers that the output takes: nothing is used that only one of the two majors has. */
export const AWS_PROVIDER_RANGE = '>= 5.100.0, < 7.0.0';

/** One stack's place, and the provider's settings. */
export interface AccountStackProps extends LayerStackProps {
  /** The provider's default tags. @default {} */
  readonly tags?: Readonly<Record<string, string>>;
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

/** A stack that writes to an AWS account. */
export class AccountStack extends LayerStack {
  readonly tags: Readonly<Record<string, string>>;
  readonly #others = new Map<string, AwsProvider>();

  constructor(scope: Construct, { tags = {}, ...props }: AccountStackProps) {
    super(scope, props);
    this.tags = tags;
    new AwsProvider(this, 'aws', providerConfig(props.account, props.region, tags));
    this.requireProvider('aws', { source: 'hashicorp/aws', version: AWS_PROVIDER_RANGE });
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

  /**
   * The stack's JSON, after every escape hatch.
   * @throws InputError LZ-STACK-1, LZ-STACK-2 a tag that repeats a default one, LZ-STACK-4
   */
  override toTerraform(): unknown {
    const json = super.toTerraform();
    for (const resource of writtenResources(json)) this.#refuseRepeatedTag(resource);
    return json;
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
