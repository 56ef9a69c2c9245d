import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { synth } from '../../main';
import { readUniverse, reachabilityDocument } from '../../policies';

interface Written {
  readonly version: number;
  readonly claims: readonly Record<string, unknown>[];
  readonly flows: readonly Record<string, unknown>[];
  readonly networks: readonly { network: string; groups: readonly string[]; cells: readonly Record<string, unknown>[] }[];
  readonly exposure: readonly { address: string; arrives: readonly string[] }[];
  readonly residue: readonly unknown[];
  readonly rules: { readonly needed: number; readonly covered: readonly string[] };
}

const ROOT = join(__dirname, '..', '..');
const home = mkdtempSync(join(tmpdir(), 'reachability-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Synthesises the reference into a folder, and gives the bytes of its reachability.json. */
function written(out: string): string {
  cpSync(join(ROOT, 'landing-zone.yaml'), join(home, 'landing-zone.yaml'));
  synth({ config: join(home, 'landing-zone.yaml'), out: join(home, out), frozen: false });
  return readFileSync(join(home, out, 'report', 'reachability.json'), 'utf8');
}

describe('reachability.json of the reference', () => {
  const text = written('one');
  const document = JSON.parse(text) as Written;
  const { intent } = readUniverse(join(home, 'one'));

  it('is the same, byte for byte, of a second run into another folder, and of the output that is read again', () => {
    expect(written('two')).toBe(text);
    expect(`${JSON.stringify(reachabilityDocument(readUniverse(join(home, 'one'))), null, 2)}\n`).toBe(text);
  });

  it('holds no path of the machine', () => {
    expect(text).not.toContain(home);
    expect(text).not.toContain(ROOT);
  });

  it('has seven parts', () => {
    expect(Object.keys(document)).toEqual(['version', 'claims', 'flows', 'networks', 'exposure', 'residue', 'rules']);
    expect(document.version).toBe(1);
  });

  it('has all 13 claims in the order of intent.json, each of which holds', () => {
    expect(document.claims.map(({ network, position }) => ({ network, position }))).toEqual(
      intent?.claims.map(({ network, position }) => ({ network, position })),
    );
    expect(document.claims.map(({ holds }) => holds)).toEqual(Array.from({ length: 13 }, () => true));
    expect(document.claims[0]).toEqual({
      network: 'dev/eu-west-1/three-tier',
      isolated: { from: 'internet', to: 'app' },
      position: { file: 'landing-zone.yaml', line: 56, column: 9 },
      holds: true,
      pairs: 3,
    });
  });

  it('has all 18 flows in the order of intent.json, each of which is proven', () => {
    expect(document.flows.map(({ network, from, to, port }) => ({ network, from, to, port }))).toEqual(
      intent?.flows.map(({ network, from, to, port }) => ({ network, from, to, port })),
    );
    expect(document.flows.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 18 }, () => 'proven'));
    expect(document.flows[0]).toEqual({
      network: 'dev/eu-west-1/three-tier',
      from: 'app',
      to: 'data',
      port: 'tcp/5432',
      family: 'v4',
      why: 'The application reads and writes its database',
      position: { file: 'landing-zone.yaml', line: 48, column: 9 },
      verdict: 'proven',
      pairs: 9,
    });
  });

  it('has a matrix for each network, with app to public/alb where out to and in from the internet meet', () => {
    expect(document.networks.map(({ network, groups, cells }) => [network, groups.length, cells.length])).toEqual([
      ['dev/eu-west-1/three-tier', 6, 9],
      ['network/eu-west-1/shared', 1, 2],
      ['prod/eu-west-1/three-tier', 6, 9],
    ]);
    expect(document.networks[0]?.cells).toContainEqual({ from: 'app', to: 'public/alb', family: 'v4', works: ['tcp/443'] });
    expect(document.networks[0]?.cells.filter(({ to }) => to === 'data')).toEqual([
      { from: 'app', to: 'data', family: 'v4', works: ['tcp/5432'] },
    ]);
  });

  it('says of every interface endpoint that nothing of the internet arrives', () => {
    expect(document.exposure.map(({ address, arrives }) => [address, arrives])).toEqual(
      ['dev', 'prod'].flatMap((account) =>
        ['ssm', 'ssmmessages'].map((service) => [
          `${account}-eu-west-1-network:aws_vpc_endpoint.three-tier_endpoint_${service}`,
          [],
        ]),
      ),
    );
  });

  it('lists the residue of intent.json, and how many rules are needed and which are covered', () => {
    expect(document.residue).toEqual(intent?.residue);
    expect({ needed: document.rules.needed, covered: document.rules.covered.length }).toEqual({ needed: 87, covered: 21 });
  });
});
