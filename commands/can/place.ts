import { isAccountId } from '../../modules/core/aws/arn';
import { REGION } from '../../modules/core/aws/region';
import { asWritten, type ProblemList } from '../../modules/core/input-error';
import type { ResourceFact, Universe } from '../../policies/model/universe';

/** Where resources are taken to be whose documents don't tell. */
export interface AssumedPlace {
  readonly account?: string;
  readonly region?: string;
}

const A_REGION = new RegExp(`^${REGION}$`);

/** Tells what isn't an account id or Region. */
export function checkPlace({ account, region }: AssumedPlace, problems: ProblemList): void {
  if (account !== undefined && !isAccountId(account)) {
    const problem = 'this is not an account id';
    problems.add({ subject: '--account', problem, got: asWritten(account), remedy: 'write its twelve digits', code: 'LZ-CAN-9' });
  }
  if (region !== undefined && !A_REGION.test(region)) {
    const problem = 'this is not a Region';
    problems.add({ subject: '--region', problem, got: asWritten(region), remedy: 'write it like eu-west-1', code: 'LZ-CAN-10' });
  }
}

/** The documents, with a place for each resource whose own isn't told. */
export function placedIn(universe: Universe, { account, region }: AssumedPlace): Universe {
  if (account === undefined && region === undefined) return universe;
  const placed = (fact: ResourceFact): ResourceFact => ({
    ...(account === undefined ? {} : { accountId: account }),
    ...(region === undefined ? {} : { region }),
    ...fact,
  });
  return { ...universe, stacks: universe.stacks.map((stack) => ({ ...stack, resources: stack.resources.map(placed) })) };
}
