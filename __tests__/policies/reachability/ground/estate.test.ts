import type { OneOf } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { Estate } from '../../../../policies/reachability/ground/estate';
import { Facts, oneOf } from '../facts';

const OPEN: OneOf<string> = { choices: ['a'], open: new Unknown('known only after apply') };

/** Something of each kind in each of these VPCs, called by its place in the list. */
function owned(...vpcs: readonly OneOf<string>[]): Estate {
  const { facts } = new Facts().transit('tgw', {});
  for (const [place, vpc] of vpcs.entries()) {
    const key = String(place);
    facts.tables.set(key, { key, vpc, routes: [] });
    facts.internetGateways.set(key, { key, vpc });
    facts.edges.set(key, { key, vpc });
    const origin = { key, stack: 's', address: key, mode: 'managed', type: 'aws', body: {} } as const;
    facts.transitAttachments.set(key, {
      ...{ key, origin, kind: 'vpc', vpc, gateway: oneOf('tgw'), subnets: [], groupReferences: false },
      ...{ active: true, table: oneOf('tgw-table') },
    });
  }
  return new Estate(facts);
}

function keysOf(estate: Estate, vpc: string): readonly (readonly string[])[] {
  const { tables, gateways, edges, attachments } = {
    tables: estate.tablesOf(vpc),
    gateways: estate.internetGatewaysOf(vpc),
    edges: estate.edgesOf(vpc),
    attachments: estate.attachmentsOf(vpc),
  };
  return [tables, gateways, edges, attachments].map((things) => things.map(({ key }) => key));
}

const each = (...keys: readonly string[]): readonly (readonly string[])[] => [keys, keys, keys, keys];

describe('tables, gateways, edges and attachments', () => {
  it('are those of their VPC, and of no other', () => {
    const estate = owned(oneOf('a'), oneOf('b'), oneOf('a'));
    expect([keysOf(estate, 'a'), keysOf(estate, 'b'), keysOf(estate, 'c')]).toEqual([each('0', '2'), each('1'), each()]);
  });

  it('are of each VPC that they may be in', () => {
    const estate = owned(oneOf('a', 'b'));
    expect([keysOf(estate, 'a'), keysOf(estate, 'b'), keysOf(estate, 'c')]).toEqual([each('0'), each('0'), each()]);
  });

  it('may be of any VPC where theirs may be another than the named one, and count once there', () => {
    const estate = owned(oneOf('a'), OPEN, oneOf('b'));
    expect([keysOf(estate, 'a'), keysOf(estate, 'b'), keysOf(estate, 'c')]).toEqual([each('0', '1'), each('2', '1'), each('1')]);
  });
});

it('a peering is of both its VPCs, and once of one that is peered with itself', () => {
  const { facts } = new Facts().peering('ab', 'a', 'b').peering('aa', 'a', 'a');
  const estate = new Estate(facts);
  expect(['a', 'b', 'c'].map((vpc) => estate.peeringsOf(vpc).map(({ key }) => key))).toEqual([['ab', 'aa'], ['ab'], []]);
});

it('an attachment that is no VPC’s, such as a VPN, is of none', () => {
  const { facts } = new Facts().transit('tgw', {}).transitEdge('vpn', 'tgw');
  expect(new Estate(facts).attachmentsOf('a')).toEqual([]);
});
