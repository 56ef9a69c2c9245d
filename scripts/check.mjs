#!/usr/bin/env node
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';

chdir(fileURLToPath(new URL('..', import.meta.url)));
// Loaded after the change of folder: what there is to look at is seen from the project's folder.
const { lanes } = await import('./lanes.mjs');
const { runLane } = await import('./run-lane.mjs');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => lanes[name] === undefined);
if (asked.length === 0 || unknown.length > 0) {
  console.error(`usage: check.mjs ${Object.keys(lanes).join('|')} …`);
  process.exit(2);
}

const results = [];
for (const lane of asked.flatMap((name) => lanes[name])) {
  console.log(`▸ ${lane.name}`);
  results.push(await runLane(lane));
}

console.log();
for (const { name, passed, failed, skipped, seconds } of results) {
  const mark = failed === 0 ? '✓' : '✗';
  console.log(
    `${mark} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
}

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
// Where nobody looks, what was skipped proves nothing.
const failed = sum('failed') + (process.env.CI === 'true' ? sum('skipped') : 0);
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
