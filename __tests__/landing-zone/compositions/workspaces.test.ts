import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type LandingZoneInput, parseConfiguration } from '../../../modules/landing-zone';
import type { Body } from '../../test-stack';
import { compose, type Composed, namesOf, ORGANISATION } from './composed';

const NAME = 'management-global-workspaces';
const REPOSITORY = { name: 'acme/landing-zone', githubAppInstallation: 'ghain-Ab1' };

const withHcp = (input: LandingZoneInput): LandingZoneInput => ({
  ...input,
  backend: { kind: 'cloud', organization: 'acme', project: 'landing-zone' },
  delivery: { kind: 'hcp', repository: REPOSITORY },
});

/** Two networks with a peering, so that one waits for the other. */
const PEERED: LandingZoneInput = withHcp({
  ...ORGANISATION,
  networks: {
    web: {
      zones: ['a'],
      tiers: { app: { kind: 'private' } },
      flowLogs: { s3: {} },
      flows: [{ from: 'app', to: 'tools/shared/services', port: 'tcp/443', why: 'The shop calls shared services' }],
    },
    shared: { zones: ['a'], tiers: { services: { kind: 'private' } } },
  },
  peerings: [{ between: ['shop/web', 'tools/shared'], why: 'The shop calls shared services' }],
  accounts: {
    ...ORGANISATION.accounts,
    tools: { id: '444444444444', unit: 'infrastructure', regions: ['eu-west-1'], network: 'shared' },
  },
});

const REFERENCE = withHcp(
  parseConfiguration({
    file: 'landing-zone.yaml',
    text: readFileSync(join(__dirname, '../../../landing-zone.yaml'), 'utf8'),
  }).input,
);

const resources = ({ stacks }: Composed, type: string): Readonly<Record<string, Body>> =>
  stacks.get(NAME)?.resource?.[type] ?? {};

/** `source → target`, one each. */
function triggersOf(zone: Composed): string[] {
  const workspace = (id: unknown): string => /^\$\{tfe_workspace\.(.+)\.id\}$/.exec(String(id))?.[1] ?? '';
  return Object.values(resources(zone, 'tfe_run_trigger'))
    .map(({ sourceable_id: source, workspace_id: target }) => `${workspace(source)} → ${workspace(target)}`)
    .sort();
}

/** As HCP Terraform reads a trigger pattern: ** is any number of folders, * anything within one. */
function matches(pattern: string, file: string): boolean {
  const form = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('**/', '\u0000')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0000', '(?:.*/)?');
  return new RegExp(`^${form}$`).test(`/${file}`);
}

/** The workspaces whose patterns a change of these stacks' files matches. */
function startedBy(zone: Composed, stacks: readonly string[]): string[] {
  const files = stacks.flatMap((stack) =>
    ['cdk.tf.json', 'cloud.tf', '.terraform.lock.hcl'].map((f) => `cdktf.out/stacks/${stack}/${f}`),
  );
  return Object.entries(resources(zone, 'tfe_workspace'))
    .filter(([, { trigger_patterns: patterns }]) =>
      ((patterns ?? []) as string[]).some((each) => files.some((file) => matches(each, file))),
    )
    .map(([name]) => name)
    .sort();
}

function changedStacks(before: Composed, after: Composed): string[] {
  const names = new Set([...before.stacks.keys(), ...after.stacks.keys()]);
  return [...names].filter((name) => JSON.stringify(before.stacks.get(name)) !== JSON.stringify(after.stacks.get(name))).sort();
}

describe.each([
  ['a small organisation', PEERED],
  ['the reference', REFERENCE],
])('the workspaces of %s', (_, input) => {
  const zone = compose(input);

  it('are one for every stack but their own, by its name', () => {
    const others = [...zone.stacks.keys()].filter((name) => name !== NAME).sort();
    expect(namesOf(zone.stacks.get(NAME), 'tfe_workspace')).toEqual(others);
    expect(namesOf(zone.stacks.get(NAME), 'tfe_workspace_settings')).toEqual(others);
    expect(
      Object.values(resources(zone, 'tfe_workspace'))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(others);
  });

  it('come before all others', () => {
    expect(zone.order.waves[0]).toEqual([NAME]);
  });

  it('start runs in the order of the waves only', () => {
    const wave = new Map(zone.order.waves.flatMap((stacks, at) => stacks.map((stack) => [stack, at] as const)));
    const backwards = triggersOf(zone).filter((arrow) => {
      const [source = '', target = ''] = arrow.split(' → ');
      return (wave.get(source) ?? Infinity) >= (wave.get(target) ?? -1);
    });
    expect(backwards).toEqual([]);
  });

  it('have an administrator for the stacks that give the pipeline its rights, and runs for all others', () => {
    const modes = Object.entries(resources(zone, 'tfe_workspace_settings')).map(([name, { execution_mode: mode }]) => [
      name,
      mode,
    ]);
    expect(modes).toEqual(modes.map(([name]) => [name, String(name).endsWith('-delivery') ? 'local' : 'remote']));
    expect(modes.filter(([, mode]) => mode === 'local')).not.toEqual([]);
  });

  it('are given no secret', () => {
    for (const variable of Object.values(resources(zone, 'tfe_variable'))) {
      expect(variable).toMatchObject({ sensitive: false });
      expect(`${String(variable.key)}=${String(variable.value)}`).not.toMatch(/secret|token|passw|AKIA/i);
    }
  });
});

describe('runs that start runs', () => {
  it('go the ways of the dependencies: the archive before flow logs, the accepter before the requester', () => {
    expect(triggersOf(compose(PEERED))).toEqual([
      'logs-eu-west-1-logging → shop-eu-west-1-network',
      'shop-eu-west-1-network → tools-eu-west-1-network',
    ]);
  });
});

describe('a change of the configuration', () => {
  const before = compose(PEERED);
  const changed = (input: LandingZoneInput): [changed: string[], started: string[]] => {
    const after = compose(input, before.ledger);
    const stacks = changedStacks(before, after);
    return [stacks, startedBy(after, stacks)];
  };

  it('of one network starts the runs of the stacks whose files it changes, and of no other', () => {
    const { shared = { zones: [], tiers: {} }, ...networks } = PEERED.networks ?? {};
    const endpoints = { s3: { type: 'gateway' as const } };
    expect(changed({ ...PEERED, networks: { ...networks, shared: { ...shared, endpoints } } })).toEqual([
      ['tools-eu-west-1-network'],
      ['tools-eu-west-1-network'],
    ]);
  });

  it('of the default tags starts all runs, and none where an administrator applies', () => {
    const [stacks, started] = changed({ ...PEERED, tags: { owner: 'platform' } });
    expect(stacks).toEqual([...before.stacks.keys()].filter((name) => name !== NAME).sort());
    expect(started).toEqual(stacks.filter((name) => !name.endsWith('-delivery')));
  });

  it('of nothing starts nothing', () => {
    expect(changed(PEERED)).toEqual([[], []]);
  });
});

describe('the end of workspaces', () => {
  it('of one account: its own lose their protection when it closes, all others keep it', () => {
    const { shop, ...accounts } = PEERED.accounts;
    const zone = compose({
      ...PEERED,
      accounts: { ...accounts, shop: { ...(shop ?? { id: '', unit: '' }), lifecycle: 'closing' } },
    });
    const unprotected = Object.entries(resources(zone, 'tfe_workspace')).filter(([, { lifecycle }]) => lifecycle === undefined);
    expect(unprotected.map(([name]) => name).every((name) => name.startsWith('shop-'))).toBe(true);
    expect(unprotected.map(([name]) => name)).toContain('shop-eu-west-1-network');
  });

  it('of everything: they go last, since the others go in them', () => {
    const closing = compose({ ...PEERED, lifecycle: 'closing' });
    const zone = compose({ ...PEERED, lifecycle: 'closed' }, closing.ledger);
    expect(zone.order.waves.at(-1)).toEqual([NAME]);
    expect(zone.stacks.get(NAME)?.resource).toBeUndefined();
  });
});

describe('without HCP Terraform as who runs them', () => {
  it('there is no stack of workspaces: terraform init makes them', () => {
    const { delivery: _, ...input } = PEERED;
    expect([...compose(input).stacks.keys()]).not.toContain(NAME);
  });
});
