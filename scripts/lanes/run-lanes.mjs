import { runLane } from './run-lane.mjs';

const line = ({ name, passed, failed, skipped, seconds }) => {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return `${failed === 0 ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`;
};

/** Runs every lane, whatever the ones before it gave, and closes with one line of all counts. True where none failed. */
export async function runLanes(lanes) {
  const results = [];
  for (const lane of lanes) {
    console.log(`▸ ${lane.name}`);
    results.push(await runLane(lane));
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  // Where nobody looks, what was skipped proves nothing.
  const failed = sum('failed') + (process.env.CI === 'true' ? sum('skipped') : 0);
  console.log(['', ...results.map(line), `${sum('passed')} passed, ${failed} failed`].join('\n'));
  return failed === 0;
}
