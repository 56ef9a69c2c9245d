import type { Block } from './block';
import { commandFaults } from './command-block';
import { fileFaults, jsonFaults, yamlFaults } from './data-block';
import type { DocumentedCommand } from './documented-commands';
import { typescriptFaults } from './typescript-block';

/** Prose in fixed letters, and graphs, which have their own test. */
const SHOWN_ONLY = ['text', 'mermaid'];

function ownFaults(block: Block, commands: readonly DocumentedCommand[]): string[] {
  switch (block.language) {
    case 'bash':
    case 'console':
      return commandFaults(block, commands);
    case 'yaml':
      return yamlFaults(block);
    case 'json':
      return jsonFaults(block);
    case 'ts':
      return [];
    default:
      if (SHOWN_ONLY.includes(block.language)) return [];
      return [`${block.at}: no check knows the language "${block.language}"; use bash, console, ts, yaml, json or text`];
  }
}

/** What doesn't hold in the blocks of documents. A file shown by `file=` is compiled with the sources. */
export function findBlockFaults(blocks: readonly Block[], commands: readonly DocumentedCommand[]): string[] {
  const compiled = blocks.filter(({ language, attributes }) => language === 'ts' && attributes.file === undefined);
  return [...blocks.flatMap((block) => [...ownFaults(block, commands), ...fileFaults(block)]), ...typescriptFaults(compiled)];
}
