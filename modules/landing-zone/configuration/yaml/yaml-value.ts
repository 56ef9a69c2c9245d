import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { z } from 'zod';

import { asWritten, type Fault } from '../../../core/input-error';
import { type Path, type Position, renderPosition } from '../inspection/path';
import { fieldsOf, memberOf } from '../schema/schema-fields';
import { fromYaml, toYaml } from '../schema/spelling';
import type { YamlDocument } from './yaml-document';

type Schema = z.core.$ZodType | undefined;

/** Where an entry and its parts were written. */
export interface Place {
  /** Left out: it stands in a list, or is the whole. */
  readonly key?: Position;
  readonly value: Position;
  /** A scalar as it was typed. Left out: it is none. */
  readonly source?: string;
  readonly parts: ReadonlyMap<string | number, Place>;
}

/** A mistake that YAML lets pass: it has a position of its own, since its path may be taken by another entry. */
export interface YamlMistake {
  readonly at: Position;
  readonly path: Path;
  readonly fault: Fault;
}

interface Reading {
  readonly value: unknown;
  readonly place: Place;
}

interface MapEntry {
  readonly name: string;
  readonly key: Position;
  readonly node: Node | null;
}

/** What aliases may add to a file: enough for a thousand accounts, too little for a billion laughs. */
const MOST_ALIASED = 100_000;

const CORE_TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`));

/** Walks a document once: values in TypeScript's spelling, the places they stand at, and what is wrong with them as YAML. */
export class YamlWalk {
  readonly mistakes: YamlMistake[] = [];
  readonly #document: YamlDocument;
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #aliasDepth = 0;
  #aliased = 0;
  #isExhausted = false;

  constructor(document: YamlDocument) {
    this.#document = document;
  }

  read(schema: Schema): Reading {
    return this.#node(this.#document.root, [], schema, undefined);
  }

  #refuse(at: Position, path: Path, fault: Fault): void {
    this.mistakes.push({ at, path, fault });
  }

  #at(node: Node): Position {
    return this.#document.positionAt(node.range?.[0] ?? 0);
  }

  #node(node: Node | null, path: Path, schema: Schema, key: Position | undefined): Reading {
    const value = node === null ? (key ?? this.#at(this.#document.root)) : this.#at(node);
    const here = { value, ...(key === undefined ? {} : { key }) };
    if (isAlias(node)) return this.#alias(node.source, value, path, schema, key);
    if (this.#aliasDepth > 0) this.#aliased += 1;
    else if (node !== null && !isAlias(node) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (node === null || this.#open.has(node)) return this.#content(node, path, schema, here);
    this.#open.add(node);
    const reading = this.#content(node, path, schema, here);
    this.#open.delete(node);
    return reading;
  }

  #content(node: Exclude<Node, Alias> | null, path: Path, schema: Schema, here: Omit<Place, 'parts'>): Reading {
    if (node?.tag !== undefined && !CORE_TAGS.has(node.tag)) {
      this.#refuse(here.value, path, {
        problem: 'the tag is not known',
        got: asWritten(node.tag),
        remedy: 'leave the tag out',
        code: 'LZ-CFG-9',
      });
    }
    if (isMap(node)) return this.#map(node, path, schema, here);
    if (isSeq(node)) {
      const items = node.items.map((item, i) => this.#node(item as Node, [...path, i], memberOf(schema, i), undefined));
      return {
        value: items.map((item) => item.value),
        place: { ...here, parts: new Map(items.map((item, i) => [i, item.place])) },
      };
    }
    const scalar = isScalar(node) ? node : null;
    return { value: scalar?.value ?? null, place: { ...here, source: scalar?.source ?? '', parts: new Map() } };
  }

  #alias(name: string, at: Position, path: Path, schema: Schema, key: Position | undefined): Reading {
    const target = this.#anchors.get(name);
    const problem =
      target === undefined
        ? 'no anchor of this name stands before the alias'
        : this.#open.has(target)
          ? 'the alias stands inside what it names'
          : this.#aliased > MOST_ALIASED
            ? `aliases repeat more than ${String(MOST_ALIASED)} values`
            : undefined;
    if (target === undefined || problem !== undefined) {
      const got = asWritten(`*${name}`);
      if (!this.#isExhausted) {
        this.#refuse(at, path, { problem: problem ?? '', got, remedy: 'write the value itself', code: 'LZ-CFG-6' });
      }
      this.#isExhausted ||= this.#aliased > MOST_ALIASED;
      return { value: undefined, place: { value: at, ...(key === undefined ? {} : { key }), parts: new Map() } };
    }
    this.#aliasDepth += 1;
    const reading = this.#node(target, path, schema, key);
    this.#aliasDepth -= 1;
    return reading;
  }

  #map(node: YAMLMap, path: Path, schema: Schema, here: Omit<Place, 'parts'>): Reading {
    const value: Record<string, unknown> = {};
    const parts = new Map<string, Place>();
    const take = (name: string, reading: Reading): void => {
      if (parts.has(name)) return;
      parts.set(name, reading.place);
      if (reading.value !== undefined) value[name] = reading.value;
    };
    const merged: MapEntry[] = [];
    for (const entry of this.#entries(node, path)) {
      if (entry.name === '<<') {
        merged.push(entry);
        continue;
      }
      const name = fromYaml(schema, entry.name);
      const reading = this.#node(entry.node, [...path, name], memberOf(schema, name), entry.key);
      const first = parts.get(name)?.key;
      if (first !== undefined) {
        const problem = `the key is written twice, first at ${renderPosition(first)}`;
        this.#refuse(entry.key, [...path, name], {
          problem,
          got: asWritten(entry.name),
          remedy: 'keep one of them',
          code: 'LZ-CFG-7',
        });
      }
      take(name, reading);
      // TypeScript's spelling names the field too, but a file has one way to say a thing.
      if (name === entry.name && schema !== undefined && fieldsOf(schema)?.has(name) === true && toYaml(name) !== name) {
        const remedy = `did you mean "${toYaml(name)}"?`;
        this.#refuse(entry.key, [...path, name], {
          problem: 'the key is not known',
          got: asWritten(name),
          remedy,
          code: 'LZ-CFG-10',
        });
      }
    }
    for (const entry of merged) this.#merge(entry, path, schema, take);
    return { value, place: { ...here, parts } };
  }

  /** YAML 1.1's merge key: what the map doesn't say itself comes from the maps it names, the first of them first. */
  #merge(entry: MapEntry, path: Path, schema: Schema, take: (name: string, reading: Reading) => void): void {
    for (const source of isSeq(entry.node) ? (entry.node.items as Node[]) : [entry.node]) {
      const { value, place } = this.#node(source, path, schema, entry.key);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        const got = asWritten(value ?? 'nothing');
        if (value !== undefined) {
          this.#refuse(entry.key, path, {
            problem: 'only maps can be merged',
            got,
            remedy: 'name a map by <<: *anchor',
            code: 'LZ-CFG-8',
          });
        }
        continue;
      }
      for (const [name, part] of place.parts) {
        take(String(name), { value: (value as Record<string, unknown>)[name], place: part });
      }
    }
  }

  #entries(node: YAMLMap, path: Path): MapEntry[] {
    return (node.items as Pair<Node, Node | null>[]).flatMap(({ key, value }) => {
      const at = this.#at(key);
      if (isScalar(key) && typeof key.value === 'string' && key.value !== '__proto__') {
        return [{ name: key.value, key: at, node: value }];
      }
      const got = isScalar(key) ? asWritten(key.source ?? '') : isAlias(key) ? asWritten(`*${key.source}`) : 'a list or map';
      this.#refuse(at, path, {
        problem: 'the key is not a name',
        got,
        remedy: 'put it in quotes if it is meant',
        code: 'LZ-CFG-8',
      });
      return [];
    });
  }
}
