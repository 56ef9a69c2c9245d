import { isTermMap, Reference, type Term } from '../../../term';
import type { ResourceFact } from '../../../universe';
import { type Documents, findStated, itemsOf } from '../documents';

const NOUNS: ReadonlyMap<Term | undefined, string> = new Map([
  ['GROUP', 'group'],
  ['USER', 'user'],
]);
const TYPES = [
  'aws_identitystore_group',
  'aws_identitystore_user',
  'data.aws_identitystore_group',
  'data.aws_identitystore_user',
];

function textIn(term: Term | undefined): string | undefined {
  const stated = findStated(term);
  return typeof stated === 'string' ? stated : undefined;
}

/** What a data source asks for: the display name of a group, the name of a user. */
function askedName({ body }: ResourceFact): string | undefined {
  const unique = itemsOf(body.alternate_identifier)
    .filter(isTermMap)
    .flatMap((block) => itemsOf(block.unique_attribute));
  const asked = [...unique, ...itemsOf(body.filter)].filter(isTermMap);
  return asked.map((block) => textIn(block.attribute_value))[0];
}

function nameOf(fact: ResourceFact): string | undefined {
  return textIn(fact.body.display_name) ?? textIn(fact.body.user_name) ?? askedName(fact);
}

/** Groups and users of the identity store by their ids, as far as the documents make them or look them up. */
export class Assignees {
  readonly #byId: ReadonlyMap<Term | undefined, ResourceFact>;

  constructor(private readonly documents: Documents) {
    this.#byId = new Map(documents.of(...TYPES).map((fact) => [fact.body.group_id ?? fact.body.user_id, fact]));
  }

  /** To whom an assignment gives: `group Operators`, `user 906701…`, `a group who isn't told`. */
  of({ body }: ResourceFact): string {
    const noun = NOUNS.get(body.principal_type);
    const name = this.#nameOf(findStated(body.principal_id));
    if (name !== undefined) return `${noun ?? 'somebody'} ${name}`;
    return `${noun === undefined ? 'somebody' : `a ${noun}`} who isn't told`;
  }

  #nameOf(id: Term | undefined): string | undefined {
    if (typeof id === 'string') {
      const fact = this.#byId.get(id);
      return (fact && nameOf(fact)) ?? id;
    }
    if (!(id instanceof Reference) || id.targets.length > 1) return undefined;
    const fact = this.documents.find(id.targets[0].key);
    return fact && nameOf(fact);
  }
}
