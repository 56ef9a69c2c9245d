import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';

/** What a user may import, by the name of its report: `plinth/network` is `network`, `plinth` itself `plinth`. */
function entries() {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const typed = Object.entries(exports).filter(([, target]) => target.types !== undefined);
  return typed.map(([path, { types }]) => ({ name: path === '.' ? 'plinth' : path.slice(2), declarations: resolve(types) }));
}

const off = { default: { logLevel: 'none' } };

function configurationOf({ name, declarations }, folder) {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: process.cwd(),
      mainEntryPointFilePath: declarations,
      newlineKind: 'lf',
      compiler: { tsconfigFilePath: resolve('tsconfig.json') },
      apiReport: { enabled: true, reportFileName: name, reportFolder: folder, reportTempFolder: folder },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: off,
        tsdocMessageReporting: off,
        extractorMessageReporting: { ...off, 'ae-forgotten-export': { logLevel: 'warning', addToApiReportFile: true } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  });
}

/** Where a declaration stands in dist/ moves with every line above it. */
const withoutPlaces = (report) => report.replace(/^\/\/ dist\/.*? - (?=\()/gm, '// ');

/** The report of every entry, made from dist/: [name, text]. */
export function makeReports() {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-api-'));
  try {
    const configurations = entries().map((entry) => [entry.name, configurationOf(entry, folder)]);
    const [[, first], ...others] = configurations;
    const additionalEntryPoints = others.map(([, { mainEntryPointFilePath }]) => mainEntryPointFilePath);
    // One program for all of them: most of the time is what TypeScript takes to read the bindings.
    const compilerState = CompilerState.create(first, { additionalEntryPoints });
    return configurations.map(([name, configuration]) => {
      const handle = (message) => (message.handled = message.logLevel !== 'error');
      Extractor.invoke(configuration, { compilerState, localBuild: true, messageCallback: handle });
      return [name, withoutPlaces(readFileSync(join(folder, `${name}.api.md`), 'utf8'))];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
