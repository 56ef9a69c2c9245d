import { noAutomaticPublicAddress } from '../../../../policies/rules/exposure/no-automatic-public-address';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';

const found = (type: string, body: object): readonly string[] =>
  linesOf(noAutomaticPublicAddress, universeOf({ [`${type}.a`]: body }));

describe('exposure/no-automatic-public-address', () => {
  it('takes a subnet that says nothing or no, and finds one that says yes', () => {
    expect(found('aws_subnet', {})).toEqual([]);
    expect(found('aws_subnet', { map_public_ip_on_launch: false })).toEqual([]);
    expect(found('aws_subnet', { map_public_ip_on_launch: true })).toEqual([
      'violated aws_subnet.a: map_public_ip_on_launch is true',
    ]);
  });

  it('takes a default subnet that says no, and finds one that says nothing: AWS made it public', () => {
    expect(found('aws_default_subnet', { map_public_ip_on_launch: false })).toEqual([]);
    expect(found('aws_default_subnet', {})).toEqual([
      'violated aws_default_subnet.a: map_public_ip_on_launch is left out, which means true',
    ]);
  });

  it('can not tell what a variable says', () => {
    expect(found('aws_subnet', { map_public_ip_on_launch: '${var.public}' })).toEqual([
      "unknown aws_subnet.a: map_public_ip_on_launch isn't known: it is set from outside: ${var.public}",
    ]);
  });
});
