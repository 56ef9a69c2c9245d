import * as z from 'zod';

type Schema = z.core.$ZodType;

/** The schemas that a value may have, with the wrappers taken off. */
export function alternativesOf(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodOptional) return alternativesOf(schema.def.innerType);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(alternativesOf);
  return [schema];
}

/** The fields of a map with fixed keys, those of all alternatives together; undefined where keys are names. */
export function fieldsOf(schema: Schema): ReadonlyMap<string, Schema> | undefined {
  const objects = alternativesOf(schema).filter((alternative) => alternative instanceof z.ZodObject);
  if (objects.length === 0) return undefined;
  const fields = new Map<string, Schema>();
  for (const [name, schema] of objects.flatMap((object): [string, Schema][] => Object.entries(object.def.shape))) {
    const other = fields.get(name);
    fields.set(name, other === undefined ? schema : z.union([other, schema]));
  }
  return fields;
}

/** The schema of what lies under a key, where the schema says anything about it. */
export function memberOf(schema: Schema | undefined, key: string | number): Schema | undefined {
  if (schema === undefined) return undefined;
  const field = typeof key === 'string' ? fieldsOf(schema)?.get(key) : undefined;
  if (field !== undefined) return field;
  for (const alternative of alternativesOf(schema)) {
    if (alternative instanceof z.ZodArray && typeof key === 'number') return alternative.def.element;
    if (alternative instanceof z.ZodTuple && typeof key === 'number') return alternative.def.items[key];
    if (alternative instanceof z.ZodRecord && typeof key === 'string') return alternative.def.valueType;
  }
  return undefined;
}
