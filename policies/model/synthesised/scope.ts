import { describeTerm } from '../term-text';
import { isTermList, isTermMap, Reference, type Target, type Term, Unknown } from '../term';
import type { Json } from '../universe';
import { findAddressPart } from './expression/address-part';
import { findEchoed, findGenerated, findLeftToOthers, generated, isArgument } from './arguments';
import type { Draft, ResourceBlock } from './draft';
import { type Expression, parseExpression, type Step } from './expression/expression';
import { type Instance, type Instances, instancesOf, isSingle, SINGLE } from './instances';
import { findPieces, mayInterpolate } from './expression/template';
import { joined } from './expression/template-value';
import { notEvaluated, notRead, notTold, quoted } from './expression/why';

/** Finds what a parameter holds that a stack writes. */
export type ReadParameter = (reader: Scope, block: ResourceBlock, instance: Instance, source: string) => Term;

/** Where an expression stands: as it is written, and in which instance of a block. */
interface Site {
  readonly source: string;
  readonly instance: Instance | undefined;
}

/** JSON without references is a term. By way of `unknown`: lint compares the two recursive types without end. */
function asItStands(json: unknown): Term {
  return json as Term;
}

/** Sets a key, whatever it is called: an assignment to `__proto__` would set something else. */
function put<T>(record: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__') Object.defineProperty(record, key, { value, enumerable: true });
  else record[key] = value;
}

/** The beginning of a map that stands as it is. */
function copied(json: Readonly<Record<string, Json>>, names: readonly string[]): Record<string, Term> {
  const copy: Record<string, Term> = {};
  for (const name of names) put(copy, name, asItStands(json[name]));
  return copy;
}

function isAnything(): boolean {
  return true;
}

const OUTSIDE: ReadonlySet<string> = new Set(['var', 'module', 'path', 'terraform', 'self']);

/** One document in which expressions are followed. */
export class Scope {
  readonly #instances = new Map<ResourceBlock, Instances>();
  /** Templates outside of instances, which mean the same wherever they stand. */
  readonly #templates = new Map<string, Term>();
  /** What is being followed: whoever meets it again goes round in a circle. */
  readonly #open = new Set<string>();

  constructor(
    readonly draft: Draft,
    private readonly readParameter: ReadParameter,
  ) {}

  /** A value with its references followed. What holds none is the same object. */
  settle(json: Json, instance?: Instance): Term {
    if (typeof json === 'string') return mayInterpolate(json) ? this.#template(json, instance) : json;
    if (typeof json !== 'object' || json === null) return json;
    if (!Array.isArray(json)) return this.#map(json as Readonly<Record<string, Json>>, instance);
    const list = json as readonly Json[];
    const terms = list.map((each) => this.settle(each, instance));
    return terms.every((term, at) => term === list[at]) ? asItStands(list) : terms;
  }

  /** What the arguments of a block say. */
  bodyOf(block: ResourceBlock, instance: Instance): Readonly<Record<string, Term>> {
    const body = this.#map(block.body, instance, isArgument);
    if (!isTermMap(body)) return {};
    if (block.ignored !== 'all' && block.ignored.size === 0) return body;
    return Object.fromEntries(Object.entries(body).map(([name, term]) => [name, findLeftToOthers(block, name) ?? term]));
  }

  /** How often a block is there. */
  instancesOf(block: ResourceBlock): Instances {
    if (isSingle(block)) return SINGLE;
    const known = this.#instances.get(block);
    if (known !== undefined) return known;
    const instances = this.#once(`instances of ${block.address}`, () => instancesOf(block, (json) => this.settle(json)));
    const found = instances instanceof Unknown ? { known: undefined, why: instances } : instances;
    this.#instances.set(block, found);
    return found;
  }

  /** What an argument says, if it says anything. */
  findArgument(block: ResourceBlock, instance: Instance, name: string): Term | undefined {
    const json = findEchoed(block, name);
    if (json === undefined) return undefined;
    return (
      findLeftToOthers(block, name) ?? this.#once(`${block.address}${instance.suffix}.${name}`, () => this.settle(json, instance))
    );
  }

  /** What a resource is called throughout. */
  keyOf(block: ResourceBlock, suffix: string): string {
    return `${this.draft.name}:${block.address}${suffix}`;
  }

  #once<T>(name: string, work: () => T): T | Unknown {
    if (this.#open.has(name)) return new Unknown(`it refers to itself: ${name}`);
    this.#open.add(name);
    try {
      return work();
    } finally {
      this.#open.delete(name);
    }
  }

  /** Most blocks hold nothing to follow: those stay the object that they are. */
  #map(
    json: Readonly<Record<string, Json>>,
    instance: Instance | undefined,
    isMeant: (name: string) => boolean = isAnything,
  ): Term {
    const dynamic = findGenerated(json.dynamic);
    const isKept = (name: string): boolean =>
      isMeant(name) && (dynamic === undefined || (name !== 'dynamic' && !dynamic.includes(name)));
    const names = Object.keys(json);
    let copy: Record<string, Term> | undefined;
    for (const [at, name] of names.entries()) {
      if (!isKept(name)) {
        copy ??= copied(json, names.slice(0, at));
        continue;
      }
      const value = json[name] ?? null;
      const key = mayInterpolate(name) ? this.settle(name, instance) : name;
      if (typeof key !== 'string') return new Unknown(`one of its keys is ${describeTerm(key)}`);
      const term = this.settle(value, instance);
      if (copy === undefined && key === name && term === value) continue;
      copy ??= copied(json, names.slice(0, at));
      put(copy, key, term);
    }
    if (copy === undefined) return asItStands(json);
    for (const name of dynamic ?? []) put(copy, name, generated(name));
    return copy;
  }

  #template(text: string, instance: Instance | undefined): Term {
    const bound = instance?.key !== undefined;
    const known = bound ? undefined : this.#templates.get(text);
    if (known !== undefined) return known;
    const pieces = findPieces(text);
    const term =
      pieces === undefined
        ? notRead(text)
        : joined(
            pieces.map((piece) => {
              if ('text' in piece) return piece.text;
              const source = piece.expression;
              return this.#evaluate(parseExpression(source), { source, instance });
            }),
          );
    if (!bound) this.#templates.set(text, term);
    return term;
  }

  #evaluate(expression: Expression, site: Site): Term {
    if (expression.kind === 'literal') return expression.value;
    if (expression.kind === 'list') return expression.items.map((item) => this.#evaluate(item, site));
    if (expression.kind === 'path') return this.#path(expression.root, expression.steps, site);
    if (expression.kind === 'other') return notEvaluated(site.source);
    const given = expression.given.map((each) => this.#evaluate(each, site));
    return this.#call(expression.name, given) ?? notEvaluated(site.source);
  }

  #call(name: string, given: readonly Term[]): Term | undefined {
    if (name === 'cidrsubnet') return findAddressPart(given, (reference) => this.#isAmazons(reference));
    const [list, ...more] = given;
    if (name !== 'toset' || more.length > 0 || !isTermList(list)) return undefined;
    return list.every((item) => typeof item === 'string') ? [...new Set(list)].sort() : undefined;
  }

  /** A VPC whose IPv6 block comes from a pool has another length, and isn't Amazon's. */
  #isAmazons({ targets: [{ key, attribute }] }: Reference): boolean {
    const address = key.slice(this.draft.name.length + 1).replace(/\[.*\]$/, '');
    const block = this.draft.blocks.get(address);
    if (block === undefined || this.keyOf(block, '') !== key.replace(/\[.*\]$/, '')) return false;
    const pooled = ['ipv6_ipam_pool_id', 'ipv6_netmask_length'].some((name) => findEchoed(block, name) !== undefined);
    return block.type === 'aws_vpc' && block.mode === 'managed' && attribute === 'ipv6_cidr_block' && !pooled;
  }

  #path(root: string, steps: readonly Step[], site: Site): Term {
    const [first, second, ...rest] = steps;
    const { source, instance } = site;
    if (OUTSIDE.has(root) || first?.kind !== 'name') return OUTSIDE.has(root) ? notTold(root, source) : notEvaluated(source);
    if (root === 'each' || root === 'count') {
      if (instance?.key === undefined) return notTold(root, source);
      return this.#part(first.name === 'value' ? instance.value : instance.key, steps.slice(1), site);
    }
    if (root === 'local') {
      const json = this.draft.locals[first.name];
      if (json === undefined) return new Unknown(`the document has no local.${first.name}: ${quoted(source)}`);
      return this.#part(
        this.#once(`local.${first.name}`, () => this.settle(json)),
        steps.slice(1),
        site,
      );
    }
    if (root !== 'data') return this.#resource(`${root}.${first.name}`, steps.slice(1), site);
    if (second?.kind !== 'name') return notEvaluated(source);
    return this.#resource(`data.${first.name}.${second.name}`, rest, site);
  }

  #resource(address: string, steps: readonly Step[], site: Site): Term {
    const block = this.draft.blocks.get(address);
    const { source } = site;
    if (block === undefined) return new Unknown(`the document has no ${address}: ${quoted(source)}`);
    if (block.type === 'terraform_remote_state') return new Unknown(`it is read from another state: ${quoted(source)}`);
    const [first, ...rest] = steps;
    const instances = this.instancesOf(block);
    if (first?.kind === 'every') {
      // What follows further on means one thing behind `[*]` and another behind `.*`.
      if (instances.known === undefined || rest.length !== 1) return notEvaluated(source);
      return instances.known.map((instance) => this.#attribute(block, instance, rest, site));
    }
    if (instances.known !== undefined && !instances.counted) {
      const [single] = instances.known;
      return single === undefined ? notEvaluated(source) : this.#attribute(block, single, steps, site);
    }
    const key = first?.kind === 'index' ? this.#evaluate(first.index, site) : undefined;
    const candidates = instances.known ?? (instances.only === undefined ? [] : [instances.only]);
    const instance = candidates.find((one) => one.key === key);
    if (instance !== undefined && key !== undefined) return this.#attribute(block, instance, rest, site);
    const why = instances.known === undefined ? instances.why.why : 'there is no such instance';
    return new Unknown(`${quoted(source)}: ${why}`);
  }

  #attribute(block: ResourceBlock, instance: Instance, steps: readonly Step[], site: Site): Term {
    const [first, ...deeper] = steps;
    if (first?.kind !== 'name') return notEvaluated(site.source);
    const { name } = first;
    if (deeper.length === 0) {
      const isParameter = block.mode === 'data' && block.type === 'aws_ssm_parameter';
      if (isParameter && (name === 'value' || name === 'insecure_value')) {
        return this.readParameter(this, block, instance, site.source);
      }
      const argument = this.findArgument(block, instance, name);
      if (argument !== undefined) return argument;
    }
    return this.#extended({ key: this.keyOf(block, instance.suffix), attribute: name }, deeper, site);
  }

  /** A part of an attribute, by its path. */
  #extended({ key, attribute }: Target, steps: readonly Step[], site: Site): Term {
    let path = attribute;
    for (const step of steps) {
      const index = step.kind === 'index' ? this.#evaluate(step.index, site) : undefined;
      if (step.kind === 'name') path += `.${step.name}`;
      else if (typeof index === 'number' || typeof index === 'string') path += `[${JSON.stringify(index)}]`;
      else return notEvaluated(site.source);
    }
    return new Reference([{ key, attribute: path }]);
  }

  /** A part of a value. */
  #part(value: Term, steps: readonly Step[], site: Site): Term {
    const [step, ...rest] = steps;
    if (step === undefined || value instanceof Unknown) return value;
    if (value instanceof Reference && value.targets.length === 1) return this.#extended(value.targets[0], steps, site);
    if (step.kind === 'every') return notEvaluated(site.source);
    const at = step.kind === 'name' ? step.name : this.#evaluate(step.index, site);
    let part: Term | undefined;
    if (isTermList(value) && typeof at === 'number') part = value[at];
    if (isTermMap(value) && typeof at === 'string' && Object.hasOwn(value, at)) part = value[at];
    return part === undefined ? notEvaluated(site.source) : this.#part(part, rest, site);
  }
}
