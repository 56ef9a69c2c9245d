import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

import type { Place } from '../core/aws/arn';
import { InputError } from '../core/input-error';
import { AccountStack } from './account-stack';

/** Where a construct stands, for library users whose stack is not an AccountStack. */
export interface PlaceProps {
  /** @default - the AccountStack's */
  readonly region?: string;
  /** Twelve digits. @default - the AccountStack's */
  readonly accountId?: string;
}

/** How errors name a construct that is about to be made: `Vpc "stack/shop"`. */
export function subjectOf(scope: Construct, id: string, noun: string): string {
  return `${noun} "${scope.node.path === '' ? id : `${scope.node.path}/${id}`}"`;
}

/**
 * Account and Region of a construct: what its props state, else its AccountStack's.
 * @throws InputError LZ-STACK-6 where neither says
 */
export function placeOf(scope: Construct, subject: string, { region, accountId }: PlaceProps): Place {
  const stack = TerraformStack.of(scope);
  const home = stack instanceof AccountStack ? { region: stack.region, accountId: stack.account.id } : undefined;
  const place = { region: region ?? home?.region, accountId: accountId ?? home?.accountId };
  if (place.region !== undefined && place.accountId !== undefined) return { region: place.region, accountId: place.accountId };
  const remedy = 'give both, or make it in an AccountStack';
  throw InputError.of({ subject, problem: 'region or accountId is missing', remedy, code: 'LZ-STACK-6' });
}
