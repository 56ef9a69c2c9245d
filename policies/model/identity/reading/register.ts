import { canonical, fillIn, findTextKey, mayEqual, partsOf, type TextPart } from '../../arns';
import { ByAccount } from '../../by-account';
import type { PolicyText } from '../../policy/policy';
import { Reference, Template, type Term } from '../../term';
import { describeTerm } from '../../term-text';
import type { ResourceFact } from '../../universe';
import { type Documents, findStated } from './documents';

/** What an argument names. */
export interface Naming {
  /** The one resource of the documents that it surely names. @default - none, or it can't be told */
  readonly key?: string;
  /** Those that it may name besides. */
  readonly maybe: readonly string[];
  /** Why that can't be told. @default - it can */
  readonly why?: string;
  /** The text, where it names something outside of the documents. @default - it doesn't, or that can't be told */
  readonly outside?: string;
}

const NOBODY: Naming = { maybe: [] };

interface Entry {
  readonly fact: ResourceFact;
  readonly text: PolicyText;
}

/** What stands for the place of a resource, where no document tells it: that isn't made up by AWS. */
const PLACE: readonly string[] = ['account_id', 'region', 'partition'];

/** How far names of a kind reach: buckets have theirs for themselves in the whole world, IAM's names belong to an account. */
export type Scope = 'world' | 'account' | 'place';

/**
 * Whether two resources lie in one account, and in one Region where that matters; undefined where it isn't told. What plans and
 * states show of attachments has no account: in a document that tells of one only, they are taken to be of that one.
 */
export function isSamePlace(documents: Documents, one: ResourceFact, other: ResourceFact, scope: Scope): boolean | undefined {
  if (scope === 'world') return true;
  const same = (name: 'accountId' | 'region'): boolean | undefined => {
    const [a, b] = [one[name], other[name]];
    if (a !== undefined && b !== undefined) return a === b;
    if (one.stack !== other.stack) return undefined;
    return a === b || (!documents.isSynthesised(one) && documents.told(one.stack, name).size === 1) ? true : undefined;
  };
  const [account, region] = [same('accountId'), scope === 'account' || same('region')];
  if (account === false || region === false) return false;
  return account === true && region === true ? true : undefined;
}

/** Resources of some types by everything that names them: their names, ids and ARNs, as literals and by reference. */
export class Register {
  /** Those that one text names: every account of an organisation has its own of the same name. */
  readonly #byText = new Map<string, ByAccount<ResourceFact>>();
  readonly #entries: Entry[] = [];
  #open: readonly Entry[] | undefined;
  #isReady = false;

  constructor(
    private readonly documents: Documents,
    private readonly facts: readonly ResourceFact[],
    private readonly attributes: readonly string[],
    private readonly scope: Scope,
  ) {}

  /** Reads them when something is first asked for: of most types nobody names any. */
  #ready(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    for (const fact of this.facts) {
      const texts = [...new Set(['id', 'arn', ...this.attributes])].map((attribute) =>
        canonical(
          attribute.includes('{') ? fillIn(attribute, fact) : new Template([new Reference([{ key: fact.key, attribute }])]),
          this.documents.universe,
        ),
      );
      this.#entries.push(...texts.map((text) => ({ fact, text })));
      // Its id may be its name.
      for (const key of new Set(texts.map(findTextKey))) if (key !== undefined) this.#add(key, fact);
    }
  }

  #add(key: string, fact: ResourceFact): void {
    const namesakes = this.#byText.get(key) ?? new ByAccount<ResourceFact>();
    this.#byText.set(key, namesakes);
    namesakes.add(fact.accountId, fact);
  }

  #meet(one: ResourceFact, by: ResourceFact): boolean | undefined {
    return isSamePlace(this.documents, one, by, this.scope);
  }

  /** Whether AWS makes up a part of it, which nobody can have written by hand. What is looked up somebody may have. */
  #isMadeUp(part: TextPart): boolean {
    if (!(part instanceof Reference)) return false;
    return part.targets.some(({ key, attribute }) => {
      const fact = this.documents.find(key);
      return fact?.mode === 'managed' && !PLACE.includes(attribute) && findStated(fact.body[attribute]) === undefined;
    });
  }

  /** What a value names that stands in an argument of `by`. */
  named(term: Term | undefined, by: ResourceFact): Naming {
    const stated = findStated(term);
    if (stated === undefined) return NOBODY;
    this.#ready();
    if (stated instanceof Reference && stated.targets.length > 1) {
      const each = stated.targets.map((target) => this.named(new Reference([target]), by));
      const maybe = new Set(each.flatMap(({ key, maybe: others }) => (key === undefined ? others : [key])));
      return { maybe: [...maybe], why: `it is one of ${describeTerm(stated)}` };
    }
    const text = this.documents.findText(stated);
    if (text === undefined) return { maybe: keysOf(this.#entries), why: `it is ${describeTerm(stated)}` };
    const key = findTextKey(text);
    const exact = key === undefined ? undefined : this.#byText.get(key);
    const namesakes = exact === undefined ? NOBODY : this.#exactly(exact, text, by);
    if (namesakes.key !== undefined) return namesakes;
    // A literal text that isn't an entry's may only be that of one which isn't all literal.
    const entries = typeof text === 'string' ? this.#openEntries() : this.#entries;
    const alike = keysOf(entries.filter((entry) => this.#meet(entry.fact, by) !== false && mayEqual(entry.text, text)));
    const maybe = [...new Set([...namesakes.maybe, ...alike])];
    if (maybe.length === 0) return { maybe, ...(typeof text === 'string' ? { outside: text } : {}) };
    return { maybe, why: namesakes.why ?? `it is ${describeTerm(text)}` };
  }

  /** Entries that may come to a text which somebody can have written by hand. */
  #openEntries(): readonly Entry[] {
    this.#open ??= this.#entries.filter(
      ({ text }) => typeof text !== 'string' && !partsOf(text).some((part) => this.#isMadeUp(part)),
    );
    return this.#open;
  }

  #exactly(namesakes: ByAccount<ResourceFact>, text: PolicyText, by: ResourceFact): Naming {
    // An ARN with an account, or a reference, means one thing wherever it stands.
    const everywhere = typeof text !== 'string' || /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(text);
    const facts = everywhere || this.scope === 'world' ? namesakes.all : namesakes.near(by.accountId);
    const near = everywhere ? facts : facts.filter((fact) => this.#meet(fact, by) === true);
    const [only, ...others] = near;
    if (only !== undefined && others.length === 0) return { key: only.key, maybe: [] };
    const meeting = only === undefined ? facts.filter((fact) => this.#meet(fact, by) === undefined) : near;
    if (meeting.length === 0) return NOBODY;
    return { maybe: meeting.map(({ key }) => key), why: `in which account ${describeTerm(text)} is meant isn't told` };
  }
}

function keysOf(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.map(({ fact }) => fact.key))];
}
