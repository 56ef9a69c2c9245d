import { asWritten, InputError } from '../../../modules/core/input-error';
import { isRecord, type JsonRecord } from '../json';
import type { Json } from '../universe';

/** What a JSON document is. */
export type DocumentForm = 'terraform' | 'shown';

/** The blocks of Terraform. */
const BLOCKS: ReadonlySet<string> = new Set([
  '//',
  'check',
  'data',
  'ephemeral',
  'import',
  'locals',
  'module',
  'moved',
  'output',
  'provider',
  'removed',
  'resource',
  'terraform',
  'variable',
]);
/** What the state of nothing consists of. */
const EMPTY_STATE: ReadonlySet<string> = new Set(['format_version', 'terraform_version', 'checks']);

function notKnown(file: string, got: string): InputError {
  return InputError.of({
    subject: file,
    problem: 'this JSON is neither Terraform nor a plan nor a state',
    got,
    remedy: 'give a cdk.tf.json, or the output of terraform show -json as it is',
    code: 'LZ-READ-3',
  });
}

function isShown(root: JsonRecord): boolean {
  if (root.format_version === undefined) return false;
  return isRecord(root.planned_values) || isRecord(root.values) || Object.keys(root).every((key) => EMPTY_STATE.has(key));
}

/**
 * Tells what a document is by its content.
 * @throws InputError LZ-READ-3 none of the forms, LZ-READ-8 a state as Terraform keeps it
 */
export function formOf(
  file: string,
  json: Json,
  isTerraform: boolean,
): { readonly form: DocumentForm; readonly root: JsonRecord } {
  if (!isRecord(json)) throw notKnown(file, asWritten(json));
  if (!isTerraform && isShown(json)) return { form: 'shown', root: json };
  if (!isTerraform && typeof json.version === 'number' && json.lineage !== undefined) {
    throw InputError.of({
      subject: file,
      problem: 'this is a state as Terraform keeps it',
      got: `version ${String(json.version)}`,
      remedy: `give the output of terraform show -json ${file}`,
      code: 'LZ-READ-8',
    });
  }
  const keys = Object.keys(json);
  const strange = keys.filter((key) => !BLOCKS.has(key));
  if (strange.length > 0 || (keys.length === 0 && !isTerraform)) {
    throw notKnown(file, keys.length === 0 ? 'an empty object' : `the keys ${strange.slice(0, 5).map(asWritten).join(', ')}`);
  }
  return { form: 'terraform', root: json };
}
