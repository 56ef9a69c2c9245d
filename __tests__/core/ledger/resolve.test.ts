import { Cidr } from '../../../modules/core/cidr';
import { InputError } from '../../../modules/core/input-error';
import { Ledger, readColliding, resolveLedger, type ResolveOptions } from '../../../modules/core/ledger';

const NET = 'dev/eu-west-1/shop';

function file(lines: readonly string[]): string {
  return `{\n${lines.map((line) => `  ${line.replace(/^(.*): ([^:]*)$/, '"$1": "$2"')},\n`).join('')}  "~": ""\n}\n`;
}

function resolve(lines: readonly string[], options: Partial<ResolveOptions> = {}, pool = '10.0.0.0/16') {
  const { ledger, moved } = resolveLedger(readColliding(file(lines), 'f'), { pool: Cidr.parse(pool), reserved: [], ...options });
  const after = ledger
    .render()
    .split('\n')
    .filter((line) => line.endsWith(','))
    .map((line) => line.slice(2, -1).replaceAll('"', ''));
  return { after, moved };
}

function refusal(lines: readonly string[], pool?: string): string {
  try {
    resolve(lines, {}, pool);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'accepted';
}

const STAYS = 'vpc dev/eu-west-1/core: 10.0.16.0/20 #1';

describe('resolve', () => {
  it('moves the newer VPC with its tiers and subnets, each at its offset', () => {
    const { after, moved } = resolve([
      STAYS,
      `vpc ${NET}: 10.0.16.0/20 #2`,
      `tier ${NET}/app/1: 10.0.18.0/23 #2`,
      `subnet ${NET}/app/b: 10.0.18.128/25 #2`,
    ]);
    expect(after).toEqual([
      `subnet ${NET}/app/b: 10.0.2.128/25 #2`,
      `tier ${NET}/app/1: 10.0.2.0/23 #2`,
      STAYS,
      `vpc ${NET}: 10.0.0.0/20 #2`,
    ]);
    expect(moved).toEqual([
      { key: `vpc ${NET}`, from: '10.0.16.0/20', to: '10.0.0.0/20' },
      { key: `tier ${NET}/app/1`, from: '10.0.18.0/23', to: '10.0.2.0/23' },
      { key: `subnet ${NET}/app/b`, from: '10.0.18.128/25', to: '10.0.2.128/25' },
    ]);
  });

  it('moves the newer of two blocks with its subnets inside the range', () => {
    expect(
      resolve([
        `vpc ${NET}: 10.0.16.0/20 #1`,
        `tier ${NET}/app/1: 10.0.16.0/23 #2`,
        `subnet ${NET}/app/b: 10.0.16.128/25 #2`,
        `tier ${NET}/data/1: 10.0.16.0/23 #3`,
        `subnet ${NET}/data/b: 10.0.16.128/25 #3`,
      ]).after,
    ).toEqual([
      `subnet ${NET}/app/b: 10.0.16.128/25 #2`,
      `subnet ${NET}/data/b: 10.0.18.128/25 #3`,
      `tier ${NET}/app/1: 10.0.16.0/23 #2`,
      `tier ${NET}/data/1: 10.0.18.0/23 #3`,
      `vpc ${NET}: 10.0.16.0/20 #1`,
    ]);
  });

  it('moves the newer zone into the next slot, and into a block of its own when there is none', () => {
    const block = [
      `vpc ${NET}: 10.0.16.0/20 #1`,
      `tier ${NET}/app/1: 10.0.16.0/25 #1`,
      `subnet ${NET}/app/a: 10.0.16.0/27 #1`,
      `subnet ${NET}/app/b: 10.0.16.32/27 #1`,
    ];
    expect(resolve([...block, `subnet ${NET}/app/c: 10.0.16.32/27 #2`]).moved).toEqual([
      { key: `subnet ${NET}/app/c`, from: '10.0.16.32/27', to: '10.0.16.64/27' },
    ]);
    const full = [
      ...block,
      `subnet ${NET}/app/c: 10.0.16.64/27 #1`,
      `subnet ${NET}/app/d: 10.0.16.96/27 #2`,
      `subnet ${NET}/app/e: 10.0.16.96/27 #3`,
    ];
    expect(resolve(full).moved).toEqual([
      { key: `subnet ${NET}/app/e`, from: '10.0.16.96/27', to: '10.0.16.128/27' },
      { key: `tier ${NET}/app/2`, from: undefined, to: '10.0.16.128/25' },
    ]);
  });

  it('gives the newer NACL entry and IPv6 block the lowest free number', () => {
    const acl = (port: number, number: number, generation: number) =>
      `acl ${NET}/app in anywhere tcp/${String(port)}: ${String(number)} #${String(generation)}`;
    expect(
      resolve([acl(1, 1000, 1), acl(2, 1010, 2), acl(3, 1010, 3), `ipv6 ${NET}/app/1: 0 #1`, `ipv6 ${NET}/data/1: 0 #2`]).moved,
    ).toEqual([
      { key: `acl ${NET}/app in anywhere tcp/3`, from: '1010', to: '1020' },
      { key: `ipv6 ${NET}/data/1`, from: '0', to: '1' },
    ]);
  });

  it('drops a tombstone that is in the way rather than moving it', () => {
    expect(resolve([STAYS, `vpc ${NET}: 10.0.16.0/20 freed #2`]).moved).toEqual([
      { key: `vpc ${NET}`, from: '10.0.16.0/20 freed', to: undefined },
    ]);
    expect(resolve([STAYS, `vpc ${NET}: 10.0.16.0/20 freed #1`]).after).toEqual([STAYS]);
  });

  it('keeps what stands in the base though it is newer', () => {
    const base = Ledger.parse(file([`vpc ${NET}: 10.0.16.0/20 #2`]), 'base');
    expect(resolve([STAYS, `vpc ${NET}: 10.0.16.0/20 #2`], { base }).moved).toEqual([
      { key: 'vpc dev/eu-west-1/core', from: '10.0.16.0/20', to: '10.0.0.0/20' },
    ]);
  });

  it('gives a zone that moves the size of the subnets that stand, whatever the other branch had made of the tier', () => {
    const ours = [`vpc ${NET}: 10.0.16.0/20 #1`, `tier ${NET}/app/1: 10.0.16.0/25 #2`, `subnet ${NET}/app/a: 10.0.16.0/27 #2`];
    const theirs = [`tier ${NET}/app/1: 10.0.18.0/23 #2`, `subnet ${NET}/app/c: 10.0.18.0/25 #2`];
    expect(resolve([...ours, ...theirs], { base: Ledger.parse(file(ours), 'base') }).moved).toEqual([
      { key: `tier ${NET}/app/1`, from: '10.0.18.0/23', to: '10.0.16.0/25' },
      { key: `subnet ${NET}/app/c`, from: '10.0.18.0/25', to: '10.0.16.32/27' },
    ]);
  });

  it('takes the state that is further on of lines that differ in nothing else', () => {
    expect(
      resolve([
        'account dev: 333333333333 living #1',
        'account dev: 333333333333 closing #1',
        `vpc ${NET}: 10.0.16.0/20 freed #1`,
        `vpc ${NET}: 10.0.16.0/20 closing #1`,
      ]).after,
    ).toEqual(['account dev: 333333333333 closing #1', `vpc ${NET}: 10.0.16.0/20 freed #1`]);
  });

  it('drops what one branch changed under the name that the other one had replaced', () => {
    const { after } = resolve([
      'name dev/eu-west-1/store: shop #2',
      'vpc dev/eu-west-1/store: 10.0.16.0/20 #1',
      `vpc ${NET}: 10.0.16.0/20 closing #1`,
      `tier ${NET}/new/1: 10.0.16.0/23 #2`,
    ]);
    expect(after).toEqual(['name dev/eu-west-1/store: shop #2', 'vpc dev/eu-west-1/store: 10.0.16.0/20 #1']);
  });

  it('asks when neither is newer', () => {
    expect(refusal([STAYS, `vpc ${NET}: 10.0.24.0/21 #1`])).toBe(
      'vpc dev/eu-west-1/shop 10.0.24.0/21 #1 of line 3: it collides with vpc dev/eu-west-1/core 10.0.16.0/20 #1 of line 2, and neither is newer; say which one stays: --base with the branch that was first, or --keep "vpc dev/eu-west-1/core" or --keep "vpc dev/eu-west-1/shop" [LZ-LEDGER-19]',
    );
  });

  it('says when there is no room to move to', () => {
    expect(refusal([STAYS, `vpc ${NET}: 10.0.16.0/20 #2`], '10.0.16.0/20')).toBe(
      'vpc dev/eu-west-1/shop 10.0.16.0/20 #2 of line 3: it has to move, but the pool 10.0.16.0/20 is full; prune tombstones (plinth ledger prune) on one of the branches and merge again [LZ-LEDGER-12]',
    );
  });
});
