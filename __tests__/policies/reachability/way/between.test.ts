import type { TransitAttachment } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { Facts, host, oneOf, route } from '../facts';
import { stopsOf } from './questions';

const APPLY = new Unknown('known only after apply');
const TGW = { kind: 'transit-gateway', key: 'tgw' } as const;
const QUERY = { from: host('sa'), to: host('sb') };
/** Nothing answers it. */
const ONE_WAY = { ...QUERY, traffic: { protocol: 1, type: 3, code: 4 } } as const;

/** Two VPCs at a transit gateway, each attached in a subnet of its own. */
function joined(): Facts {
  const facts = new Facts();
  for (const [vpc, block] of [
    ['a', '10.1'],
    ['b', '10.2'],
  ] as const) {
    facts
      .vpc(vpc, [`${block}.0.0/16`])
      .table(`${vpc}-main`, vpc, [route('10.0.0.0/8', TGW)])
      .table(`t${vpc}-rt`, vpc, [])
      .acl(`t${vpc}-acl`, { allowsAll: true })
      .subnet(`s${vpc}`, vpc, `${block}.0.0/24`)
      .subnet(`t${vpc}`, vpc, `${block}.1.0/28`, { acl: oneOf(`t${vpc}-acl`), table: oneOf(`t${vpc}-rt`) });
  }
  return facts.transit('tgw', { a: ['ta'], b: ['tb'] });
}

/** The same, with something else about one attachment. */
function but(key: string, more: Partial<TransitAttachment>, facts = joined()): Facts {
  facts.facts.transitAttachments.set(key, { ...facts.facts.transitAttachments.get(key)!, ...more });
  return facts;
}

describe('between two VPCs at a transit gateway', () => {
  it('nothing is sure while it isn’t known whether either attachment is accepted', () => {
    const said = ['tgw-a', 'tgw-b'].map((key) => stopsOf(but(key, { active: APPLY }), ONE_WAY));
    const doubt = (key: string): readonly string[] => [
      'unknown, arrives unknown',
      `gateway tgw: ${key} isn't surely attached and accepted`,
    ];
    expect(said).toEqual([doubt('tgw-a'), doubt('tgw-b')]);
  });
});
