import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { type FlowInput, parseFlow } from '../../../modules/core/flow';
import { parseConfiguration } from '../../../modules/landing-zone/configuration/parse-configuration';
import { readSource, ROOT } from '../source-tree';
import type { Block } from './block';

function faultsOf(at: string, read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    return [`${at}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** A whole configuration, a list of flows, or, where the fence says so, some other part: `yaml fragment`. */
export function yamlFaults({ at, attributes, text }: Block): string[] {
  return faultsOf(at, () => {
    if (attributes.fragment !== undefined) return parse(text) as unknown;
    const value: unknown = parse(text);
    return Array.isArray(value)
      ? (value as FlowInput[]).map((flow, n) => parseFlow(flow, n))
      : parseConfiguration({ file: at, text });
  });
}

/** A JSON document. */
export function jsonFaults({ at, text }: Block): string[] {
  return faultsOf(at, () => JSON.parse(text) as unknown);
}

/** `file=` shows a file whole, `excerpt=` some of its lines. */
export function fileFaults({ at, attributes, text }: Block): string[] {
  const path = attributes.file ?? attributes.excerpt;
  if (path === undefined) return [];
  if (!existsSync(join(ROOT, path))) return [`${at}: ${path} doesn't exist`];
  const whole = readSource(path);
  const good = attributes.file === undefined ? whole.includes(text) : whole === text;
  return good ? [] : [`${at}: the block is not what stands in ${path}`];
}
