import { STACK, type Resources } from '../../../reachability/cases/terraform';

/** One way to open something, or to only look as if. */
export interface EvasionRow {
  /** What it shows, as a statement. */
  readonly name: string;
  readonly network: Resources;
  /**
   * What the exposure rules find, and nothing else: `<verdict> <rule> <address>: <problem> | <witness>`. What AWS's own default ACL
   * lets in is left out: it stands behind most rows.
   */
  readonly finds: readonly string[];
}

/** Names of resources without their stack. */
export function withoutStack(text: string): string {
  return text.replaceAll(`${STACK}:`, '');
}
