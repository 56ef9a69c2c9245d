import { isTermMap, Reference, type Term } from '../../../term';
import type { ResourceFact } from '../../../universe';
import { type Documents, findStated, itemsOf } from '../documents';

const NOUNS: Readonly<Record<string, string>> = { GROUP: 'group', USER: 'user' };
const GROUP = 'aws_identitystore_group';
const USER = 'aws_identitystore_user';

function textIn(term: Term | undefined): string | undefined {
  return typeof term === 'string' && term !== '' ? term : undefined;
}

/** What a data source asks for: the display name of a group, the name of a user. */
function askedName({ body }: ResourceFact): string | undefined {
  const unique = itemsOf(body.alternate_identifier).flatMap((block) => (isTermMap(block) ? itemsOf(block.unique_attribute) : []));
  const names = [...unique, ...itemsOf(body.filter)].flatMap((block) =>
    isTermMap(block) ? (textIn(block.attribute_value) ?? []) : [],
  );
  return names[0];
}

function nameOf(fact: ResourceFact): string | undefined {
  return textIn(fact.body.display_name) ?? textIn(fact.body.user_name) ?? askedName(fact);
}

/** Groups and users of the identity store by their ids, as far as the documents make them or look them up. */
export class Assignees {
  readonly #nameById = new Map<string, string>();

  constructor(private readonly documents: Documents) {
    for (const fact of [GROUP, USER].flatMap((type) => [...documents.of(type), ...documents.data(type)])) {
      const id = textIn(fact.body.group_id) ?? textIn(fact.body.user_id);
      const name = nameOf(fact);
      if (id !== undefined && name !== undefined) this.#nameById.set(id, name);
    }
  }

  /** To whom an assignment gives: `group Operators`, `user 906701…`, `a group that isn't told`. */
  of({ body }: ResourceFact): string {
    const type = findStated(body.principal_type);
    const noun = typeof type === 'string' ? (NOUNS[type] ?? 'somebody') : 'somebody';
    const name = this.#nameOf(findStated(body.principal_id));
    return name === undefined ? `${noun === 'somebody' ? noun : `a ${noun}`} who isn't told` : `${noun} ${name}`;
  }

  #nameOf(id: Term | undefined): string | undefined {
    if (typeof id === 'string') return this.#nameById.get(id) ?? id;
    if (!(id instanceof Reference) || id.targets.length > 1) return undefined;
    const fact = this.documents.find(id.targets[0].key);
    return fact === undefined ? undefined : nameOf(fact);
  }
}
