/** Colours are for people at a terminal who didn't ask for none (no-color.org). */
export function wantsColours({ NO_COLOR, TERM }: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  return isTerminal && (NO_COLOR ?? '') === '' && TERM !== 'dumb';
}
