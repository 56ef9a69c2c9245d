import type { Intent, IntentTier } from '../../../../modules/core/intent';
import { publicIngressOutsidePublicTiers } from '../../../../policies/rules/exposure/public-ingress-outside-public-tiers';
import { street } from '../../reachability/cases/evasion/exposed';
import { group, publicInstance, STACK, subnet, table, together, universeOf } from '../../reachability/cases/terraform';
import { linesOf } from '../rule-fixture';

const web = (lines: readonly string[], where = 'house'): Parameters<typeof universeOf>[0] =>
  together(
    street,
    table('private', 'main'),
    subnet('inner', 'main', '10.0.1.0/24', { table: 'private' }),
    group('web', 'main', lines),
    publicInstance('web', where, ['web']),
  );
const found = (resources: Parameters<typeof universeOf>[0]): readonly string[] =>
  linesOf(publicIngressOutsidePublicTiers, universeOf(resources));

/** The same, with a configuration that says what the first subnet is for. */
function foundIn(kind: IntentTier['kind'], resources: Parameters<typeof universeOf>[0]): readonly string[] {
  const tiers = [{ tier: 'front', kind, subnets: ['aws_subnet.house'], acl: '', groups: [] }];
  const network = { network: 'dev/eu-west-1/shop', stack: STACK, vpc: 'aws_vpc.main', tiers, endpoints: [], onPremises: [] };
  const intent = { networks: [network], flows: [] } as unknown as Intent;
  return linesOf(publicIngressOutsidePublicTiers, { ...universeOf(resources), intent });
}

describe('exposure/public-ingress-outside-public-tiers', () => {
  it('takes ingress where a route leads to an internet gateway', () => {
    expect(found(web(['in tcp/443 0.0.0.0/0']))).toEqual([]);
  });

  it('finds one public address that comes in elsewhere', () => {
    expect(found(web(['in tcp/443 198.51.100.7/32'], 'inner'))).toEqual([
      'violated aws_instance.web: tcp/443 arrives from the internet in aws_subnet.inner, which is in no public tier',
    ]);
  });

  it('takes private clients there', () => {
    expect(found(web(['in tcp/443 10.0.0.0/8', 'in all @self'], 'inner'))).toEqual([]);
  });

  it.each(['private', 'isolated', 'nat'] as const)('finds ingress in a %s tier, whatever its routes say', (kind) => {
    expect(foundIn(kind, web(['in tcp/443 0.0.0.0/0']))).toEqual([
      'violated aws_instance.web: tcp/443 arrives from the internet in aws_subnet.house, which is in no public tier',
    ]);
  });

  it('takes ingress in a public tier', () => {
    expect(foundIn('public', web(['in tcp/443 0.0.0.0/0']))).toEqual([]);
  });

  it('can not tell whether a subnet is public whose table lies outside of the documents', () => {
    const network = together(
      street,
      subnet('yard', 'main', '10.0.2.0/24'),
      { 'aws_route_table_association.yard': { subnet_id: '${aws_subnet.yard.id}', route_table_id: '${var.block}' } },
      group('web', 'main', ['in tcp/443 0.0.0.0/0']),
      publicInstance('web', 'yard', ['web']),
    );

    expect(found(network)).toEqual([
      'unknown aws_instance.web: tcp/443 may arrive from the internet in aws_subnet.yard, which may be in no public tier',
    ]);
  });
});
