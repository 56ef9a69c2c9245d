import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { z } from 'zod';

import {
  configurationJsonSchema,
  type LandingZoneInput,
  renderConfigurationJsonSchema,
} from '../../../modules/landing-zone/configuration';
import { type configurationSchema } from '../../../modules/landing-zone/configuration/configuration-schema';

const ROOT = join(__dirname, '../../..');

interface JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties: JsonSchema;
  readonly required: readonly string[];
  readonly description: string;
}

describe('the JSON schema for editors', () => {
  const schema = configurationJsonSchema() as unknown as JsonSchema;

  test('schema/landing-zone.schema.json is the one that the code gives', () => {
    expect(readFileSync(join(ROOT, 'schema/landing-zone.schema.json'), 'utf8')).toBe(renderConfigurationJsonSchema());
  });

  test('landing-zone.yaml names it for the YAML language server', () => {
    expect(readFileSync(join(ROOT, 'landing-zone.yaml'), 'utf8').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=schema/landing-zone.schema.json',
    );
  });

  test('keys are spelled as in YAML, required ones too', () => {
    expect(schema.properties.organization?.required).toEqual(['name', 'management_account', 'home_region', 'regions']);
    expect(Object.keys(schema.properties.addresses?.properties ?? {})).toEqual(['pool', 'vpc_size', 'reserved_ranges']);
  });

  test('unknown keys are refused, names are free', () => {
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties.networks?.additionalProperties.additionalProperties).toBe(false);
  });

  test('no key has a capital letter', () => {
    const keys = [...renderConfigurationJsonSchema().matchAll(/"properties": \{([^{}]*)/g)];
    expect(keys.length).toBeGreaterThan(10);
    const spelled = JSON.stringify(schema, (key, value: unknown) =>
      key === 'properties'
        ? Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [`key:${name}`, inner as unknown]))
        : value,
    );
    expect(spelled.match(/"key:[^"]*[A-Z][^"]*"/g)).toBeNull();
  });
});

/**
 * Compared without `readonly` and `| undefined`, in which zod and the interfaces differ, and without claims: the schema
 * leaves it to a check that each says one thing, since that check knows the remedy.
 */
type Loose<T> = T extends readonly [infer A, infer B]
  ? [Loose<A>, Loose<B>]
  : T extends readonly (infer U)[]
    ? Loose<U>[]
    : T extends object
      ? { -readonly [K in keyof T]: K extends 'claims' ? true : Loose<Exclude<T[K], undefined>> }
      : T;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

describe('the schema and the interfaces', () => {
  test('describe the same values: this compiles', () => {
    const isSame: Same<Loose<z.output<typeof configurationSchema>>, Loose<LandingZoneInput>> = true;
    expect(isSame).toBe(true);
  });
});
