import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { synth } from '../../../../main';
import { type Finding, readUniverse, type Universe } from '../../../../policies';
import type { Proofs } from '../../../../policies/reachability/proof/prove';
import { proofsOf } from '../../../../policies/rules/reachability/proven';

const HEAD = `
organization: { name: acme, management_account: '111111111111', home_region: eu-west-1, regions: [eu-west-1, us-east-1] }
addresses: { vpc_size: 20 }
backend: { kind: local }
`;

/** What becomes of a configuration, of which everything but the organisation is given. */
export interface Configured {
  readonly findings: readonly Finding[];
  /** @throws Error it has findings, so that nothing was written */
  readonly universe: () => Universe;
  readonly proofs: () => Proofs;
}

/** Synthesises a configuration in a folder of its own, which is gone afterwards. */
export function configured(text: string): Configured {
  const home = mkdtempSync(join(tmpdir(), 'plinth-configured-'));
  try {
    const config = join(home, 'landing-zone.yaml');
    writeFileSync(config, `${HEAD}${text}`);
    const out = join(home, 'out');
    const { findings: all, failing } = synth({ config, out, frozen: false, lifecycle: 'living' });
    // Warnings and notes are about other things than what is stated.
    const findings = all.filter(({ level }) => level === 'error');
    const read = failing === 0 ? readUniverse(out) : undefined;
    const universe = (): Universe => {
      if (read === undefined) throw new Error(`it has findings: ${JSON.stringify(findings)}`);
      return read;
    };
    return { findings, universe, proofs: () => proofsOf(universe()) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** What is proven of flows, as `account/region/network from → to port family verdict pairs`. */
export function flowLines({ flows }: Proofs): string[] {
  return flows.map(({ flow: { network, from, to, port }, family, works, pairs }) =>
    [network, from, '→', to, port, family, works ? 'works' : 'fails', String(pairs)].join(' '),
  );
}

/** What passes, as `network: from → to family ports`. */
export function cellLines({ matrices }: Proofs): string[] {
  return matrices.flatMap(({ network, cells }) =>
    cells.map(({ from, to, family, works, arrives = [] }) =>
      [
        `${network}: ${from} → ${to} ${family}`,
        ...works,
        ...(arrives.length === 0 ? [] : [`unanswered ${arrives.join(' ')}`]),
      ].join(' '),
    ),
  );
}
