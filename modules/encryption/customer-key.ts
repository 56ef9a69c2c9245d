import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import type { KmsGrant } from '@cdktf/provider-aws/lib/kms-grant';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';

import type { Place } from '../core/aws/arn';
import { asWritten, InputError, ProblemList, withSubject } from '../core/input-error';
import { resourceName, type ResourceName } from '../core/resource-name';
import { define, placeOf, type PlaceProps, subjectOf } from '../terraform';
import { checkAlias } from './alias';
import { defineGrant, type KeyGrantProps } from './key-grant';
import { keyPolicy, type KeyPolicyProps } from './key-policy';

/** A customer managed key. */
export interface CustomerKeyProps extends PlaceProps, KeyPolicyProps {
  /** Like alias/acme/logs. */
  readonly alias: string;
  /** What the key is for, in one sentence. */
  readonly description: string;
  /** AWS makes new key material this often; what was encrypted stays readable. @default 365 @source KMS: 90 to 2560 */
  readonly rotationPeriodDays?: number;
  /** How long a deletion can be taken back. @default 30 @source KMS: 7 to 30 */
  readonly deletionWindowDays?: number;
  /** Whether replicas in other Regions may come; it can't be changed later. @default false */
  readonly multiRegion?: boolean;
  /** Ready to be destroyed: nothing is protected any more. @default false */
  readonly closing?: boolean;
}

function checkDays(what: string, days: number, [least, most]: readonly [number, number], code: 'LZ-KEY-6' | 'LZ-KEY-7'): void {
  if (Number.isInteger(days) && days >= least && days <= most) return;
  const nearest = Math.min(most, Math.max(least, Math.round(days) || least));
  const remedy = `use ${String(nearest)}`;
  throw InputError.of({ problem: `${what} is ${String(least)} to ${String(most)} days`, got: asWritten(days), remedy, code });
}

/** @source KMS API reference, CreateKey, Description */
function checkDescription(description: string): void {
  if (description.trim() !== '' && description.length <= 8192) return;
  const remedy = 'say in one sentence what the key is for';
  const got = description.length > 8192 ? `${String(description.length)} characters` : asWritten(description);
  throw InputError.of({ problem: 'a description has 1 to 8192 characters', got, remedy, code: 'LZ-KEY-16' });
}

/** What a key's props come to, checked. */
function read(subject: string, props: CustomerKeyProps, place: Place): { policy: string; rotation: number; window: number } {
  const { alias, description, rotationPeriodDays: rotation = 365, deletionWindowDays: window = 30, multiRegion = false } = props;
  const problems = new ProblemList();
  problems.attempt(subject, () => checkAlias(alias));
  problems.attempt(subject, () => checkDescription(description));
  problems.attempt(subject, () => checkDays('a rotation period', rotation, [90, 2560], 'LZ-KEY-6'));
  problems.attempt(subject, () => checkDays('a deletion window', window, [7, 30], 'LZ-KEY-7'));
  const policy = problems.attempt(subject, () => keyPolicy(props, place, multiRegion)) ?? '';
  problems.throwIfAny();
  return { policy, rotation, window };
}

/**
 * A customer managed key with its policy and alias. It is symmetric, as every service here wants it, and rotated; only its
 * administrators change it. Until it is closing, Terraform refuses to destroy it.
 */
export class CustomerKey extends Construct {
  /** The underlying resource. */
  readonly resource: KmsKey;
  readonly alias: KmsAlias;
  readonly place: Place;
  /** As it was made: replicas follow it. */
  readonly props: CustomerKeyProps;
  readonly #subject: string;
  readonly #name: ResourceName;

  /** @throws InputError LZ-KEY-1 to LZ-KEY-13, LZ-KEY-16, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6: everything that is wrong */
  constructor(scope: Construct, id: string, props: CustomerKeyProps) {
    super(scope, id);
    this.#subject = subjectOf(scope, id, 'CustomerKey');
    this.#name = resourceName(id);
    this.props = props;
    this.place = placeOf(scope, this.#subject, props);
    const { policy, rotation, window } = read(this.#subject, props, this.place);
    const { alias, description, multiRegion = false, closing = false } = props;
    this.resource = define(this, KmsKey, this.#name, {
      description,
      policy,
      enableKeyRotation: true,
      rotationPeriodInDays: rotation,
      deletionWindowInDays: window,
      multiRegion,
      tags: { Name: alias },
      ...(closing ? {} : { lifecycle: { preventDestroy: true } }),
    });
    this.alias = define(this, KmsAlias, this.#name, { name: alias, targetKeyId: this.resource.keyId });
  }

  /** What other resources and policies name. */
  get arn(): string {
    return this.resource.arn;
  }

  get keyId(): string {
    return this.resource.keyId;
  }

  /** Like alias/acme/logs. */
  get aliasName(): string {
    return this.props.alias;
  }

  /**
   * Gives use of the key outside its policy, to somebody who is known late or for a while.
   * @param id what the grant is for; part of its address
   * @throws InputError LZ-KEY-14, LZ-ARN-n
   */
  grant(id: string, props: KeyGrantProps): KmsGrant {
    return withSubject(`${this.#subject} grant ${asWritten(id)}`, () =>
      defineGrant(this, resourceName(this.#name, id), this.keyId, this.place.region, props),
    );
  }
}
