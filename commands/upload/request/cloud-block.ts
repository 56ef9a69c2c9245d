import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a stack says about where it runs. */
export interface CloudBlock {
  /** @default - it doesn't say */
  readonly hostname?: string;
  /** @default - it doesn't say */
  readonly organization?: string;
  /** The one that it names; tags name none. @default - it doesn't say */
  readonly workspace?: string;
}

interface JsonBlock {
  readonly hostname?: unknown;
  readonly organization?: unknown;
  readonly workspaces?: unknown;
}

type Words = Readonly<Record<string, unknown>>;

/** In JSON a block may stand by itself or in a list of one. */
const single = (value: unknown): Words => {
  const found: unknown = Array.isArray(value) ? value[0] : value;
  return typeof found === 'object' && found !== null ? (found as Words) : {};
};

function blockOf({ hostname, organization, workspaces }: JsonBlock): CloudBlock {
  const { name } = single(workspaces);
  return {
    ...(typeof hostname === 'string' ? { hostname } : {}),
    ...(typeof organization === 'string' ? { organization } : {}),
    ...(typeof name === 'string' ? { workspace: name } : {}),
  };
}

/** The text between the brace at `start` and the one that closes it, strings not looked into. */
function bodyAt(text: string, start: number): string {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:\\.|[^"\\])*"|[{}]/g)) {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (depth === 0) return text.slice(start + 1, start + index);
  }
  return '';
}

/** The cloud block of HCL, in which Terraform takes nothing but literals. */
function cloudInHcl(text: string): CloudBlock | undefined {
  const bare = text.replace(/("(?:\\.|[^"\\])*")|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//g, '$1');
  const found = /(?:^|[\s{])cloud\s*\{/.exec(bare);
  if (found === null) return undefined;
  const body = bodyAt(bare, found.index + found[0].length - 1);
  const word = (name: string, of: string): string | undefined =>
    new RegExp(`(?:^|[\\s{])${name}\\s*=\\s*"([^"]*)"`).exec(of)?.[1];
  const workspaces = /workspaces\s*\{([^}]*)\}/.exec(body)?.[1] ?? '';
  const outside = body.replace(/workspaces\s*\{[^}]*\}/, '');
  const [hostname, organization] = [word('hostname', outside), word('organization', outside)];
  return blockOf({ hostname, organization, workspaces: { name: word('name', workspaces) } });
}

function cloudInJson(text: string): CloudBlock | undefined {
  try {
    const { cloud } = single((JSON.parse(text) as Words).terraform);
    return cloud === undefined ? undefined : blockOf(single(cloud));
  } catch {
    // Whether it is a stack at all is judged by who runs it.
    return undefined;
  }
}

/** The cloud block of a stack, wherever it stands among its files; empty where there is none. */
export function cloudBlockIn(folder: string): CloudBlock {
  for (const name of readdirSync(folder).sort()) {
    const read = name.endsWith('.tf.json') ? cloudInJson : name.endsWith('.tf') ? cloudInHcl : undefined;
    const block = read?.(readFileSync(join(folder, name), 'utf8'));
    if (block !== undefined) return block;
  }
  return {};
}
