import { Reference, type Term, Unknown } from '../../term';
import type { Sources, Wanted } from './sources';

/** Beyond this many that may be in a set, listing them costs more than it tells. */
const MOST_PICKED = 32;

/**
 * What an argument is, by where its value comes from.
 *
 * A set of ids that aren't known tells nothing of its size. Where each is written out (`[aws_subnet.a.id, aws_subnet.b.id]`)
 * it holds each. Else (`aws_subnet.a[*].id`, which looks the same as a slice of it) it holds some of n, at least one: that
 * is a list of n references to all n, of which several may be the same. So elements of one list are no claims for the
 * pigeonhole. Unless it is `closed`, ids written by hand may stand beside them, and an `Unknown` for any number of those.
 */
export function termOf(sources: Sources, wanted: Wanted, unknown: Unknown, closed: boolean): Term {
  const { targets, other, picked } = sources;
  const [first, ...rest] = targets;
  if (other !== undefined) return new Unknown(other);
  if (first === undefined) return unknown;
  const all = new Reference([first, ...rest]);
  if (!wanted.plural) return all;
  if (picked === true && targets.length > MOST_PICKED) return unknown;
  const ids = picked === true ? targets.map(() => all) : targets.map((target) => new Reference([target]));
  return closed
    ? ids
    : [...ids, new Unknown("a plan doesn't show ids that are written by hand: judge the state after the apply")];
}
