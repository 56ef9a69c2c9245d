import { isRecord, type JsonRecord, listOf } from '../../model/json';
import type { Json, StackDocument } from '../../model/universe';

/** What a document says of addresses beside its resources. */
export interface Intentions {
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Ids by the addresses that they are imported to. */
  readonly imports: ReadonlyMap<string, string>;
  /** Addresses that leave the state and stay in AWS. */
  readonly forgotten: readonly string[];
}

/** An address, as text or as an expression. */
function addressOf(json: Json | undefined): string {
  const text = typeof json === 'string' ? json : '';
  return text.replace(/^\$\{(.*)\}$/s, '$1').trim();
}

/** The `moved`, `import` and `removed` blocks of a document. */
export function intentionsOf({ roots = [] }: StackDocument): Intentions {
  const blocks = (kind: string): readonly JsonRecord[] => roots.flatMap((root) => listOf(root[kind]).filter(isRecord));
  const destroys = (block: JsonRecord): boolean =>
    listOf(block.lifecycle).some((life) => isRecord(life) && life.destroy === true);
  return {
    moves: blocks('moved').map(({ from, to }) => ({ from: addressOf(from), to: addressOf(to) })),
    imports: new Map(blocks('import').map(({ to, id }) => [addressOf(to), addressOf(id)])),
    forgotten: blocks('removed').flatMap((block) => (destroys(block) ? [] : [addressOf(block.from)])),
  };
}

/** Whether an address is another one, an instance of it, or something in it. */
function isWithin(address: string, other: string): boolean {
  return address.startsWith(other) && /^(?:$|[.[])/.test(address.slice(other.length));
}

/** Whether what is at an address leaves the state and stays. */
export function isForgotten({ forgotten }: Intentions, address: string): boolean {
  return forgotten.some((from) => from !== '' && isWithin(address, from));
}

/** The moves followed one after the other. As Terraform has it, nothing moves to where something is already. */
function movesOf({ moves }: Intentions, before: ReadonlySet<string>): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  const taken = new Set(before);
  for (const former of before) {
    let address = former;
    const seen = new Set<string>();
    for (let move = find(moves, address); move !== undefined && !seen.has(move.to); move = find(moves, address)) {
      const next = `${move.to}${address.slice(move.from.length)}`;
      if (taken.has(next)) break;
      seen.add(move.to);
      address = next;
    }
    if (address === former) continue;
    moved.set(former, address);
    taken.delete(former);
    taken.add(address);
  }
  return moved;
}

function find(moves: Intentions['moves'], address: string): Intentions['moves'][number] | undefined {
  return moves.find(({ from }) => from !== '' && isWithin(address, from));
}

/** New addresses by the former ones: by `moved` blocks, and as Terraform moves by itself where `count` comes or goes. */
export function movesBetween(before: StackDocument, after: StackDocument): ReadonlyMap<string, string> {
  const addresses = ({ resources }: StackDocument): ReadonlySet<string> => new Set(resources.map(({ address }) => address));
  const [was, will] = [addresses(before), addresses(after)];
  const moves = new Map(movesOf(intentionsOf(after), was));
  for (const address of was) {
    if (will.has(address) || moves.has(address)) continue;
    const other = address.endsWith('[0]') ? address.slice(0, -3) : `${address}[0]`;
    if (will.has(other) && !was.has(other)) moves.set(address, other);
  }
  return moves;
}
