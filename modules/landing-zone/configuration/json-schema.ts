import * as z from 'zod';

import { configurationSchema } from './configuration-schema';
import { toYaml } from './schema/spelling';

interface JsonObject {
  properties?: Record<string, unknown>;
  required?: string[];
}

/**
 * The JSON schema of landing-zone.yaml, in YAML's spelling, for editors. Draft 7 is what the YAML language server reads
 * without gaps.
 */
export function configurationJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(configurationSchema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (!(zodSchema instanceof z.ZodObject)) return;
      const object = jsonSchema as JsonObject;
      object.properties = Object.fromEntries(
        Object.entries(object.properties ?? {}).map(([field, value]) => [toYaml(field), value]),
      );
      if (object.required !== undefined) object.required = object.required.map(toYaml);
    },
  });
  return { ...schema, title: 'Plinth landing zone' };
}

/** The text of schema/landing-zone.schema.json. */
export function renderConfigurationJsonSchema(): string {
  return `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`;
}
