import { isTermList, isTermMap, Reference, Template, type Term, Unknown } from '../term';
import { describeTerm } from '../term-text';
import type { Policy, Statement } from './policy';
import { NotTold, policyOf } from './policy-reader';
import { readPolicy } from './read-policy';

type Block = Readonly<Record<string, Term>>;

/** Left out, as documents, plans and states spell it. */
function isLeftOut(term: Term | undefined): boolean {
  return term === undefined || term === null || term === '' || (isTermList(term) && term.length === 0);
}

/** The elements of a list argument: of one that isn't known neither are they. */
function itemsOf(term: Term | undefined, place: string): readonly Term[] {
  if (term === undefined || isLeftOut(term)) return [];
  if (isTermList(term)) return term;
  if (term instanceof Reference || term instanceof Unknown || term instanceof Template) {
    throw new NotTold(new Unknown(`${place} isn't known: ${describeTerm(term)}`));
  }
  return [term];
}

/** The texts of a list argument: one that isn't known stands for any number of them, as in the text of a document. */
function textsOf(term: Term | undefined, place: string): readonly Term[] {
  return term instanceof Unknown ? [term] : itemsOf(term, place);
}

function blocksOf(term: Term | undefined, place: string): readonly Block[] {
  return itemsOf(term, place).map((block) => {
    if (isTermMap(block)) return block;
    throw new NotTold(new Unknown(`a ${place} block isn't known: ${describeTerm(block)}`));
  });
}

/** `&{aws:username}` is written for `${aws:username}`, since the latter is Terraform's. */
function withVariables(term: Term): Term {
  const variables = (text: string): string => text.replaceAll('&{', () => '${');
  if (typeof term === 'string') return variables(term);
  if (!(term instanceof Template)) return term;
  return new Template(term.parts.map((part) => (typeof part === 'string' ? variables(part) : part)));
}

/** An element of a statement that lists texts, if it is there. */
function listed(name: string, items: readonly Term[]): Block {
  return items.length === 0 ? {} : { [name]: items };
}

function principals(name: string, term: Term | undefined): Block {
  const kinds: Record<string, readonly Term[]> = {};
  for (const { type, identifiers } of blocksOf(term, 'principals')) {
    if (typeof type !== 'string') {
      throw new NotTold(new Unknown(`the type of principals isn't known: ${describeTerm(type ?? null)}`));
    }
    kinds[type] = [...(kinds[type] ?? []), ...textsOf(identifiers, 'identifiers').map(withVariables)];
  }
  if (Object.keys(kinds).length === 0) return {};
  const isEverybody = Object.keys(kinds).length === 1 && kinds['*']?.every((item) => item === '*');
  return { [name]: isEverybody === true ? '*' : kinds };
}

function conditions(term: Term | undefined): Block {
  const tests: Record<string, Record<string, Term>> = {};
  for (const { test, variable, values } of blocksOf(term, 'condition')) {
    if (typeof test !== 'string' || typeof variable !== 'string') {
      throw new NotTold(
        new Unknown(`what a condition compares isn't known: ${describeTerm(test ?? null)} of ${describeTerm(variable ?? null)}`),
      );
    }
    const lines = (tests[test] ??= {});
    // Providers differ in what they make of it: some append, some overwrite.
    if (lines[variable] !== undefined) throw new NotTold(new Unknown(`two conditions are about ${test} of ${variable}`));
    lines[variable] = textsOf(values, 'values').map(withVariables);
  }
  return Object.keys(tests).length === 0 ? {} : { Condition: tests };
}

function statementOf(block: Block): Term {
  const { sid, effect } = block;
  return {
    ...(sid === undefined || isLeftOut(sid) ? {} : { Sid: sid }),
    Effect: effect === undefined || isLeftOut(effect) ? 'Allow' : effect,
    ...principals('Principal', block.principals),
    ...principals('NotPrincipal', block.not_principals),
    ...listed('Action', textsOf(block.actions, 'actions')),
    ...listed('NotAction', textsOf(block.not_actions, 'not_actions')),
    ...listed('Resource', textsOf(block.resources, 'resources').map(withVariables)),
    ...listed('NotResource', textsOf(block.not_resources, 'not_resources').map(withVariables)),
    ...conditions(block.condition),
  };
}

/** Of two statements of one Sid the later document's takes the place of the earlier's; what has none is added. */
function merged(documents: readonly Policy[]): Policy {
  const statements: Statement[] = [];
  for (const statement of documents.flatMap((document) => document.statements)) {
    const { sid } = statement;
    // It has a part that only apply tells.
    if (documents.length > 1 && sid?.includes('<') === true) throw new NotTold(new Unknown(`a Sid isn't known: ${sid}`));
    const same = sid === undefined ? -1 : statements.findIndex((other) => other.sid === sid);
    if (same < 0) statements.push(statement);
    else statements[same] = statement;
  }
  const isNew = documents.some(({ version }) => version === '2012-10-17');
  return {
    version: isNew ? '2012-10-17' : '2008-10-17',
    statements: statements.map((statement, index) => ({ ...statement, index })),
    faults: documents.flatMap(({ faults }) => faults),
  };
}

/**
 * The policy that a data source `aws_iam_policy_document` puts together from its blocks, and from the documents it is given:
 * those of `source_policy_documents` first, its own, those of `override_policy_documents` last.
 * `readGiven` reads one of these, which may be another data source's.
 */
export function readPolicyData(body: Block, readGiven: (term: Term) => Policy | Unknown = readPolicy): Policy | Unknown {
  if (typeof body.json === 'string') return readPolicy(body.json);
  const read = (argument: string): readonly Policy[] =>
    itemsOf(body[argument], argument).map((term) => {
      const policy = readGiven(term);
      if (policy instanceof Unknown) throw new NotTold(policy);
      return policy;
    });
  try {
    const before = [...read('source_json'), ...read('source_policy_documents')];
    const after = [...read('override_policy_documents'), ...read('override_json')];
    const blocks = blocksOf(body.statement, 'statement');
    const { version } = body;
    const said = version === undefined || isLeftOut(version) ? '2012-10-17' : version;
    const own = blocks.length === 0 ? [] : [policyOf({ Version: said, Statement: blocks.map(statementOf) })];
    const documents = [...before, ...own, ...after];
    return documents.length === 0 ? policyOf({ Version: said, Statement: [] }) : merged(documents);
  } catch (error) {
    if (error instanceof NotTold) return error.unknown;
    throw error;
  }
}
