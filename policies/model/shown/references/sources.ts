import type { Target } from '../../term';
import { fitOf } from './noun';

/** Where a value that isn't known may come from. */
export interface Sources {
  /** It is an id of one of these… */
  readonly targets: readonly Target[];
  /** …or something else, and why. @default - it is one of them */
  readonly other?: string;
  /** Of a set: some of them may be left out. @default - each is written out */
  readonly picked?: boolean;
}

/** It comes from none: everything that it refers to is known. */
export const NONE: Sources = { targets: [] };

/** Whether there is nothing that it comes from. */
export function isNone({ targets, other }: Sources): boolean {
  return targets.length === 0 && other === undefined;
}

/** Somewhere that a plan doesn't show. */
export function elsewhere(why: string): Sources {
  return { targets: [], other: why };
}

/** All of them together, each target once. */
export function unite(parts: readonly Sources[]): Sources {
  const targets = new Map(parts.flatMap((part) => part.targets.map((target) => [`${target.key}\n${target.attribute}`, target])));
  const reasons = [...new Set(parts.flatMap(({ other }) => other ?? []))];
  const picked = parts.some((part) => part.picked === true);
  return { targets: [...targets.values()], ...(reasons.length > 0 ? { other: reasons.join('; ') } : {}), picked };
}

/** What an argument asks for. */
export interface Wanted {
  /** What it calls the resource that it names. */
  readonly noun: string;
  /** Its own name. */
  readonly argument: string;
  /** Several at once: a set. */
  readonly plural: boolean;
  /** What its neighbours in the same block ask for. */
  readonly beside: readonly string[];
  /**
   * The references belong to several values together, of which this is one: those that can't name what is asked for
   * belong to the others.
   */
  readonly mixed: boolean;
}

/** Whether a resource of this name is what is asked for, and no neighbour asks for it more exactly; what has none isn't. */
export function isFit({ noun, beside }: Wanted, offered: string | undefined): boolean {
  if (offered === undefined) return false;
  const fit = fitOf(noun, offered);
  return fit > 0 && beside.every((other) => fitOf(other, offered) <= fit);
}
