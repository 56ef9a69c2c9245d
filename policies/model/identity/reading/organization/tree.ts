import { isTermList, isTermMap, Reference, type Term, Unknown } from '../../../term';
import { describeTerm } from '../../../term-text';
import type { ResourceFact } from '../../../universe';
import { type Documents, findStated } from '../documents';

/** A root, unit or account, and what stands above it. */
export interface TreeNode {
  readonly kind: 'root' | 'unit' | 'account';
  /** Key of its resource, or the id as written. */
  readonly id: string;
  /** @default - a root or unit, or an account whose id only apply tells */
  readonly accountId?: string;
  /** Of a unit or account whose parent isn't told: why. @default - it is a root */
  readonly parent?: string | Unknown;
  /** It is named, and not described. @default - the documents make it */
  readonly outside?: true;
}

const ORGANIZATION = 'aws_organizations_organization';
const UNIT = 'aws_organizations_organizational_unit';
const ACCOUNT = 'aws_organizations_account';

function kindOfId(id: string): TreeNode['kind'] | undefined {
  if (/^\d{12}$/.test(id)) return 'account';
  if (id.startsWith('r-')) return 'root';
  return id.startsWith('ou-') ? 'unit' : undefined;
}

/** The id that a state tells of an organisation's root. */
function findRootId({ body: { roots } }: ResourceFact): string | undefined {
  const [root] = isTermList(roots) ? roots : [];
  return isTermMap(root) && typeof root.id === 'string' ? root.id : undefined;
}

/** The organisation as a tree, with what it names and doesn't describe. */
export class Tree {
  readonly nodes = new Map<string, TreeNode>();
  readonly #ids = new Map<string, string>();
  /** What is told to be one that is a node already. */
  readonly #same = new Map<string, string>();
  /** The organisation's own account. @default - not told */
  readonly managementAccount?: string;

  constructor(private readonly documents: Documents) {
    const roots = documents.of(ORGANIZATION, `data.${ORGANIZATION}`);
    for (const fact of roots) this.#add({ kind: 'root', id: fact.key }, findRootId(fact));
    const members = documents.of(UNIT, ACCOUNT).filter((fact) => this.#isNew(fact.key, textOf(fact.body.id)));
    for (const fact of members) this.#member(fact);
    const told = roots.flatMap(
      (fact) => textOf(fact.body.master_account_id) ?? (fact.mode === 'managed' ? (fact.accountId ?? []) : []),
    );
    const [management] = told;
    if (management !== undefined && new Set(told).size === 1) this.managementAccount = management;
  }

  /** Whether nothing of an id is there yet: a second document that tells of it means the same. */
  #isNew(key: string, id: string | undefined): boolean {
    const known = id === undefined ? undefined : this.#ids.get(id);
    if (known !== undefined) this.#same.set(key, known);
    else if (id !== undefined) this.#ids.set(id, key);
    return known === undefined;
  }

  #add(node: TreeNode, id: string | undefined): void {
    if (this.#isNew(node.id, id)) this.nodes.set(node.id, node);
  }

  #member(fact: ResourceFact): void {
    const id = textOf(fact.body.id);
    const kind = fact.type === UNIT ? 'unit' : 'account';
    const above = findStated(fact.body.parent_id);
    const parent = above === undefined ? this.#onlyRoot(fact) : (this.find(above) ?? whyNot(above, fact));
    const account = kind === 'account' && id !== undefined ? { accountId: id } : {};
    this.nodes.set(fact.key, { kind, id: fact.key, parent, ...account });
  }

  /** Accounts without a parent stand under the root. */
  #onlyRoot({ key }: ResourceFact): string | Unknown {
    const [root, ...others] = [...this.nodes.values()].filter(({ kind }) => kind === 'root');
    if (root !== undefined && others.length === 0) return root.id;
    return new Unknown(`the root above ${key} is not in the documents`);
  }

  /** Other roots that may be the same one as this: of one of both no id is told. */
  rootsLike(id: string): readonly string[] {
    const told = new Set(this.#ids.values());
    const roots = [...this.nodes.values()].filter(({ kind }) => kind === 'root').map((root) => root.id);
    return roots.includes(id) ? roots.filter((other) => other !== id && !(told.has(id) && told.has(other))) : [];
  }

  /** The node that a value names; undefined where that can't be told. */
  find(term: Term): string | undefined {
    if (term instanceof Reference && term.targets.length === 1) {
      const [{ key, attribute }] = term.targets;
      const type = this.documents.find(key)?.type;
      const named =
        type === ORGANIZATION ? /^roots(\[0\]|\.0)\.id$/ : type === UNIT || type === ACCOUNT ? /^(id|arn)$/ : undefined;
      return named?.test(attribute) === true ? (this.#same.get(key) ?? key) : undefined;
    }
    if (typeof term !== 'string') return undefined;
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const kind = kindOfId(term);
    if (kind === undefined) return undefined;
    const parent = kind === 'root' ? {} : { parent: new Unknown(`${term} is not in the documents, nor what stands above it`) };
    this.#add({ kind, id: term, outside: true, ...parent, ...(kind === 'account' ? { accountId: term } : {}) }, term);
    return term;
  }
}

function textOf(term: Term | undefined): string | undefined {
  return typeof term === 'string' && term !== '' ? term : undefined;
}

function whyNot(above: Term, { key }: ResourceFact): Unknown {
  return new Unknown(`what stands above ${key} isn't told: ${describeTerm(above)}`);
}
