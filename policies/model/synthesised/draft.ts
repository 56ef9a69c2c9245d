import type { ProblemList } from '../../../modules/core/input-error';
import { isRecord, type JsonRecord, listOf } from '../json';
import { Unknown } from '../term';
import type { Json } from '../universe';
import { blocksOf } from './blocks';
import { providerNameOf } from './provider';

/** A document as its files hold it. */
export interface Synthesised {
  readonly name: string;
  /** One root for each of its files: Terraform reads all of a folder as one. */
  readonly files: readonly { readonly file: string; readonly root: JsonRecord }[];
  /** What belongs to it and isn't read. */
  readonly opaque: readonly Unknown[];
}

/** A `resource` or `data` block. */
export interface ResourceBlock {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  /** Without the key of an instance. */
  readonly address: string;
  readonly provider: string;
  readonly body: JsonRecord;
  /** Arguments that Terraform leaves as others set them. `all`: every one. */
  readonly ignored: ReadonlySet<string> | 'all';
}

/** A document with its blocks in order, before references are followed. */
export interface Draft {
  readonly name: string;
  readonly terraform: JsonRecord;
  readonly blocks: ReadonlyMap<string, ResourceBlock>;
  readonly locals: JsonRecord;
  /** By `<name>` or `<name>.<alias>`. */
  readonly providers: ReadonlyMap<string, JsonRecord>;
  readonly opaque: readonly Unknown[];
}

const NONE: ReadonlySet<string> = new Set();

function ignoredBy(lifecycle: Json | undefined): ResourceBlock['ignored'] {
  if (lifecycle === undefined) return NONE;
  const names = listOf(lifecycle).flatMap((block) => (isRecord(block) ? listOf(block.ignore_changes) : []));
  if (names.includes('all')) return 'all';
  return new Set(names.flatMap((name) => (typeof name === 'string' ? [/^[\w-]*/.exec(name)?.[0] ?? ''] : [])));
}

function resourceOf(mode: ResourceBlock['mode'], [type = '', name = '']: readonly string[], body: JsonRecord): ResourceBlock {
  const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  return { mode, type, address, provider: providerNameOf(type, body.provider), body, ignored: ignoredBy(body.lifecycle) };
}

/** Puts the files of a document together. */
export function draftOf({ name, files, opaque }: Synthesised, problems: ProblemList): Draft {
  const blocks = new Map<string, ResourceBlock>();
  const providers = new Map<string, JsonRecord>();
  const locals: Record<string, Json> = Object.create(null) as Record<string, Json>;
  const terraform: Record<string, Json> = {};
  const missing: Unknown[] = [...opaque];
  for (const { file, root } of files) {
    for (const [kind, mode] of [['resource', 'managed'] as const, ['data', 'data'] as const]) {
      for (const { labels, body } of blocksOf(root, kind, 2, file, problems)) {
        const block = resourceOf(mode, labels, body);
        if (blocks.has(block.address)) {
          problems.add({
            subject: file,
            problem: `${block.address} is there twice`,
            remedy: 'give each resource a name of its own, as Terraform wants it',
            code: 'LZ-READ-5',
          });
        }
        blocks.set(block.address, block);
      }
    }
    for (const { labels, body } of blocksOf(root, 'provider', 1, file, problems)) {
      const [label = ''] = labels;
      providers.set(typeof body.alias === 'string' ? `${label}.${body.alias}` : label, body);
    }
    for (const { body } of blocksOf(root, 'locals', 0, file, problems)) Object.assign(locals, body);
    for (const { body } of blocksOf(root, 'terraform', 0, file, problems)) Object.assign(terraform, body);
    for (const { labels } of blocksOf(root, 'module', 1, file, problems)) {
      missing.push(new Unknown(`module.${labels.join()} may hold more: what a module makes only a plan or a state tells`));
    }
  }
  return { name, terraform, blocks, providers, locals, opaque: missing };
}
