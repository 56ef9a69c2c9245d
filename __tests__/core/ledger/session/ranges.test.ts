import * as fc from 'fast-check';

import { Cidr } from '../../../../modules/core/cidr';
import { Ledger } from '../../../../modules/core/ledger';
import { Space } from '../../../../modules/core/ledger/space';
import { after, lines, NET, open, refusal } from './asking';

const cidr = (text: string) => ({ cidr: Cidr.parse(text) });

describe('ranges of VPCs', () => {
  it('gives the first free block of the pool, around reserved ranges and recorded ones', () => {
    const session = open(Ledger.empty, '10.0.0.0/16', ['10.0.0.0/18']);
    expect(session.vpc(NET, { size: 20 }).toString()).toBe('10.0.64.0/20');
    expect(session.range(`${NET}/pods`, { size: 18 }).toString()).toBe('10.0.128.0/18');
    expect(session.vpc('prod/eu-west-1/shop', { size: 20 }).toString()).toBe('10.0.80.0/20');
  });

  it('keeps a recorded range when vpc_size changes from 20 to 18', () => {
    const first = after(Ledger.empty, (session) => session.vpc(NET, { size: 20 }));
    expect(open(first).vpc(NET, { size: 18 }).toString()).toBe('10.0.0.0/20');
  });

  it('replaces the range by a stated one, sets the old one aside, and takes it back when it is stated again', () => {
    const first = after(Ledger.empty, (session) => session.vpc(NET, cidr('10.1.0.0/20')));
    const second = after(first, (session) => session.vpc(NET, cidr('10.2.0.0/20')));
    expect(lines(second)).toEqual([`vpc ${NET}: 10.2.0.0/20 #2`, `vpc ${NET}~1: 10.1.0.0/20 freed #1`]);
    const third = after(second, (session) => session.vpc(NET, cidr('10.1.0.0/20')));
    expect(lines(third)).toEqual([`vpc ${NET}: 10.1.0.0/20 #1`, `vpc ${NET}~2: 10.2.0.0/20 freed #2`]);
  });

  it('frees a further range that is gone and gives it again on return', () => {
    const both = after(Ledger.empty, (session) => {
      session.vpc(NET, { size: 20 });
      session.range(`${NET}/pods`, { size: 18 });
    });
    const one = after(both, (session) => session.vpc(NET, { size: 20 }));
    expect(lines(one)[0]).toBe(`range ${NET}/pods: 10.0.64.0/18 freed #1`);
    const session = open(one);
    session.vpc('dev/eu-west-1/other', { size: 18 });
    session.vpc(NET, { size: 20 });
    expect(session.range(`${NET}/pods`, { size: 18 }).toString()).toBe('10.0.64.0/18');
    expect(session.finish().changes).toEqual([
      { kind: 'revived', key: `range ${NET}/pods`, value: '10.0.64.0/18' },
      { kind: 'added', key: 'vpc dev/eu-west-1/other', value: '10.0.128.0/18' },
    ]);
  });

  it('refuses a stated range that overlaps another, living, freed or its own former one', () => {
    const session = open(
      Ledger.parse(
        `{\n  "vpc dev/eu-west-1/a": "10.1.0.0/20 #1",\n  "vpc dev/eu-west-1/b": "10.2.0.0/20 freed #1",\n  "~": ""\n}\n`,
        'f',
      ),
    );
    expect(refusal(() => session.vpc(NET, cidr('10.1.0.0/16')))).toBe(
      'vpc dev/eu-west-1/shop: the range overlaps vpc dev/eu-west-1/a 10.1.0.0/20 of line 2 of the ledger, got "10.1.0.0/16"; choose a range apart from it [LZ-LEDGER-10]',
    );
    expect(refusal(() => session.vpc(NET, cidr('10.2.8.0/24')))).toBe(
      'vpc dev/eu-west-1/shop: the range overlaps vpc dev/eu-west-1/b 10.2.0.0/20 of line 3 of the ledger, which is freed, got "10.2.8.0/24"; choose a range apart from it, or run plinth ledger prune once that is destroyed [LZ-LEDGER-10]',
    );
    expect(refusal(() => session.vpc('dev/eu-west-1/a', cidr('10.1.0.0/19')))).toBe(
      'vpc dev/eu-west-1/a: the range overlaps its own former range 10.1.0.0/20 of line 2 of the ledger, got "10.1.0.0/19"; choose a range apart from it [LZ-LEDGER-10]',
    );
  });

  it.each([
    [15, 29],
    [29, 15],
  ])('refuses a size of /%i, which AWS does not take', (size) => {
    expect(refusal(() => open().vpc(NET, { size }))).toBe(
      `vpc dev/eu-west-1/shop: its range must be IPv4 of /16 to /28, got "/${String(size)}"; choose a prefix from 16 to 28 [LZ-LEDGER-11]`.replaceAll(
        '"',
        '',
      ),
    );
  });

  it('says what is free when the pool is full', () => {
    const session = open(Ledger.empty, '10.0.0.0/24');
    session.vpc(NET, { size: 25 });
    session.vpc('dev/eu-west-1/b', { size: 26 });
    expect(refusal(() => session.vpc('dev/eu-west-1/c', { size: 25 }))).toBe(
      'vpc dev/eu-west-1/c: the pool 10.0.0.0/24 has no /25 left, free is 10.0.0.192/26, got size 25; prune tombstones (plinth ledger prune), choose a smaller range, widen addresses.pool or name a cidr outside of it [LZ-LEDGER-12]',
    );
    session.vpc('dev/eu-west-1/c', { size: 26 });
    expect(refusal(() => session.vpc('dev/eu-west-1/d', { size: 28 }))).toContain(
      'has no /28 left, nothing is free, got size 28',
    );
  });
});

describe('the law of first fit', () => {
  it('finds the lowest aligned block that a naive search finds, and the same free addresses', () => {
    const within = Cidr.parse('10.0.0.0/24');
    const block = fc
      .integer({ min: 25, max: 32 })
      .chain((prefix) => fc.nat(2 ** (prefix - 24) - 1).map((index) => within.subnet(prefix, index)));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.integer({ min: 24, max: 32 }), (taken, prefix) => {
        const space = new Space(taken.slice(0, 6));
        for (const cidr of taken.slice(6)) space.take(cidr);
        const candidates = Array.from({ length: 2 ** (prefix - 24) }, (_, index) => within.subnet(prefix, index));
        const naive = candidates.find((candidate) => !taken.some((cidr) => cidr.overlaps(candidate)));
        expect(space.findFirst(within, prefix)?.toString()).toBe(naive?.toString());
        const addresses = Array.from({ length: 256 }, (_, index) => within.subnet(32, index));
        const free = addresses.filter((address) => !taken.some((cidr) => cidr.overlaps(address)));
        expect(addresses.filter((address) => space.free(within).some((cidr) => cidr.covers(address)))).toEqual(free);
      }),
      { numRuns: 150 },
    );
  });
});
