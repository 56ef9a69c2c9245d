import fc from 'fast-check';

import { HOME, OTHER } from '../../../../iam';
import type { AclGrant, Bucket, PolicyJson, StatementJson } from '../../../../iam';
import { isLike, wildcards } from '../../../../iam/pattern';
import type { BucketSide } from '../../../../../policies/iam/policy-set';
import { BLOCK_SWITCHES, type BlockSwitch } from '../../../../../policies/model/identity/bucket-gates';
import { Unknown } from '../../../../../policies/model/term';
import type { Dice } from '../../../reachability/oracle/random/dice';

/** What S3 says of a bucket; `hidden`: nobody tells. */
export interface DrawnBucket {
  readonly block: Readonly<Record<BlockSwitch, boolean | 'hidden'>>;
  readonly acls: boolean | 'hidden';
  /** Groups by their names, and `somebody`: an account whose number nobody tells. */
  readonly acl: readonly AclGrant[] | 'hidden';
  readonly isStored: boolean;
}

const PERMISSIONS = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL'] as const;
const GRANTEES = { AllUsers: 'everybody', AuthenticatedUsers: 'authenticated', somebody: 'other' } as const;
const TO = Object.keys(GRANTEES) as (keyof typeof GRANTEES)[];

export function buckets(isOpen: boolean): fc.Arbitrary<DrawnBucket> {
  const hidden = fc.constant<'hidden'>('hidden');
  const told = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | 'hidden'> =>
    isOpen ? fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: hidden }) : arbitrary;
  const one = told(fc.boolean());
  const grant = fc.record({ to: fc.constantFrom(...TO), permission: fc.constantFrom(...PERMISSIONS) });
  return fc.record({
    block: fc.record({
      blockPublicAcls: one,
      ignorePublicAcls: one,
      blockPublicPolicy: one,
      restrictPublicBuckets: one,
    }),
    acls: told(fc.constantFrom(true, false, false)),
    acl: told(fc.array(grant, { maxLength: 2 })),
    // What may not be stored is never all told.
    isStored: isOpen ? fc.boolean() : fc.constant(true),
  });
}

/** As the documents tell it. */
export function toldBucket({ block, acls, acl, isStored }: DrawnBucket): BucketSide {
  const told = <T>(value: T | 'hidden'): T | Unknown => (value === 'hidden' ? new Unknown('hidden') : value);
  const switches = Object.fromEntries(BLOCK_SWITCHES.map((name) => [name, told(block[name])]));
  const grants = told(acl);
  return {
    name: 'the ACL',
    block: switches as BucketSide['block'],
    acls: told(acls),
    grants:
      grants instanceof Unknown
        ? grants
        : grants.map(({ to, permission }) => ({ grantee: GRANTEES[to as keyof typeof GRANTEES], permission })),
    isStored,
  };
}

const letsPut = ({ Action: actions = [], NotAction: spared }: StatementJson): boolean =>
  spared !== undefined ||
  [actions]
    .flat()
    .some((action) => ['s3:putobject', 's3:replicateobject'].some((put) => isLike(wildcards(action.toLowerCase()), put)));

/** Whether somebody who isn't of the home account may be let write: objects are his then. */
function mayBeForeign(policies: readonly PolicyJson[], acl: readonly AclGrant[], owner: string): boolean {
  const all = policies.flatMap(({ Statement: own }) => own as readonly StatementJson[]);
  const byPolicy = all.some(({ Effect: effect, Principal: named, ...statement }) => {
    const texts = named === undefined || named === '*' ? ['*'] : Object.values(named).flat();
    return effect === 'Allow' && letsPut({ Effect: effect, ...statement }) && texts.some((text) => !text.includes(owner));
  });
  return byPolicy || acl.some(({ permission }) => permission === 'WRITE' || permission === 'FULL_CONTROL');
}

/** One way in which a bucket may turn out: what isn't told, and what its objects are, which no document tells. */
export function completedBucket(drawn: DrawnBucket, policies: readonly PolicyJson[], owner: string, dice: Dice): Bucket {
  const told = (value: boolean | 'hidden'): boolean => (value === 'hidden' ? dice.chance(0.5) : value);
  const grant = (): AclGrant => ({ to: dice.pick(TO), permission: dice.pick(PERMISSIONS) });
  const named = ({ to, permission }: AclGrant): AclGrant => ({
    to: to === 'somebody' ? dice.pick([HOME, OTHER]) : to,
    permission,
  });
  const asDrawn = drawn.acl === 'hidden' ? [grant()] : drawn.acl;
  const isRefused = !drawn.isStored && drawn.block.blockPublicAcls !== false && asDrawn.some(({ to }) => to !== 'somebody');
  const acl = isRefused && dice.chance(0.5) ? [] : asDrawn.map(named);
  const others = mayBeForeign(policies, acl, owner) ? [HOME, OTHER] : [owner];
  return {
    ignorePublicAcls: told(drawn.block.ignorePublicAcls),
    restrictPublicBuckets: told(drawn.block.restrictPublicBuckets),
    acls: told(drawn.acls),
    acl,
    ...(dice.chance(0.7) ? { objectOwner: dice.pick(others) } : {}),
    objectAcl: dice.chance(0.5) ? [named(grant())] : [],
  };
}
