import { runLane } from './run-lane.mjs';

const line = ({ name, passed, failed, skipped, seconds }) => {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return `${failed === 0 ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`;
};

/** What runs side by side: one for each core of a small machine. */
const AT_ONCE = 2;

/** Runs lanes that need nothing of each other, the first of them first. */
async function runBeside(lanes) {
  const results = [];
  const waiting = [...lanes.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, lane] = next;
      console.log(`▸ ${lane.name}`);
      results[place] = await runLane(lane);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

/**
 * Runs every lane, whatever the ones before it gave, and closes with one line of all counts. True where none failed. Lanes in a
 * list of their own run side by side.
 */
export async function runLanes(lanes) {
  const results = [];
  for (const lane of lanes) results.push(...(await runBeside([lane].flat())));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  // Where nobody looks, what was skipped proves nothing.
  const failed = sum('failed') + (process.env.CI === 'true' ? sum('skipped') : 0);
  console.log(['', ...results.map(line), `${sum('passed')} passed, ${failed} failed`].join('\n'));
  return failed === 0;
}
