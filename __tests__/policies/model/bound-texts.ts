import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A text that somebody may set in a resource, as the bindings of the provider have it. */
export interface BoundText {
  readonly type: string;
  /** The block that it stands in. @default - none */
  readonly block?: string;
  readonly name: string;
}

const LIBRARY = join(dirname(require.resolve('@cdktf/provider-aws/package.json')), 'lib');

const INTERFACE = /^export interface (\w+)[^\n]*\{\n(.*?)^\}/gms;
const TEXT = /#(\w+) \w+#\w+\}(?:(?!\*\/).)*\*\/\s*readonly \w+\??: string;/gs;

/** `S3AccessPoint` is `s3_access_point`. */
function snake(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
}

/** A resource's own file, and those that the blocks of big ones are put into. */
function sourceOf(folder: string): string {
  return readdirSync(join(LIBRARY, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => readFileSync(join(LIBRARY, folder, file), 'utf8'))
    .join('\n');
}

/** Every text of every resource of the provider. */
export function boundTexts(): readonly BoundText[] {
  return readdirSync(LIBRARY).flatMap((folder) => {
    if (folder.startsWith('data-') || !/^[\w-]+$/.test(folder)) return [];
    const source = sourceOf(folder);
    const [, name = '', type] =
      /^export declare class (\w+) extends cdktf\.TerraformResource.*?tfResourceType = "(\w+)"/ms.exec(source) ?? [];
    if (type === undefined) return [];
    return [...source.matchAll(INTERFACE)].flatMap(([, owner = '', body = '']) => {
      const block = snake(owner.slice(name.length));
      return [...body.matchAll(TEXT)].map(([, argument = '']) => ({
        type,
        ...(block === 'config' ? {} : { block }),
        name: argument,
      }));
    });
  });
}
