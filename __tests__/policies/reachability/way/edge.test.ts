import { type Facts, host, oneOf, outside } from '../facts';
import { publicVpc, verdict } from './questions';

const BEYOND = outside('192.168.0.0/16');
const IN = { from: BEYOND, to: host('app') };

/** A VPC that is attached to a transit gateway, which has a VPN. */
function attached(routes: readonly (readonly [string, string])[] = [['192.168.0.0/16', 'vpn']]): Facts {
  return publicVpc()
    .transit('tgw', { v: ['gate'] })
    .transitEdge('vpn', 'tgw', routes);
}

describe('packets from addresses outside', () => {
  it('may come in by an attachment that no document has, where a table leads to it, though the known VPN has no route in', () => {
    const facts = (routes: readonly (readonly [string, string])[]): Facts => {
      const made = attached(routes);
      const vpn = made.facts.transitAttachments.get('vpn')!;
      made.facts.transitTables.set('apart', { key: 'apart', routes: [], propagated: [] });
      made.facts.transitAttachments.set('vpn', { ...vpn, table: oneOf('apart') });
      return made;
    };
    expect(verdict(facts([['192.168.0.0/16', 'vpn']]), IN)).toBe('unreachable, arrives none');
    expect(
      verdict(
        facts([
          ['192.168.0.0/16', 'vpn'],
          ['172.16.0.0/12', 'vpn-2'],
        ]),
        IN,
      ),
    ).toBe('unreachable, arrives unknown');
  });
});
