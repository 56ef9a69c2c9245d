import { GroupScreen } from '../../../../../policies/reachability/proof/matrix/group-screen';
import { Prover } from '../../../../../policies/reachability/prover';
import type { End } from '../../../../../policies/reachability/query';
import { ALL, type Facts } from '../../facts';

type Pair = readonly [from: End, to: End];

/** What the screen refuses of some pairs, and where the prover knows that something arrives, or may: the law says nowhere. */
export function refusedBy(
  { facts }: Facts,
  pairs: readonly Pair[],
): { readonly count: number; readonly arriving: readonly Pair[] } {
  const screen = new GroupScreen(facts);
  const prover = new Prover(facts);
  const refused = pairs.filter(([from, to]) => !screen.mayPass(from, to));
  const any = { from: 0, to: 65535 };
  const arriving = refused.filter(([from, to]) => prover.connections(from, to, 'v4', 'lenient', ALL, any).arrives.length > 0);
  return { count: refused.length, arriving };
}
