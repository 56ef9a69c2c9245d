/** Where progress is told. */
export interface Report {
  /** What is done next. */
  readonly step: (line: string) => void;
  /** What only --verbose shows. */
  readonly detail: (line: string) => void;
}

/** What the command hears of the stream that it tells its progress to. */
export interface Screen {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  /** Honours NO_COLOR and FORCE_COLOR. */
  readonly hasColors?: () => boolean;
}

const DIM = ['\u001b[2m', '\u001b[22m'] as const;

/** Progress on standard error: quiet for programs, which read one JSON document. */
export function reportOn(screen: Screen, { json, verbose }: { readonly json: boolean; readonly verbose: boolean }): Report {
  const silent = (): void => undefined;
  if (json) return { step: silent, detail: silent };
  const colored = screen.isTTY === true && screen.hasColors?.() === true;
  const [dim, bright] = colored ? DIM : ['', ''];
  return {
    step: (line) => void screen.write(`  ${line}\n`),
    detail: verbose ? (line) => void screen.write(`  ${dim}· ${line}${bright}\n`) : silent,
  };
}
