/** `1 network`, `2 networks`, `0 networks`: for nouns that take an s. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
