import type { JsonRecord } from '../../../../../policies/model/json';
import { adminPortsFromInternet } from '../../../../../policies/rules/exposure/admin-ports-from-internet';
import { highRiskPorts } from '../../../../../policies/rules/exposure/high-risk-ports';
import { street } from '../../../reachability/cases/evasion/exposed';
import { database, group, together, universeOf } from '../../../reachability/cases/terraform';

/** What the internet reaches of a public database whose group lets in everything, by the two rules. */
function found(args: JsonRecord): readonly string[] {
  const [[address, body] = ['']] = Object.entries(database('shop', ['house'], ['db'], true)).filter(([key]) =>
    key.startsWith('aws_db_instance.'),
  );
  const others = Object.entries(database('shop', ['house'], ['db'], true)).filter(([key]) => key !== address);
  const resources = together(street, group('db', 'main', ['in all 0.0.0.0/0']), {
    ...Object.fromEntries(others),
    [address]: { ...body, ...args },
  });
  return [adminPortsFromInternet, highRiskPorts]
    .flatMap((rule) => rule.judge(universeOf(resources)))
    .map(({ verdict, problem }) => `${verdict} ${problem.replace(/^.* reach /, '')}`);
}

describe('a public database behind an open group', () => {
  test('answers at the port of its engine, and to no administrator of servers', () => {
    expect(found({ engine: 'mysql' })).toEqual(['violated tcp/3306 of aws_db_instance.shop']);
    expect(found({ engine: 'postgres' })).toEqual(['violated tcp/5432 of aws_db_instance.shop']);
  });

  test('answers at the port that is written instead', () => {
    expect(found({ engine: 'mysql', port: 3389 })).toEqual(['violated tcp/3389 of aws_db_instance.shop']);
    expect(found({ engine: 'mysql', port: 3390 })).toEqual([]);
  });

  test('may answer at each port that a variable tells', () => {
    expect(found({ engine: 'mysql', port: '${var.port}' })).toEqual([
      "unknown tcp/22, tcp/3389 of aws_db_instance.shop: its listeners aren't all known",
      "unknown tcp/20, tcp/21, tcp/23, tcp/25 and 17 more of aws_db_instance.shop: its listeners aren't all known",
    ]);
  });

  test('answers everywhere, being a machine of its own, where its engine is custom', () => {
    expect(found({ engine: 'custom-oracle-ee' })).toEqual([
      'violated tcp/22, tcp/3389, udp/22, udp/3389 of aws_db_instance.shop',
      'violated tcp/20, tcp/21, tcp/23, tcp/25 and 17 more of aws_db_instance.shop',
    ]);
  });
});
