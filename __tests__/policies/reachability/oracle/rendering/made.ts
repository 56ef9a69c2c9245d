import { Hole } from '../world';

/** What another resource will be known by. */
export class Ref {
  constructor(
    /** `<type>.<name>`, with `data.` before it where it is one. */
    readonly address: string,
    readonly attribute: string,
  ) {}
}

/** An argument as its author writes it. */
export type Value = string | number | boolean | null | Ref | Hole<unknown> | readonly Value[] | Fields;
export interface Fields {
  readonly [name: string]: Value;
}

/** One resource, before it is written down in any form. */
export interface Made {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly args: Fields;
  /** The alias of its provider. @default - the one without */
  readonly alias?: string;
}

export function isFields(value: Value): value is Fields {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Ref) && !(value instanceof Hole)
  );
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** How its author writes rules, entries and routes. */
export interface Style {
  readonly rules: 'separate' | 'inline' | 'legacy';
  readonly entries: 'separate' | 'inline';
  readonly routes: 'separate' | 'inline';
}

export const SEPARATE: Style = { rules: 'separate', entries: 'separate', routes: 'separate' };
export const INLINE: Style = { rules: 'inline', entries: 'inline', routes: 'inline' };
export const LEGACY: Style = { rules: 'legacy', entries: 'separate', routes: 'inline' };

/** Collects resources under names of their own. */
export class Author {
  readonly made: Made[] = [];

  add(type: string, name: string, args: Fields, alias?: string): string {
    const address = `${type}.${name}`;
    this.made.push({ address, mode: 'managed', type, name, args, ...(alias === undefined ? {} : { alias }) });
    return address;
  }

  data(type: string, name: string, args: Fields): string {
    const address = `data.${type}.${name}`;
    this.made.push({ address, mode: 'data', type, name, args });
    return address;
  }
}
