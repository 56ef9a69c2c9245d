import type { Json } from './universe';

/** An object of JSON. */
export type JsonRecord = Readonly<Record<string, Json>>;

/** Whether it is an object, and no list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What may be written as one or as a list of several: all of them. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}
