import { parsePort } from '../../../core/port';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import { readPeer } from './peers';

const VERBS = ['isolated', 'reaches'] as const;

/** What must hold: ends and port are read like those of flows. */
export function checkClaims(inspection: Inspection, network: string): void {
  for (const { path } of inspection.entries(['networks', network, 'claims'])) {
    const verbs = VERBS.filter((verb) => inspection.read([...path, verb]) !== undefined);
    if (verbs.length !== 1) {
      const got = verbs.length === 0 ? '{}' : verbs.join(' and ');
      inspection.refuse(path, {
        problem: 'a claim says isolated or reaches',
        got,
        remedy: 'write one claim for each',
        code: 'LZ-CFG-50',
      });
    }
    for (const verb of verbs) checkClaim(inspection, [...path, verb], network);
  }
}

function checkClaim(inspection: Inspection, path: Path, network: string): void {
  readPeer(inspection, [...path, 'from'], network);
  readPeer(inspection, [...path, 'to'], network);
  const port = inspection.readText([...path, 'port']);
  if (port !== undefined) inspection.attempt([...path, 'port'], () => parsePort(port));
}
