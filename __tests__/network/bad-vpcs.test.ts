import { tmpdir } from 'node:os';

import { App, TerraformStack } from 'cdktf';

import { Vpc, type VpcProps } from '../../modules/network';
import { refusalOf } from '../refusal';
import { testStack } from '../test-stack';

const GOOD: VpcProps = {
  cidr: '10.0.0.0/20',
  zones: ['a', 'b'],
  tiers: { app: { kind: 'private', cidr: '10.0.0.0/23' }, data: { kind: 'isolated', cidr: '10.0.2.0/23' } },
};

function refusal(change: Partial<VpcProps>): string {
  return refusalOf(() => new Vpc(testStack(), 'shop', { ...GOOD, ...change }));
}

const SUBJECT = 'Vpc "shop-eu-west-1-network/shop"';

describe('a Vpc in TypeScript refuses', () => {
  it.each<readonly [string, Partial<VpcProps>, string]>([
    [
      'CIDR 999.999.999.999/99',
      { cidr: '999.999.999.999/99' },
      `${SUBJECT}: the mask must be a number from 0 to 32 without leading zeros, got "999.999.999.999/99"; write for example "10.0.0.0/16" [LZ-CIDR-3]`,
    ],
    [
      'CIDR 10.0.0.0/33',
      { cidr: '10.0.0.0/33' },
      `${SUBJECT}: the mask must be a number from 0 to 32 without leading zeros, got "10.0.0.0/33"; write for example "10.0.0.0/16" [LZ-CIDR-3]`,
    ],
    [
      'CIDR 10.0.0.0/99',
      { cidr: '10.0.0.0/99' },
      `${SUBJECT}: the mask must be a number from 0 to 32 without leading zeros, got "10.0.0.0/99"; write for example "10.0.0.0/16" [LZ-CIDR-3]`,
    ],
    [
      'CIDR 10.0.0.0 without a mask',
      { cidr: '10.0.0.0' },
      `${SUBJECT}: the mask is missing, got "10.0.0.0"; write "10.0.0.0/32" for this one address, or a wider block [LZ-CIDR-2]`,
    ],
    [
      'a VPC of /30',
      { cidr: '10.0.0.0/30', tiers: {} },
      `${SUBJECT}: VPC prefix must be /16 to /28 of IPv4, got "10.0.0.0/30"; use /28 or a larger block, /16 at most [LZ-NET-8]`,
    ],
    [
      'a VPC of /15',
      { cidr: '10.0.0.0/15' },
      `${SUBJECT}: VPC prefix must be /16 to /28 of IPv4, got "10.0.0.0/15"; use /28 or a larger block, /16 at most [LZ-NET-8]`,
    ],
    [
      'a VPC of IPv6',
      { cidr: '2001:db8::/32', tiers: {} },
      `${SUBJECT}: VPC prefix must be /16 to /28 of IPv4, got "2001:db8::/32"; use /28 or a larger block, /16 at most [LZ-NET-8]`,
    ],
    [
      'a subnet of /29',
      { tiers: { app: { kind: 'private', cidr: '10.0.0.0/27' } } },
      `${SUBJECT} tier "app": subnet prefix must be /16 to /28 of IPv4, got "10.0.0.0/29"; use /28 or a larger block, /16 at most [LZ-NET-8]`,
    ],
    [
      '-1 NAT gateways',
      { nat: '-1' as 'none' },
      `${SUBJECT}: nat is none, single or one-per-zone, got "-1"; choose one of the three [LZ-NET-15]`,
    ],
    ['0 zones', { zones: [] }, `${SUBJECT}: a VPC needs at least one zone, got []; name zones, such as ["a", "b"] [LZ-NET-16]`],
    [
      'a zone that is neither letter nor id',
      { zones: ['eu-west-1a'] },
      `${SUBJECT}: a zone is neither a letter nor an id, got "eu-west-1a"; write a letter such as a, or an id such as euw1-az1 [LZ-NET-7]`,
    ],
    [
      'NAT without a block for its subnets',
      { nat: 'single' },
      `${SUBJECT} natCidr: NAT gateways need a block for their subnets; give a free block, /26 for four zones is enough [LZ-NET-13]`,
    ],
    [
      'three zone slots',
      { tiers: { app: { kind: 'private', cidr: '10.0.0.0/23', zoneSlots: 3 } } },
      `${SUBJECT} tier "app": zone slots must be a power of two, got 3; use 1, 2, 4 or 8 [LZ-NET-9]`,
    ],
    [
      'a fifth zone in four slots',
      { zones: ['e'] },
      `${SUBJECT} tier "app": the block has 4 zone slots and no place for this zone, got "e"; raise zoneSlots to 8 from the start: raising it later renumbers the tier [LZ-NET-10]\n${SUBJECT} tier "data": the block has 4 zone slots and no place for this zone, got "e"; raise zoneSlots to 8 from the start: raising it later renumbers the tier [LZ-NET-10]`,
    ],
    [
      'a tier outside the VPC',
      { tiers: { app: { kind: 'private', cidr: '10.1.0.0/23' } } },
      `${SUBJECT} tier "app": lies outside the VPC's 10.0.0.0/20, got "10.1.0.0/23"; choose a block inside it [LZ-NET-11]`,
    ],
    [
      'two tiers that overlap',
      { tiers: { app: { kind: 'private', cidr: '10.0.0.0/22' }, data: { kind: 'isolated', cidr: '10.0.2.0/23' } } },
      `${SUBJECT} tier "data": overlaps tier "app" at 10.0.0.0/22, got "10.0.2.0/23"; choose a free block [LZ-NET-12]`,
    ],
    [
      'a flow said twice',
      {
        flows: [
          { from: 'app', to: 'data', port: 'tcp/5432', why: 'The database' },
          { from: 'app', to: 'data', port: 'tcp/5000-6000', why: 'Ports' },
        ],
      },
      `${SUBJECT} flows.1: says again what flows.0 says with "The database" for app → data tcp/5432, got "app → data tcp/5000-6000"; keep one of the two [LZ-FLOW-17]`,
    ],
  ])('%s', (_, change, message) => {
    expect(refusal(change)).toBe(message);
  });

  it('everything at once: a bad block, a bad tier and a tier outside', () => {
    const message = refusal({
      cidr: '10.0.0.0/8',
      tiers: { app: { kind: 'private', cidr: '10.0.0.1/23' }, data: { kind: 'isolated', cidr: '10.0.2.0/29' } },
    });

    expect(message.split('\n').map((line) => /\[(.*)\]$/.exec(line)?.[1])).toEqual(['LZ-NET-8', 'LZ-CIDR-4', 'LZ-NET-8']);
  });

  it('a VPC without a place, in a stack that has none', () => {
    const stack = new TerraformStack(new App({ outdir: tmpdir() }), 'plain');

    expect(refusalOf(() => new Vpc(stack, 'shop', GOOD))).toBe(
      'Vpc "plain/shop": region or accountId is missing; give both, or make it in an AccountStack [LZ-STACK-6]',
    );
  });
});
