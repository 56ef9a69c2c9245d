import { writeFileSync } from 'node:fs';

/** What a measured process used until it ended. */
export interface Usage {
  /** All but what was put aside. */
  readonly cpuSeconds: number;
  /** Since `beginWork`. */
  readonly workSeconds: number;
  readonly peakMegabytes: number;
}

/** Names the file that the usage goes into; without it nothing is measured. */
export const USAGE_FILE = 'PLINTH_BENCH_USAGE';

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

let putAside = 0;
let begun = 0;

/** Does what only the measurement needs, and no program of its kind would. */
export function aside<Result>(work: () => Result): Result {
  const before = cpuSeconds();
  const result = work();
  putAside += cpuSeconds() - before;
  return result;
}

/** Everything is loaded: what comes now is the work itself. */
export function beginWork(): void {
  begun = cpuSeconds();
}

const file = process.env[USAGE_FILE];
if (file !== undefined) {
  process.on('exit', () => {
    const cpu = cpuSeconds();
    const usage: Usage = {
      cpuSeconds: cpu - putAside,
      workSeconds: cpu - begun,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    };
    writeFileSync(file, JSON.stringify(usage));
  });
}
