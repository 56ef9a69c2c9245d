import type { ResourceFact } from '../../universe';
import type { Unknown } from '../../term';
import type { Gap } from '../network-facts';

function textOf({ key, argument, why }: Gap): string {
  return [key, argument, why].join('\n');
}

/** What the documents don't tell, collected while they are read. */
export class Gaps {
  private readonly noted = new Map<string, Gap>();

  /** What can't be seen of a whole document. */
  noteDocument(stack: string, { why }: Unknown): void {
    const gap = { key: stack, argument: 'document', why };
    this.noted.set(textOf(gap), gap);
  }

  /** Notes it, and hands it on. */
  note(origin: ResourceFact, argument: string, unknown: Unknown): Unknown {
    const gap = { key: origin.key, argument, why: unknown.why };
    this.noted.set(textOf(gap), gap);
    return unknown;
  }

  /** By resource, argument and reason, each once: the order of resources doesn't show. */
  list(): readonly Gap[] {
    return [...this.noted].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, gap]) => gap);
  }
}
