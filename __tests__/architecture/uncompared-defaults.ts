/** Literal defaults that default-tags.test.ts can't find in the code of their area, each to be proved by a test of its own. */
export const uncomparedDefaults: readonly string[] = [];
