import { type DeliverableStack, readOutput } from '../request';

/** An account and Region that stacks write to, and a role of theirs that reads there. */
export interface Place {
  readonly account: string;
  readonly region: string;
  /** The ARN of a role that plans. */
  readonly role: string;
}

interface StackJson {
  readonly provider?: {
    readonly aws?: readonly { readonly region?: string; readonly allowed_account_ids?: readonly string[] }[];
  };
}

function accountOf(roleArn: string): string {
  return roleArn.split(':')[4] ?? '';
}

/** The places of one stack: each of its providers writes to one. */
function ofStack({ folder, roles }: DeliverableStack): readonly Place[] {
  const { provider } = readOutput(folder, 'cdk.tf.json', 'synthesise again: plinth synth') as StackJson;
  return [roles.own, ...Object.values(roles.others)].flatMap(({ plan: role }) => {
    const account = accountOf(role);
    const regions = (provider?.aws ?? []).flatMap(({ region, allowed_account_ids: accounts = [] }) =>
      region !== undefined && accounts.includes(account) ? [region] : [],
    );
    return regions.map((region) => ({ account, region, role }));
  });
}

/**
 * Every place that the stacks write to, once: whichever stack's role reads it, it reads the same.
 * @throws InputError LZ-DELIVER-1 a stack that can't be read
 */
export function placesOf(stacks: readonly DeliverableStack[]): readonly Place[] {
  const places = new Map(stacks.flatMap(ofStack).map((place) => [`${place.account} ${place.region}`, place]));
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}
