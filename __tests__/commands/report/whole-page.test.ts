import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { organizationOf, yamlOf } from '../../../bench/organization';
import { synth } from '../../../main';
import { readUniverse } from '../../../policies';
import { planFile, PLANS } from '../../policies/judged/judged';
import { report } from './listener';
import { nestingFaults, referenceFaults } from './markup';

const ROOT = join(__dirname, '..', '..', '..');
const FOREIGN = join(ROOT, '__tests__/policies/foreign');
const MEGABYTE = 1_000_000;

jest.setTimeout(60_000);

let home: string;
const { SOURCE_DATE_EPOCH: epoch } = process.env;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'whole-page-'));
  process.env.SOURCE_DATE_EPOCH = '1795910400';
});
afterAll(() => {
  if (epoch === undefined) delete process.env.SOURCE_DATE_EPOCH;
  else process.env.SOURCE_DATE_EPOCH = epoch;
  rmSync(home, { recursive: true, force: true });
});

/** Synthesises a configuration in a folder of its own, once more if it was before, and gives the page. */
function synthesised(name: string, text: string): string {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'landing-zone.yaml'), text);
  const { failing } = synth({ config: join(folder, 'landing-zone.yaml'), out: join(folder, 'cdktf.out'), frozen: false });
  if (failing > 0) throw new Error(`${name} has errors`);
  return readFileSync(join(folder, 'cdktf.out/report/index.html'), 'utf8');
}

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const reference = (): string => textOf('landing-zone.yaml');

async function pageOf(path: string): Promise<string> {
  const file = join(home, 'page.html');
  const { code } = await report([path, '--out', file]);
  expect(code).toBe(0);
  return readFileSync(file, 'utf8');
}

/** A page without its chapter of changes, and without the link that leads there. */
function withoutChanges(page: string): string {
  return page.replace(/<section id="changes"[^]*?<\/section>\n/, '').replace('<li><a href="#changes">Changes</a></li>', '');
}

function changesIn(page: string): string {
  const [, text = ''] = /<section id="changes"[^]*?>([^]*?)<\/section>/.exec(page) ?? [];
  return text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('the page of a synth', () => {
  it('is the same the second time but for what changed, has less than 2 MB, and every link in it leads somewhere', () => {
    const [first, second] = [synthesised('reference', reference()), synthesised('reference', reference())];

    expect(changesIn(first)).toBe('');
    expect(changesIn(second)).toContain('Compared with the synth before. No changes: both are the same.');
    expect(withoutChanges(second)).toBe(first);
    expect(Buffer.byteLength(first)).toBeLessThan(2 * MEGABYTE);
    expect([nestingFaults(second), referenceFaults(second)]).toEqual([[], []]);
  });

  it('tells what an edit changes of the synth before, and nothing else', () => {
    const [from, to] = ['to: data, port: tcp/5432, why', 'to: data, port: tcp/5433, why'];
    const claim = ['from: app, to: data, port: tcp/5432 }', 'from: app, to: data, port: tcp/5433 }'] as const;
    const page = synthesised(
      'reference',
      reference()
        .replace(from, to)
        .replace(...claim),
    );

    // In each of two accounts: a rule of either group, and an entry of either network ACL.
    expect(changesIn(page)).toContain('Compared with the synth before. 8 removed, 8 added: 16 changes in 2 stacks');
    expect([nestingFaults(page), referenceFaults(page)]).toEqual([[], []]);
  });

  it.each(['dual-stack', 'hcp-terraform'])('has links that all lead somewhere for examples/%s', (example) => {
    const page = synthesised(example, textOf(`examples/${example}/landing-zone.yaml`));

    expect([nestingFaults(page), referenceFaults(page)]).toEqual([[], []]);
  });

  it('has less than 3 MB for 100 accounts, and stays sound', () => {
    const page = synthesised('hundred', yamlOf(organizationOf(100)));

    expect(Buffer.byteLength(page)).toBeLessThan(3 * MEGABYTE);
    expect([nestingFaults(page), referenceFaults(page)]).toEqual([[], []]);
  });
});

describe('the page of Terraform by others', () => {
  const states = readdirSync(FOREIGN).filter((name) => existsSync(join(FOREIGN, name, 'state.json')));
  const documents = [
    ...PLANS.map((plan) => planFile(plan)),
    ...states.flatMap((name) => ['plan.json', 'state.json'].map((file) => join(FOREIGN, name, file))),
    join(ROOT, 'examples/reachability/network'),
  ];

  it.each(documents.map((path) => path.slice(ROOT.length + 1)))(
    'is sound, and each of its links leads somewhere, for %s',
    async (path) => {
      const page = await pageOf(join(ROOT, path));

      expect([nestingFaults(page), referenceFaults(page)]).toEqual([[], []]);
    },
  );

  it('names every resource of it', async () => {
    const page = await pageOf(planFile('platform'));
    const addresses = readUniverse(planFile('platform')).stacks.flatMap(({ resources }) =>
      resources.map(({ address }) => address),
    );

    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !page.includes(address.replaceAll('"', '&quot;')))).toEqual([]);
  });
});
