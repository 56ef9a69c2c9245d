import { asWritten } from '../../../modules/core/input-error';
import { isTermList, isTermMap, Reference, Template, type Term, Unknown } from '../term';
import { describeTerm } from '../term-text';
import { isConditionOperator } from './condition-operator';
import type { ConditionTest, Listed, NamedPrincipal, Policy, PolicyText, Statement } from './policy';
import { isOpenKey, openText } from './policy-json';

/** Thrown inside: what decides over the form of the policy isn't known. */
export class NotTold extends Error {
  constructor(readonly unknown: Unknown) {
    super(unknown.why);
  }
}

/** Thrown inside: a statement isn't as the grammar has it. */
class Misshapen extends Error {}

const ELEMENTS: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);
const STATEMENT_ELEMENTS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);
const KINDS: readonly NamedPrincipal['kind'][] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const VERSIONS: readonly Policy['version'][] = ['2012-10-17', '2008-10-17'];

type TermMap = Readonly<Record<string, Term>>;

/** What isn't told decides over more than a text: nothing can be said of the policy. */
function told(term: Term, place: string): Term {
  if (term instanceof Unknown || term instanceof Reference || term instanceof Template) {
    throw new NotTold(new Unknown(`${place} isn't known: ${describeTerm(term)}`));
  }
  return term;
}

/** A text, or one that apply completes; undefined for what is none. */
function findText(term: Term): PolicyText | undefined {
  if (typeof term === 'string' || term instanceof Template) return term;
  return term instanceof Reference || term instanceof Unknown ? new Template([term]) : undefined;
}

function mapOf(term: Term, place: string): TermMap {
  const map = told(term, place);
  if (!isTermMap(map)) throw new Misshapen(`${place} is no object, got ${describeTerm(map)}`);
  const open = Object.keys(map).find(isOpenKey);
  if (open !== undefined) throw new NotTold(new Unknown(`a key of ${place} isn't known: ${open}`));
  return map;
}

/** One text or a list of them. A list that is not known may be of any length, and so may a value that stands for one. */
function textsOf(term: Term, place: string, findOne: (item: Term) => PolicyText | undefined = findText): readonly PolicyText[] {
  const items = isTermList(term) ? term : [term];
  if (items.length === 0) throw new Misshapen(`${place} is an empty list`);
  return items.map((item) => {
    const text = findOne(item);
    if (text === undefined) throw new Misshapen(`${place} holds what is no text, got ${describeTerm(item)}`);
    return text;
  });
}

/** Values of conditions may be written as numbers and booleans. */
function findValue(term: Term): PolicyText | undefined {
  return typeof term === 'number' || typeof term === 'boolean' ? String(term) : findText(term);
}

/** Of two elements that exclude each other, the one that is there. */
function findListed<T>(
  statement: TermMap,
  [name, except]: readonly [string, string],
  read: (term: Term, place: string) => readonly T[],
): Listed<T> | undefined {
  const [is, isNot] = [statement[name], statement[except]];
  if (is !== undefined && isNot !== undefined) throw new Misshapen(`it has ${name} and ${except}`);
  if (is !== undefined) return { except: false, items: read(is, name) };
  return isNot === undefined ? undefined : { except: true, items: read(isNot, except) };
}

function principalsOf(term: Term, place: string): readonly NamedPrincipal[] {
  if (term === '*') return [{ kind: 'AWS', text: '*' }];
  if (typeof term === 'string') throw new Misshapen(`${place} is a text other than "*", got ${asWritten(term)}`);
  const named = Object.entries(mapOf(term, place)).flatMap(([name, texts]) => {
    const kind = KINDS.find((known) => known === name);
    if (kind === undefined) throw new Misshapen(`${place} has principals of kind ${asWritten(name)}`);
    // AWS takes a kind without any beside one that names some; modules write `"Service": []` where they are given none.
    if (isTermList(texts) && texts.length === 0) return [];
    return textsOf(texts, `${place}.${name}`).map((text) => ({ kind, text }));
  });
  if (named.length === 0) throw new Misshapen(`${place} names nobody`);
  return named;
}

function conditionsOf(term: Term | undefined): readonly ConditionTest[] {
  if (term === undefined) return [];
  const tests = Object.entries(mapOf(term, 'Condition')).flatMap(([operator, lines]) => {
    if (!isConditionOperator(operator)) throw new Misshapen(`there is no condition operator ${asWritten(operator)}`);
    const keys = told(lines, `Condition.${operator}`);
    if (!isTermMap(keys)) throw new Misshapen(`Condition.${operator} is no object, got ${describeTerm(keys)}`);
    return Object.entries(keys).map(([key, values]) => ({
      operator,
      key,
      values: textsOf(values, `Condition.${operator}.${key}`, findValue),
    }));
  });
  const names = tests.map(({ operator, key }) => `${operator} ${key.toLowerCase()}`);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new Misshapen(`a key stands twice under one operator: ${twice}`);
  return tests;
}

function statementOf(term: Term, index: number): Statement {
  const statement = mapOf(term, 'the statement');
  const astray = Object.keys(statement).find((name) => !STATEMENT_ELEMENTS.has(name));
  if (astray !== undefined) throw new Misshapen(`it has an element ${asWritten(astray)} that policies don't know`);
  const { Sid: sid, Effect: effect } = statement;
  const isAllow = effect !== undefined && told(effect, 'Effect') === 'Allow';
  if (!isAllow && effect !== 'Deny') {
    throw new Misshapen(
      effect === undefined ? 'it has no Effect' : `Effect is neither Allow nor Deny, got ${describeTerm(effect)}`,
    );
  }
  const name = sid === undefined ? '' : findText(sid);
  if (name === undefined) throw new Misshapen(`Sid is no text, got ${describeTerm(sid ?? null)}`);
  const actions = findListed(statement, ['Action', 'NotAction'], textsOf);
  if (actions === undefined) throw new Misshapen('it has neither Action nor NotAction');
  const principals = findListed(statement, ['Principal', 'NotPrincipal'], principalsOf);
  const resources = findListed(statement, ['Resource', 'NotResource'], textsOf);
  return {
    index,
    ...(name === '' ? {} : { sid: openText(name) }),
    effect: isAllow ? 'Allow' : 'Deny',
    ...(principals === undefined ? {} : { principals }),
    actions,
    ...(resources === undefined ? {} : { resources }),
    conditions: conditionsOf(statement.Condition),
  };
}

/** Reads a document of IAM's grammar. What isn't as the grammar has it is told, and read on. */
export function policyOf(document: Term): Policy {
  const faults: string[] = [];
  const attempt = <T>(subject: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      faults.push(subject + error.message);
      return undefined;
    }
  };
  const root = attempt('', () => mapOf(document, 'the document')) ?? {};
  const { Version: said, Statement: given } = root;
  for (const name of Object.keys(root).filter((element) => !ELEMENTS.has(element))) {
    faults.push(`the policy has an element ${asWritten(name)} that policies don't know`);
  }
  const version = said === undefined ? '2008-10-17' : VERSIONS.find((known) => known === told(said, 'Version'));
  if (version === undefined) faults.push(`Version is neither of the two that there are, got ${describeTerm(said ?? null)}`);
  const list = given === undefined ? [] : told(given, 'Statement');
  const items = isTermList(list) ? list : [list];
  if (items.length === 0 && faults.length === 0) faults.push('the policy has no statement');
  const statements = items.flatMap(
    (item, index) => attempt(`statement ${String(index + 1)}: `, () => statementOf(item, index)) ?? [],
  );
  return { version: version ?? '2012-10-17', statements, faults };
}
