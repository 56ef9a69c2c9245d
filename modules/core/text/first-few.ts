/** The first of some names, and how many more there are: `a, b and 3 more`. */
export function firstFew(names: readonly string[], most: number, between = ', ', before = ' and '): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(between)}${more > 0 ? `${before}${String(more)} more` : ''}`;
}
