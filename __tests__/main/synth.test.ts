import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { synth, type SynthOptions, type SynthResult } from '../../main';
import { refusalOf } from '../refusal';

const ROOT = join(__dirname, '..', '..');
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'synth-'));
  cpSync(join(ROOT, 'landing-zone.yaml'), join(home, 'landing-zone.yaml'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function run(change: Partial<SynthOptions> = {}): SynthResult {
  return synth({ config: join(home, 'landing-zone.yaml'), out: join(home, 'cdktf.out'), frozen: false, ...change });
}

function edit(from: string | RegExp, to: string): void {
  const file = join(home, 'landing-zone.yaml');
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(from, () => to);
  if (edited === text) {
    throw new Error(`nothing to edit: ${String(from)}`);
  }
  writeFileSync(file, edited);
}

/** Every file below the output and the ledger, with its text. */
function tree(): Record<string, string> {
  const files = readdirSync(home, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );
}

describe('synth of the reference organisation', () => {
  it('writes five stacks, their order, the intent and the ledger, without an error', () => {
    const { stacks, failing, zone } = run();

    expect({ stacks, failing, waves: zone.order.waves }).toEqual({
      stacks: 5,
      failing: 0,
      waves: [
        ['log-archive-eu-west-1-logging', 'management-global-identity'],
        ['dev-eu-west-1-network'],
        ['network-eu-west-1-network'],
        ['prod-eu-west-1-network'],
      ],
    });
    expect(readdirSync(join(home, 'cdktf.out')).sort()).toEqual([
      'intent.json',
      'manifest.json',
      'order.json',
      'report',
      'stacks',
    ]);
    expect(readdirSync(home).sort()).toEqual(['addresses.lock.json', 'cdktf.out', 'landing-zone.yaml']);
  });

  it('is byte-identical the second time but for the page, which says that nothing changed; the third time touches no file', () => {
    const page = join(home, 'cdktf.out/report/index.html');
    run();
    const { [page]: first, ...before } = tree();
    const stack = join(home, 'cdktf.out/stacks/dev-eu-west-1-network/cdk.tf.json');
    const { mtimeMs } = statSync(stack);

    expect(run().zone.ledgerChanges).toEqual([]);
    const { [page]: second, ...after } = tree();
    expect(after).toEqual(before);
    expect(statSync(stack).mtimeMs).toBe(mtimeMs);
    expect([first, second].map((text) => text?.includes('No changes: both are the same.'))).toEqual([false, true]);

    const { mtimeMs: written } = statSync(page);
    run();
    expect(tree()).toEqual({ ...before, [page]: second });
    expect(statSync(page).mtimeMs).toBe(written);
  });

  it('holds no path of the machine that made it', () => {
    run();

    expect(Object.values(tree()).filter((text) => text.includes(home) || text.includes(ROOT))).toEqual([]);
  });

  it('matches the committed ledger', () => {
    cpSync(join(ROOT, 'addresses.lock.json'), join(home, 'addresses.lock.json'));

    expect(run({ frozen: true }).zone.ledgerChanges).toEqual([]);
  });

  it('carries each flow with the line that states it', () => {
    const { flows } = run().zone.intent;

    expect(flows.find(({ network, to }) => network === 'prod/eu-west-1/three-tier' && to === 'data')).toEqual({
      network: 'prod/eu-west-1/three-tier',
      from: 'app',
      to: 'data',
      port: 'tcp/5432',
      why: 'The application reads and writes its database',
      clientPorts: '1024-65535',
      position: { file: 'landing-zone.yaml', line: expect.any(Number) as number, column: 9 },
    });
  });

  it('names groups of a peered network in another account by account and id, in the stack that holds the peering', () => {
    run();
    const dev = readFileSync(join(home, 'cdktf.out/stacks/network-eu-west-1-network/cdk.tf.json'), 'utf8');
    const { resource } = JSON.parse(dev) as { resource: Record<string, Record<string, Record<string, unknown>>> };

    expect(resource.aws_vpc_security_group_ingress_rule?.['shared_services_from_dev--three-tier--app_tcp--3128']).toMatchObject({
      referenced_security_group_id:
        '555555555555/${data.aws_ssm_parameter.dev--three-tier_group_id_dev--three-tier--app.insecure_value}',
      security_group_id: '${aws_security_group.shared_services.id}',
    });
    expect(
      resource.aws_vpc_security_group_egress_rule?.['dev--three-tier--app_to_network--shared--services_tcp--3128'],
    ).toMatchObject({
      provider: 'aws.dev_eu-west-1',
    });
  });

  it('routes a peering to the blocks of the tiers that flows name, never to the whole VPC', () => {
    const { zone } = run();
    const { resource } = JSON.parse(
      readFileSync(join(home, 'cdktf.out/stacks/network-eu-west-1-network/cdk.tf.json'), 'utf8'),
    ) as {
      resource: { aws_route: Record<string, { destination_cidr_block: string; vpc_peering_connection_id?: string }> };
    };
    const peered = Object.values(resource.aws_route).filter((route) => route.vpc_peering_connection_id !== undefined);
    const blocks = ['tier dev/eu-west-1/three-tier/app/1', 'tier network/eu-west-1/shared/services/1'].map(
      (id) => zone.ledger.find(id)?.value,
    );

    expect(new Set(peered.map((route) => route.destination_cidr_block))).toEqual(new Set(blocks));
  });
});

describe('synth', () => {
  it('refuses to change a frozen ledger, and writes nothing', () => {
    run();
    edit('zones: [a, b, c]', 'zones: [a, b]');
    const before = tree();

    expect(refusalOf(() => run({ frozen: true }))).toContain('[LZ-LEDGER-18]');
    expect(tree()).toEqual(before);
  });

  it('leaves the former output in place when the configuration is wrong', () => {
    run();
    edit('port: tcp/5432', 'port: tcp/70000');
    const before = tree();

    expect(refusalOf(() => run())).toContain('[LZ-PORT-2]');
    expect(tree()).toEqual(before);
  });

  it('leaves the former output and the ledger in place when the output has a finding', () => {
    run();
    // Nineteen entries are what the default quota leaves; on-premises blocks take one each.
    const blocks = Array.from({ length: 19 }, (_, n) => `192.168.${String(n)}.0/24`).join(', ');
    edit('networks:\n', `on_premises:\n  office: { cidrs: [${blocks}], gateway: tgw-0123456789abcdef0 }\n\nnetworks:\n`);
    edit(
      '      - { from: app, to: data',
      '      - { from: "onprem:office", to: app, port: tcp/22, why: Operators }\n      - { from: app, to: data',
    );
    const before = tree();

    expect(refusalOf(() => run())).toContain('[LZ-NET-6]');
    expect(tree()).toEqual(before);
  });

  it('replaces only the stack that is named', () => {
    run();
    edit('The application reads and writes its database', 'The application keeps orders');
    const before = tree();

    run({ only: ['dev-eu-west-1-network'] });

    const changed = Object.entries(tree()).filter(([file, text]) => before[file] !== text);
    expect(changed.map(([file]) => file)).toEqual([join(home, 'cdktf.out/stacks/dev-eu-west-1-network/cdk.tf.json')]);
  });

  it('refuses a stack that is not there, with the one that was meant', () => {
    expect(refusalOf(() => run({ only: ['dev-eu-west-1-networks'] }))).toBe(
      '--only: there is no such stack, got "dev-eu-west-1-networks"; did you mean "dev-eu-west-1-network"? [LZ-STACK-3]',
    );
  });

  it('refuses a configuration that is not there', () => {
    expect(refusalOf(() => run({ config: join(home, 'nowhere.yaml') }))).toBe(
      `${join(home, 'nowhere.yaml')}: the configuration can't be read (ENOENT), got "${join(home, 'nowhere.yaml')}"; give the path of a landing-zone.yaml, by LANDING_ZONE or --config [LZ-FILE-1]`,
    );
  });

  it('tries a lifecycle without writing it to the ledger', () => {
    run();
    const ledger = readFileSync(join(home, 'addresses.lock.json'), 'utf8');

    run({ lifecycle: 'closing', frozen: true });

    expect(readFileSync(join(home, 'addresses.lock.json'), 'utf8')).toBe(ledger);
    expect(readFileSync(join(home, 'cdktf.out/stacks/dev-eu-west-1-network/cdk.tf.json'), 'utf8')).not.toContain(
      'prevent_destroy',
    );
  });
});

describe('the end of an account', () => {
  const dev = /  dev:\n(    .*\n)+/;
  const peering = /  - \{ between: \[dev.*\n/;

  it('refuses to drop a living account from the configuration, and says how it ends', () => {
    run();
    edit(dev, '');
    edit(peering, '');

    expect(refusalOf(() => run())).toContain('lifecycle: closing');
  });

  it('goes by closing and closed: protection off, then provider and backend only, then gone', () => {
    const stack = join(home, 'cdktf.out/stacks/dev-eu-west-1-network/cdk.tf.json');
    const resources = (): number =>
      Object.keys((JSON.parse(readFileSync(stack, 'utf8')) as { resource?: object }).resource ?? {}).length;
    run();

    edit("id: '555555555555'", "id: '555555555555'\n    lifecycle: closing");
    run();
    expect(readFileSync(stack, 'utf8')).not.toContain('prevent_destroy');
    expect(resources()).toBeGreaterThan(10);

    edit('lifecycle: closing', 'lifecycle: closed');
    const { zone } = run();
    expect(resources()).toBe(0);
    expect(zone.order.waves.at(-1)).toContain('dev-eu-west-1-network');

    edit(dev, '');
    edit(peering, '');
    run();
    expect(existsSync(stack)).toBe(false);
  });
});
