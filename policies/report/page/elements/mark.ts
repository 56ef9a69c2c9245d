import { type Html, html } from '../html';

/** How something stands. Its colour says nothing that its words don't. */
export type Standing = 'good' | 'bad' | 'doubtful' | 'neutral';

/** A word with the colour of how it stands: `proven`, `broken`, `unknown`. */
export function mark(standing: Standing, word: string): Html {
  return html`<span class="mark ${standing}">${word}</span>`;
}
