#!/usr/bin/env node
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';

chdir(fileURLToPath(new URL('..', import.meta.url)));
// Loaded after the change of folder: what there is to look at is seen from the project's folder.
const { lanes } = await import('./lanes.mjs');
const { runLanes } = await import('./lanes/run-lanes.mjs');

const asked = process.argv.slice(2);
if (asked.length === 0 || asked.some((name) => !Object.hasOwn(lanes, name))) {
  console.error(`usage: check.mjs ${Object.keys(lanes).join('|')} …`);
  process.exitCode = 2;
} else {
  process.exitCode = (await runLanes(asked.flatMap((name) => lanes[name]))) ? 0 : 1;
}
