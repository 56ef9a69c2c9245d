import type { Edit } from '../base-configuration';

/** A mistake made in the base configuration, what is said about it, and why TypeScript can't make it where it can't. */
export type Row = readonly [title: string, edits: readonly Edit[], lines: readonly string[], yamlOnly?: string];
