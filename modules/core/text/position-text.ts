import type { SourcePosition } from '../intent';

/** A place in the configuration as editors open it: `landing-zone.yaml:48:9`. */
export function positionText({ file, line, column }: SourcePosition): string {
  return `${file}:${String(line)}:${String(column)}`;
}
