import { databaseFromInternet } from '../../../../policies/rules/exposure/database-from-internet';
import { street } from '../../reachability/cases/evasion/exposed';
import { database, group, subnet, together, universeOf } from '../../reachability/cases/terraform';

const found = (resources: Parameters<typeof universeOf>[0]): readonly string[] =>
  databaseFromInternet
    .judge(universeOf(resources))
    .map(({ verdict, address = '', problem, witness = 'none' }) => `${verdict} ${address}: ${problem} | ${witness}`);
const behind = (lines: readonly string[], isPublic = true): Parameters<typeof universeOf>[0] =>
  together(street, group('db', 'main', lines), database('shop', ['house'], ['db'], isPublic));

describe('exposure/database-from-internet', () => {
  it('finds one public address that reaches it', () => {
    expect(found(behind(['in tcp/5432 198.51.100.7/32']))).toEqual([
      'violated aws_db_instance.shop: tcp/5432 is reached from the internet over IPv4 | tcp 198.51.100.7:49152 to 10.0.0.4:5432',
    ]);
  });

  it('takes private clients, and no public address', () => {
    expect(found(behind(['in tcp/5432 10.0.0.0/8']))).toEqual([]);
    expect(found(behind(['in tcp/5432 0.0.0.0/0'], false))).toEqual([]);
  });

  it('takes a database whose group lets in those that carry another group', () => {
    const network = together(
      street,
      group('app', 'main', []),
      group('db', 'main', ['in tcp/5432 @app']),
      database('shop', ['house'], ['db'], true),
    );

    expect(found(network)).toEqual([]);
  });

  it('finds a database of several subnets once', () => {
    const network = together(
      street,
      subnet('barn', 'main', '10.0.1.0/24'),
      group('db', 'main', ['in tcp/5432 0.0.0.0/0']),
      database('shop', ['house', 'barn'], ['db'], true),
    );

    expect(found(network)).toEqual([
      'violated aws_db_instance.shop: tcp/5432 is reached from the internet over IPv4 | tcp 1.0.0.4:49152 to 10.0.0.4:5432',
    ]);
  });

  it('can not tell of subnets outside of the documents, if it has a public address', () => {
    const outside = (isPublic: boolean): Parameters<typeof universeOf>[0] => ({
      'aws_db_instance.shop': { db_subnet_group_name: 'elsewhere', publicly_accessible: isPublic },
    });

    expect(found(outside(true))).toEqual([
      'unknown aws_db_instance.shop: may be reached from the internet: its subnet group lies outside of the documents | none',
    ]);
    expect(found(outside(false))).toEqual([]);
  });

  it('can not tell where a variable says whether it is public', () => {
    const network = together(street, group('db', 'main', ['in tcp/5432 0.0.0.0/0']), database('shop', ['house'], ['db']));
    const instance = { ...network['aws_db_instance.shop'], publicly_accessible: '${var.block}' };

    expect(found({ ...network, 'aws_db_instance.shop': instance })).toEqual([
      'unknown aws_db_instance.shop: tcp/5432 may be reached from the internet over IPv4 | tcp 1.0.0.4:49152 to 10.0.0.4:5432',
    ]);
  });
});
