/** The lines of the list: where it is from, the stack, the Terraform address. Sorted, so that branches merge. */
export function linesOf(stacks) {
  const lines = stacks.flatMap(({ source, stack, document }) =>
    Object.entries(document.resource ?? {}).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${source} ${stack} ${type}.${name}`),
    ),
  );
  return lines.sort();
}

/** Where `moved` blocks say that a line's resource went: line before to line now. */
function movesOf(stacks) {
  return new Map(
    stacks.flatMap(({ source, stack, document }) =>
      [document.moved ?? []].flat().map(({ from, to }) => [`${source} ${stack} ${from}`, `${source} ${stack} ${to}`]),
    ),
  );
}

const addressIn = (line) => line.split(' ').at(-1);
const isTold = (address, notes) => notes.includes(`\`${address}\``);

/**
 * What became of the addresses that the last release had. Whoever upgrades has them in their states: a moved one goes into
 * UPGRADE.md by itself, a destroyed one has to be told there by whoever wants that, and none just goes.
 */
export function compareAddresses(released, stacks, notes) {
  const now = new Set(linesOf(stacks));
  const moves = movesOf(stacks);
  const vanished = released.filter((line) => !now.has(line));
  const moved = vanished.filter((line) => now.has(moves.get(line)));
  const rows = moved.map((line) => [addressIn(line), addressIn(moves.get(line))]);
  const untold = [...new Map(rows)].filter(([from, to]) => !isTold(from, notes) || !isTold(to, notes));
  const lost = vanished.filter((line) => !moved.includes(line) && !isTold(addressIn(line), notes));
  return { untold, lost };
}
