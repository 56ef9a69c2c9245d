/** An object of a document while it is put together. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object, so neither a list nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Lays `source` over `target` as cdktf lays fragments of a stack over each other: objects by key, lists one after the
 * other, else the later value; undefined takes away.
 */
export function mergeInto(target: JsonObject, source: JsonObject): JsonObject {
  for (const [key, value] of Object.entries(source)) {
    const there = target[key];
    if (isJsonObject(value)) target[key] = mergeInto(isJsonObject(there) ? there : {}, value);
    else if (Array.isArray(value) && Array.isArray(there)) target[key] = [...(there as unknown[]), ...(value as unknown[])];
    else if (value === undefined) Reflect.deleteProperty(target, key);
    else target[key] = value;
  }
  return target;
}
