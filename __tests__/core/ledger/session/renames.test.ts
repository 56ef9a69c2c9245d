import { Ledger, type LedgerSession, type Rename } from '../../../../modules/core/ledger';
import { after, lines, NET, open, refusal, tier } from './asking';

const toApplication: Rename = { kind: 'tier', network: NET, from: 'app', to: 'application' };

function ask(session: LedgerSession, name: string, peer = name): void {
  const within = session.vpc(NET, { size: 20 });
  session.subnets(`${NET}/${name}`, tier('a', within, { ipv6: true }));
  session.aclNumber(`${NET}/${name}`, 'in', 'anywhere tcp/1');
  session.subnets(`${NET}/data`, tier('a', within));
  session.aclNumber(`${NET}/data`, 'in', `${peer} tcp/5432`);
  session.aclNumber('prod/eu-west-1/core/api', 'in', `dev/shop/${peer} tcp/443`);
  session.aclNumber('prod/us-east-1/core/api', 'in', 'dev/shop/app tcp/443');
  session.aclNumber('prod/eu-west-1/core/api', 'in', 'app tcp/443');
}

const first = after(Ledger.empty, (session) => {
  ask(session, 'app');
});
const renamed = after(first, (session) => {
  session.rename(toApplication);
  ask(session, 'application');
});

describe('a tier renamed by formerly', () => {
  it('keeps blocks, subnets and numbers, its own and those of entries that name it as peer in the same region', () => {
    expect(lines(renamed)).toEqual([
      `acl ${NET}/application in anywhere tcp/1: 1000 #1`,
      `acl ${NET}/data in application tcp/5432: 1000 #1`,
      'acl prod/eu-west-1/core/api in app tcp/443: 1010 #1',
      'acl prod/eu-west-1/core/api in dev/shop/application tcp/443: 1000 #1',
      'acl prod/us-east-1/core/api in dev/shop/app tcp/443: 1000 #1',
      `ipv6 ${NET}/application/1: 0 #1`,
      `name ${NET}/application: app #2`,
      `subnet ${NET}/application/a: 10.0.0.0/25 #1`,
      `subnet ${NET}/data/a: 10.0.2.0/25 #1`,
      `tier ${NET}/application/1: 10.0.0.0/23 #1`,
      `tier ${NET}/data/1: 10.0.2.0/23 #1`,
      `vpc ${NET}: 10.0.0.0/20 #1`,
    ]);
  });

  it('tells each rename, and keeps its AWS name', () => {
    const session = open(first);
    session.rename(toApplication);
    ask(session, 'application');
    expect(session.physicalName(`${NET}/application`)).toBe('app');
    expect(session.physicalName(`${NET}/data`)).toBe('data');
    const { changes } = session.finish();
    expect(changes).toHaveLength(7);
    expect(changes).toContainEqual({
      kind: 'renamed',
      key: `tier ${NET}/application/1`,
      value: '10.0.0.0/23',
      from: `tier ${NET}/app/1`,
    });
  });

  it('is renamed once: formerly may stay', () => {
    const session = open(renamed);
    session.rename(toApplication);
    ask(session, 'application');
    expect(session.finish().changes).toEqual([]);
  });

  it('keeps the first AWS name through a chain of renames, and needs no line for it on the way back', () => {
    const chained = after(renamed, (session) => {
      session.rename({ kind: 'tier', network: NET, from: 'application', to: 'backend' });
      ask(session, 'backend');
    });
    expect(chained.find(`name ${NET}/backend`)?.value).toBe('app');
    const session = open(chained);
    session.rename({ kind: 'tier', network: NET, from: 'backend', to: 'app' });
    ask(session, 'app');
    const { ledger, changes } = session.finish();
    expect(ledger.render()).toBe(first.render());
    expect(changes).toContainEqual({ kind: 'removed', key: `name ${NET}/backend`, value: 'app' });
  });

  it('leaves its AWS name to nobody: a new tier app is app-2 there', () => {
    const session = open(renamed);
    ask(session, 'application', 'application');
    session.subnets(`${NET}/app`, tier('a', session.vpc(NET, { size: 20 })));
    expect(session.physicalName(`${NET}/app`)).toBe('app-2');
    expect(session.finish().ledger.find(`name ${NET}/app`)?.value).toBe('app-2');
  });

  it('frees the line of its AWS name when the tier goes', () => {
    const gone = after(renamed, (session) => session.vpc(NET, { size: 20 }));
    expect(gone.find(`name ${NET}/application`)?.state).toBe('freed');
  });

  it('is refused when both names are in use', () => {
    const both = after(first, (session) => {
      ask(session, 'app');
      session.subnets(`${NET}/application`, tier('a', session.vpc(NET, { size: 20 })));
    });
    expect(
      refusal(() => {
        open(both).rename(toApplication);
      }),
    ).toBe(
      'tier dev/eu-west-1/shop/application: "app" and "application" are both in the ledger, so neither can become the other, got formerly: "app"; remove formerly, or end one of the two first [LZ-LEDGER-17]',
    );
  });

  it('is refused when the former name is given to another tier at the same time', () => {
    const session = open(first);
    session.rename(toApplication);
    expect(
      refusal(() => {
        ask(session, 'app');
      }),
    ).toBe(
      'tier dev/eu-west-1/shop/app: the name is the former one of "application", got "app"; choose another name, or remove formerly from "application" once its rename is applied [LZ-LEDGER-17]',
    );
  });

  it('takes over a name that a removed tier had, whose addresses stay taken', () => {
    const gone = after(renamed, (session) => {
      session.subnets(`${NET}/data`, tier('a', session.vpc(NET, { size: 20 })));
    });
    const taken = after(gone, (session) => {
      session.rename({ kind: 'tier', network: NET, from: 'data', to: 'application' });
      session.subnets(`${NET}/application`, tier('a', session.vpc(NET, { size: 20 })));
    });
    expect(lines(taken).filter((line) => /^(tier|name)/.test(line))).toEqual([
      `name ${NET}/application: data #3`,
      `tier ${NET}/application/1: 10.0.2.0/23 #1`,
      `tier ${NET}/application/1~1: 10.0.0.0/23 freed #1`,
    ]);
  });
});

describe('a network and a range renamed by formerly', () => {
  it('a network keeps everything below it, and entries that name it as peer', () => {
    const session = open(first);
    session.rename({ kind: 'network', account: 'dev', region: 'eu-west-1', from: 'shop', to: 'store' });
    const store = 'dev/eu-west-1/store';
    const within = session.vpc(store, { size: 20 });
    expect(session.subnets(`${store}/app`, tier('a', within, { ipv6: true })).blocks.map(String)).toEqual(['10.0.0.0/23']);
    expect(session.aclNumber('prod/eu-west-1/core/api', 'in', 'dev/store/app tcp/443')).toBe(1000);
    expect(session.physicalName(store)).toBe('shop');
    expect(
      session
        .finish()
        .ledger.entries.filter((entry) => entry.state !== 'freed')
        .map((entry) => `${entry.kind} ${entry.key}`),
    ).toEqual([
      'acl prod/eu-west-1/core/api in dev/store/app tcp/443',
      `ipv6 ${store}/app/1`,
      `name ${store}`,
      `subnet ${store}/app/a`,
      `tier ${store}/app/1`,
      `vpc ${store}`,
    ]);
  });

  it('a range keeps its addresses and has no AWS name to keep', () => {
    const pods = after(Ledger.empty, (session) => {
      session.vpc(NET, { size: 20 });
      session.range(`${NET}/pods`, { size: 22 });
    });
    const nodes = after(pods, (session) => {
      session.rename({ kind: 'range', network: NET, from: 'pods', to: 'nodes' });
      session.vpc(NET, { size: 20 });
      session.range(`${NET}/nodes`, { size: 20 });
    });
    expect(lines(nodes)).toEqual([`range ${NET}/nodes: 10.0.16.0/22 #1`, `vpc ${NET}: 10.0.0.0/20 #1`]);
  });
});
