/** A fenced block of a document. */
export interface Block {
  /** `README.md:12`, the line of its fence. */
  readonly at: string;
  /** The first word behind the fence. */
  readonly language: string;
  /** What else stands there: `file=examples/one-vpc/main.ts`; a word alone has the value ''. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const FENCE = /^(\s*)(`{3,})\s*(\S*)\s*(.*)$/;

function attributesOf(info: string): Record<string, string> {
  return Object.fromEntries(
    [...info.matchAll(/(\w+)(?:=(?:"([^"]*)"|(\S+)))?/g)].map(([, name = '', quoted, bare]) => [name, quoted ?? bare ?? '']),
  );
}

/** The fenced blocks of a document, in its order. */
export function readBlocks(path: string, markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let n = 0; n < lines.length; n++) {
    const [, indent = '', ticks, language = '', info = ''] = FENCE.exec(lines[n] ?? '') ?? [];
    if (ticks === undefined) continue;
    const start = n + 1;
    do n++;
    while (n < lines.length && (lines[n] ?? '').trim() !== ticks);
    const text = lines.slice(start, n).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    blocks.push({ at: `${path}:${String(start)}`, language, attributes: attributesOf(info), text: `${text.join('\n')}\n` });
  }
  return blocks;
}
