import { ProblemList } from '../../modules/core/input-error';
import { formOf } from './files/document-form';
import { findDocuments, type FoundDocument } from './files/find-documents';
import { intentOf } from './files/intent-form';
import { readJson } from './files/read-json';
import { linkKnownIds, readShown } from './shown';
import type { Synthesised } from './synthesised/draft';
import { readSynthesised } from './synthesised/read-synthesised';
import type { StackDocument, Universe } from './universe';

/** A file that was read, told by its form: what synth writes is understood only together with its siblings. */
type Read = { readonly shown: StackDocument } | { readonly synthesised: Synthesised };

function readDocument({ name, files, settings, isTerraform, opaque }: FoundDocument, problems: ProblemList): Read | undefined {
  const roots: { file: string; root: Synthesised['files'][number]['root'] }[] = [];
  for (const file of files) {
    const read = problems.attempt(file, (): Read | undefined => {
      const { form, root } = formOf(file, readJson(file), isTerraform);
      if (form === 'shown') return { shown: readShown(name, root) };
      roots.push({ file, root });
      return undefined;
    });
    if (read !== undefined) return read;
  }
  return roots.length === 0 ? undefined : { synthesised: { name, files: [...roots, ...settings], opaque } };
}

/** What one document names by its id, another one's state may tell the resource of. */
function linked(stacks: readonly StackDocument[]): readonly StackDocument[] {
  const facts = linkKnownIds(stacks.flatMap(({ resources }) => resources));
  let at = 0;
  return stacks.map((stack) => ({ ...stack, resources: facts.slice(at, (at += stack.resources.length)) }));
}

/**
 * Reads everything that is judged together: an output directory with `stacks/` and `intent.json`, a directory of stacks,
 * one folder or file of Terraform's JSON syntax, or plans and states as `terraform show -json` writes them.
 * @throws InputError LZ-READ-1 to LZ-READ-14 what can't be read, of all files at once
 */
export function readUniverse(path: string): Universe {
  const problems = new ProblemList();
  const { documents, intent } = findDocuments(path, problems);
  const read = documents.flatMap((document) => readDocument(document, problems) ?? []);
  const synthesised = readSynthesised(
    read.flatMap((each) => ('synthesised' in each ? [each.synthesised] : [])),
    problems,
  );
  const meant = intent === undefined ? undefined : problems.attempt(intent, () => intentOf(readJson(intent)));
  problems.throwIfAny();
  const shown = read.flatMap((each) => ('shown' in each ? [each.shown] : []));
  const stacks = [...synthesised, ...shown].sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = new Map(documents.map((document) => [document.name, document.files]));
  return {
    stacks: (shown.length === 0 ? stacks : linked(stacks)).map((stack) => ({ ...stack, files: files.get(stack.name) ?? [] })),
    ...(meant === undefined ? {} : { intent: meant }),
  };
}
