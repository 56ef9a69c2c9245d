/**
 * Makes one file of main.ts and everything that it needs: loading 700 files takes longer than what they do. It is what
 * `npm start` and the cdktf command line run. Names are kept, since errors and metadata carry them.
 */
import { buildSync } from 'esbuild';

buildSync({
  entryPoints: ['dist/main.js'],
  outfile: 'dist/start.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  keepNames: true,
  logLevel: 'warning',
});
