/** Levenshtein distance, with a swap of two neighbours counted once. */
function distance(a: string, b: string): number {
  const cells = new Map<string, number>();
  const at = (i: number, j: number): number =>
    i === 0 || j === 0 ? i + j : (cells.get(`${String(i)} ${String(j)}`) ?? Infinity);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      cells.set(`${String(i)} ${String(j)}`, best);
    }
  }
  return at(a.length, b.length);
}

/** The candidate nearest to what was written, if one is near enough to be meant: a third of its letters may differ. */
export function findNearest(written: string, candidates: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  // Of a single letter, like a zone's, every other one would be near.
  const most = written.length < 2 ? 0 : Math.max(1, Math.floor(written.length / 3));
  let least = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= least) continue;
    const away = distance(written.toLowerCase(), candidate.toLowerCase());
    if (away < least) [nearest, least] = [candidate, away];
  }
  return nearest;
}

/** The remedy for an unknown name: the one that was probably meant, else all there are. */
export function suggestName(written: string, candidates: Iterable<string>): string {
  const known = [...candidates];
  const nearest = findNearest(written, known);
  if (nearest !== undefined) return `did you mean "${nearest}"?`;
  return known.length === 0 ? 'there is none to choose from' : `use one of ${known.map((name) => `"${name}"`).join(', ')}`;
}
