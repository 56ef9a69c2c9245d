import { isTermList, isTermMap, Reference, type Term } from '../term';
import type { ResourceFact } from '../universe';
import { ACCEPTERS } from './references/noun';

/** An id as AWS makes it (`subnet-0a1b…`, `tgw-attach-0a1b…`), or an ARN: no text that people write by chance. */
const ID = /^(?:[a-z]+(?:-[a-z]+)*-[0-9a-f]{8,32}|arn:[\w-]+:[\w-]+:.+)$/;

/** How groups of other accounts are written, and by AWS now and then those of one's own: `<account>/<id>`. */
const OWNER = /^\d{12}\//;

/** What a resource says of itself and of its tags isn't an argument that names another. */
const OWN: readonly string[] = ['id', 'arn', 'tags', 'tags_all'];

/** Attributes by which resources are named beside `id`, after which none else is looked for. */
const OTHER_IDS: Readonly<Record<string, readonly string[]>> = {
  aws_eip: ['allocation_id'],
  aws_instance: ['primary_network_interface_id'],
  aws_vpc_endpoint: ['prefix_list_id'],
};

/** Resources of AWS's own that another one made: those ids are told by the VPC, too. */
function isAdopted(type: string): boolean {
  return type.startsWith('aws_default_');
}

/** Goes by its topic's ARN, and calls it its own. */
const TOPIC_POLICY = 'aws_sns_topic_policy';

/** What goes by the id of what it belongs to, as the backup policy of a file system does, says so by an argument: the other is meant. */
function goesByAnother({ type, body }: ResourceFact): boolean {
  const own = [...OWN, ...(OTHER_IDS[type] ?? [])];
  return !isAdopted(type) && Object.entries(body).some(([name, term]) => term === body.id && !own.includes(name));
}

function indexOf(facts: readonly ResourceFact[]): ReadonlyMap<string, Reference> {
  const index = new Map<string, Reference>();
  const add = ({ key, body }: ResourceFact, attribute: string): void => {
    const id = body[attribute];
    if (typeof id !== 'string' || !ID.test(id) || index.has(id)) return;
    index.set(id, new Reference([{ key, attribute }]));
  };
  const managed = facts.filter(({ mode, type }) => mode === 'managed' && !(type in ACCEPTERS) && type !== TOPIC_POLICY);
  for (const fact of managed) if (!goesByAnother(fact)) add(fact, 'id');
  for (const fact of managed) add(fact, 'arn');
  for (const fact of managed) (OTHER_IDS[fact.type] ?? []).forEach((attribute) => add(fact, attribute));
  return index;
}

function linked(term: Term, index: ReadonlyMap<string, Reference>): Term {
  if (typeof term === 'string') return index.get(term.replace(OWNER, '')) ?? term;
  if (isTermList(term)) return term.map((element) => linked(element, index));
  if (!isTermMap(term)) return term;
  return Object.fromEntries(Object.entries(term).map(([name, value]) => [name, linked(value, index)]));
}

/** Attributes by which a VPC tells what AWS made with it, and by which that is taken over: they stay as they are. */
function isImplicit(type: string, attribute: string): boolean {
  return (type === 'aws_vpc' || isAdopted(type)) && /^(default|main)_.*_id$/.test(attribute);
}

/**
 * Turns ids that are known into references: an argument whose whole text is the id that AWS gave a managed resource of
 * these documents names that resource.
 */
export function linkKnownIds(facts: readonly ResourceFact[]): readonly ResourceFact[] {
  const index = indexOf(facts);
  if (index.size === 0) return facts;
  return facts.map((fact) => {
    const named = Object.entries(fact.body).map(([name, term]): [string, Term] => {
      const isOwn = OWN.includes(name) || isImplicit(fact.type, name) || (OTHER_IDS[fact.type] ?? []).includes(name);
      return [name, isOwn ? term : linked(term, index)];
    });
    return { ...fact, body: Object.fromEntries(named) };
  });
}
