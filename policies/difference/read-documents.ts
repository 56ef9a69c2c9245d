import { asWritten, InputError, ProblemList } from '../../modules/core/input-error';
import type { JsonRecord } from '../model/json';
import { formOf } from '../model/files/document-form';
import { findDocuments } from '../model/files/find-documents';
import { readJson } from '../model/files/read-json';
import { readShown } from '../model/shown';
import type { Synthesised } from '../model/synthesised/draft';
import { readSynthesised } from '../model/synthesised/read-synthesised';
import type { StackDocument } from '../model/universe';

/** A document as a difference needs it: what is written is read, plans and states are as they are shown. */
export type Document =
  | { readonly name: string; readonly form: 'written'; readonly stack: StackDocument }
  | { readonly name: string; readonly form: 'plan' | 'state'; readonly root: JsonRecord };

/** How a form is called. */
export const FORMS: Readonly<Record<Document['form'], string>> = {
  written: "Terraform's JSON",
  plan: 'a plan',
  state: 'a state',
};

/**
 * Reads the documents at a path.
 * @param isWanted the names of those to read. All where it is left out
 * @throws InputError LZ-READ-1 to LZ-READ-13, LZ-SHOWN-1 and LZ-SHOWN-2 what can't be read, LZ-DIFF-1 where forms are mixed
 */
export function readDocuments(path: string, isWanted: (name: string) => boolean = () => true): readonly Document[] {
  const problems = new ProblemList();
  const shown: Document[] = [];
  const written: Synthesised[] = [];
  const found = findDocuments(path, problems).documents.filter(({ name }) => isWanted(name));
  for (const { name, files, isTerraform, opaque } of found) {
    const roots: Synthesised['files'][number][] = [];
    for (const file of files) {
      problems.attempt(file, () => {
        const { form, root } = formOf(file, readJson(file), isTerraform);
        if (form === 'terraform') roots.push({ file, root });
        else shown.push({ name, form: readShown(name, root).form === 'plan' ? 'plan' : 'state', root });
      });
    }
    if (roots.length > 0) written.push({ name, files: roots, opaque });
  }
  const stacks = readSynthesised(written, problems);
  problems.throwIfAny();
  const documents = [...stacks.map((stack): Document => ({ name: stack.name, form: 'written', stack })), ...shown];
  const forms = [...new Set(documents.map(({ form }) => form))].sort();
  const remedy = 'keep what is written, plans and states in directories of their own';
  const got = forms.map((form) => FORMS[form]).join(' and ');
  if (forms.length > 1) {
    throw InputError.of({ subject: path, problem: 'documents of several forms lie together', got, remedy, code: 'LZ-DIFF-1' });
  }
  if (documents.length === 0) {
    const problem = 'there is no document in it';
    throw InputError.of({
      subject: path,
      problem,
      got: asWritten(path),
      remedy: 'name a directory of stacks',
      code: 'LZ-DIFF-1',
    });
  }
  return documents;
}
