/** Names and texts of foreign documents steer no terminal. */
export function harmless(text: string): string {
  return text.replace(/\p{Cc}|\p{Bidi_Control}/gu, '\uFFFD');
}
