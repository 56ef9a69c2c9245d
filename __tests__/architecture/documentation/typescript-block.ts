import { join } from 'node:path';

import ts from 'typescript';

import { ROOT } from '../source-tree';
import type { Block } from './block';

function compilerOptions(): ts.CompilerOptions {
  const path = join(ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, (name) => ts.sys.readFile(name)) as { config: { compilerOptions: unknown } };
  // With its path, from which the paths in it are counted; there are no files but the blocks.
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT, undefined, path);
  // A block shows one thing: what it declares needn't be used.
  return { ...options, noEmit: true, incremental: false, noUnusedLocals: false, moduleDetection: ts.ModuleDetectionKind.Force };
}

/** The compiler's complaints about blocks, each compiled as if it were a file in the project's folder. */
export function typescriptFaults(blocks: readonly Block[]): string[] {
  if (blocks.length === 0) return [];
  const options = compilerOptions();
  const texts = new Map(blocks.map((block, n) => [join(ROOT, `documentation-block-${String(n)}.ts`), block]));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => texts.has(name) || disk.fileExists(name),
    getSourceFile: (name, target, ...rest) => {
      const block = texts.get(name);
      return block === undefined ? disk.getSourceFile(name, target, ...rest) : ts.createSourceFile(name, block.text, target);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts].flatMap(([name, { at }]) => {
    const source = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}
