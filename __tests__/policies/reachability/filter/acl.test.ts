import type { NetworkAcl } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { AclCompiler } from '../../../../policies/reachability/filter/acl';
import type { DecisionList } from '../../../../policies/reachability/filter/decision-list';
import type { Readings } from '../../../../policies/reachability/filter/readings';
import { AddressSpace } from '../../../../policies/reachability/region/address-space';
import { EVERYTHING } from '../../../../policies/reachability/region/box';
import { ALL, entry, Facts, tcp } from '../facts';

const WHY = new Unknown('a variable');
const allow = entry(100, 'allow', tcp(443), '10.0.0.0/8');
const deny = entry(50, 'deny', tcp(443), '10.0.0.0/8');

function compile(acl: Partial<NetworkAcl>, direction: 'in' | 'out' = 'in'): Readings {
  const space = new AddressSpace('v4', new Facts().facts);
  return new AclCompiler(space, 'v4').compile({ key: 'acl', in: [], out: [], ...acl }, direction, 'opening');
}

const texts = ({ rules }: DecisionList): readonly string[] => rules.map(({ text }) => text());
const read = (acl: Partial<NetworkAcl>): readonly (readonly string[])[] => {
  const { strict, lenient, doubts } = compile(acl);
  return [texts(strict), texts(lenient), doubts];
};
const said = (number: number, rest: string): string =>
  `entry ${number} ${rest} tcp 443 from 10.0.0.0/8 (aws_network_acl_rule.n${number})`;

describe('entries of an ACL', () => {
  test('stand in the order of their numbers, whatever order they are written in', () => {
    expect(texts(compile({ in: [allow, deny] }).strict)).toEqual([said(50, 'deny'), said(100, 'allow')]);
  });

  test('are read once where nothing in them is unknown', () => {
    const { strict, lenient, doubts } = compile({ in: [allow] });
    expect(lenient).toBe(strict);
    expect(doubts).toEqual([]);
  });

  test('are read twice where a block may hold addresses that no document tells, which is no doubt to tell', () => {
    const { strict, lenient, doubts } = compile({ in: [entry(100, 'allow', ALL, '52.0.0.0/8')] });
    expect([strict.rules[0]?.boxes.length, lenient.rules[0]?.boxes.length, doubts]).toEqual([1, 2, []]);
    expect(compile({ in: [allow, entry(101, 'allow', ALL, '52.0.0.0/8')] }).lenient.rules[1]?.boxes).toHaveLength(2);
  });

  test('of the other family are none, and those of the other direction neither', () => {
    const sixth = entry(1, 'allow', ALL, '::/0');
    expect(read({ in: [sixth, { ...sixth, certain: false }], out: [allow] })).toEqual([[], [], []]);
  });

  test('are called "to" where they are outbound', () => {
    expect(texts(compile({ out: [entry(1, 'deny', ALL, '10.0.0.0/8')] }, 'out').strict)).toEqual([
      'entry 1 deny all traffic to 10.0.0.0/8 (aws_network_acl_rule.n1)',
    ]);
  });
});

describe('an entry that is not all known', () => {
  const doubt = (number: number, why = 'a variable'): string => `aws_network_acl_rule.n${number}: ${why}`;

  test('whether it is there: an allow counts in the lenient reading alone, a deny in the strict one', () => {
    const own = 'whether it belongs to this ACL';
    expect(read({ in: [{ ...allow, certain: false }] })).toEqual([[], [said(100, 'perhaps allow')], [doubt(100, own)]]);
    expect(read({ in: [{ ...deny, certain: false }] })).toEqual([[said(50, 'perhaps deny')], [], [doubt(50, own)]]);
  });

  test('what it is about: the same, and it is about everything', () => {
    const text = (action: string): string => `entry 100 ${action} unknown traffic from 10.0.0.0/8 (aws_network_acl_rule.n100)`;
    expect(read({ in: [{ ...allow, traffic: WHY }] })).toEqual([[], [text('allow')], [doubt(100)]]);
    expect(read({ in: [{ ...allow, action: 'deny', traffic: WHY }] })).toEqual([[text('deny')], [], [doubt(100)]]);
  });

  test('which block: the same', () => {
    const text = 'entry 100 allow tcp 443 from an unknown block (aws_network_acl_rule.n100)';
    expect(read({ in: [{ ...allow, block: WHY }] })).toEqual([[], [text], [doubt(100)]]);
  });

  test('which family: the same', () => {
    expect(read({ in: [{ ...allow, family: WHY }] })).toEqual([[], [said(100, 'allow')], [doubt(100)]]);
  });

  test('what it does: it denies in the strict reading and allows in the lenient one', () => {
    const both = said(100, 'allow or deny');
    const { strict, lenient } = compile({ in: [{ ...allow, action: WHY }] });
    expect([read({ in: [{ ...allow, action: WHY }] }), strict.rules[0]?.allow, lenient.rules[0]?.allow]).toEqual([
      [[both], [both], [doubt(100)]],
      false,
      true,
    ]);
  });

  test('its number: what allows comes last in the strict reading and first in the lenient one, what denies the reverse', () => {
    const text = (action: string): string =>
      `entry of unknown number ${action} tcp 443 from 10.0.0.0/8 (aws_network_acl_rule.n100)`;
    // The lowest number that AWS takes, and written first.
    const other = entry(1, 'allow', tcp(443), '10.0.0.0/8');
    expect(read({ in: [other, { ...allow, number: WHY }] })).toEqual([
      [said(1, 'allow'), text('allow')],
      [text('allow'), said(1, 'allow')],
      [doubt(100)],
    ]);
    expect(read({ in: [other, { ...allow, action: 'deny', number: WHY }] })).toEqual([
      [text('deny'), said(1, 'allow')],
      [said(1, 'allow'), text('deny')],
      [doubt(100)],
    ]);
  });
});

describe('an ACL as a whole', () => {
  test("that is AWS's own default allows everything", () => {
    const { strict, lenient, doubts } = compile({ allowsAll: true, in: [deny] });
    expect([texts(strict), strict.rules[0]?.allow, lenient === strict, doubts]).toEqual([
      ["AWS's own default ACL allows everything"],
      true,
      true,
      [],
    ]);
    expect(strict.pass([EVERYTHING])).toEqual([EVERYTHING]);
  });

  test('that may have more entries drops everything in the strict reading, and passes it in the lenient one', () => {
    const { strict, lenient } = compile({ in: [allow], incomplete: WHY });
    const text = 'entries may be missing: a variable';
    expect([...read({ in: [allow], incomplete: WHY }), strict.rules[0]?.allow, lenient.rules[0]?.allow]).toEqual([
      [text],
      [text],
      [text],
      false,
      true,
    ]);
    expect([strict.pass([EVERYTHING]), lenient.pass([EVERYTHING])]).toEqual([[], [EVERYTHING]]);
  });
});
