import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsReplicaKey } from '@cdktf/provider-aws/lib/kms-replica-key';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

import type { Place } from '../core/aws/arn';
import { asWritten, ProblemList, withSubject } from '../core/input-error';
import { partitionOf } from '../core/aws/partition';
import { resourceName } from '../core/resource-name';
import { define, subjectOf } from '../terraform';
import type { CustomerKey } from './customer-key';
import { keyPolicy } from './key-policy';

/** Where a replica stands. */
export interface ReplicaKeyProps {
  /** The multi-Region key in the same stack. */
  readonly primary: CustomerKey;
  /** A provider of the same account in the other Region. */
  readonly provider: TerraformProvider;
  /** The provider's. */
  readonly region: string;
}

function checkReplica({ primary, region }: ReplicaKeyProps): void {
  const problems = new ProblemList();
  const code = 'LZ-KEY-15';
  const { alias, multiRegion = false } = primary.props;
  if (!multiRegion) {
    const remedy = 'set multiRegion on it; a key that is there already is replaced by that';
    problems.add({ subject: '', problem: 'the primary is no multi-Region key', got: asWritten(alias), remedy, code });
  }
  if (region === primary.place.region) {
    const remedy = 'name the Region of its provider';
    problems.add({
      subject: '',
      problem: 'a replica stands in another Region than its primary',
      got: asWritten(region),
      remedy,
      code,
    });
  }
  if (partitionOf(region) !== partitionOf(primary.place.region)) {
    const remedy = `choose a Region of ${partitionOf(primary.place.region)}`;
    problems.add({
      subject: '',
      problem: 'a replica stands in the partition of its primary',
      got: asWritten(region),
      remedy,
      code,
    });
  }
  problems.throwIfAny();
}

/**
 * A replica of a multi-Region key: the same key material under the same id, with an alias of the same name. KMS shares no
 * policy between Regions, so the primary's is written again for this one. Rotation is the primary's.
 * @source KMS developer guide, "Multi-Region keys": shared properties
 */
export class ReplicaKey extends Construct {
  /** The underlying resource. */
  readonly resource: KmsReplicaKey;
  readonly alias: KmsAlias;
  readonly place: Place;

  /** @throws InputError LZ-KEY-15, and what the policy of this Region has against it */
  constructor(scope: Construct, id: string, props: ReplicaKeyProps) {
    super(scope, id);
    const subject = subjectOf(scope, id, 'ReplicaKey');
    const { primary, provider, region } = props;
    withSubject(subject, () => checkReplica(props));
    this.place = { accountId: primary.place.accountId, region };
    const { alias, description, deletionWindowDays = 30, closing = false } = primary.props;
    const name = resourceName(id);
    this.resource = define(this, KmsReplicaKey, name, {
      provider,
      primaryKeyArn: primary.arn,
      description,
      policy: withSubject(subject, () => keyPolicy(primary.props, this.place, true)),
      deletionWindowInDays: deletionWindowDays,
      tags: { Name: alias },
      ...(closing ? {} : { lifecycle: { preventDestroy: true } }),
    });
    this.alias = define(this, KmsAlias, name, { provider, name: alias, targetKeyId: this.resource.keyId });
  }

  /** What resources of this Region name. */
  get arn(): string {
    return this.resource.arn;
  }
}
