import type { z } from 'zod';

import { configurationSchema } from '../configuration-schema';
import type { Path } from '../inspection/path';
import { fieldsOf, memberOf } from './schema-fields';

/** homeRegion → home_region: the one mapping between TypeScript's spelling and YAML's. */
export function toYaml(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The field that YAML spells this way. Names that users give, tags and policies are no fields and stay as they are. */
export function fromYaml(schema: z.core.$ZodType | undefined, key: string): string {
  const fields = schema === undefined ? undefined : fieldsOf(schema);
  return [...(fields?.keys() ?? [])].find((field) => toYaml(field) === key) ?? key;
}

/** The path in YAML's spelling. */
export function spellPath(path: Path): Path {
  let schema: z.core.$ZodType | undefined = configurationSchema;
  return path.map((key) => {
    const isField = typeof key === 'string' && schema !== undefined && fieldsOf(schema)?.has(key) === true;
    schema = memberOf(schema, key);
    return isField ? toYaml(key) : key;
  });
}
