import { noPublicAddress } from '../../../../policies/rules/compute/no-public-address';
import { found, ref } from './found';

const network = (more: object = {}): Record<string, object> => ({
  'aws_vpc.main': { cidr_block: '10.0.0.0/16' },
  'aws_subnet.a': { vpc_id: ref('aws_vpc.main'), cidr_block: '10.0.0.0/24', ...more },
});
const instance = (more: object = {}): Record<string, object> => ({
  'aws_instance.web': { subnet_id: ref('aws_subnet.a'), ...more },
});
const PUBLIC = 'violated aws_instance.web: it has a public IPv4 address';

describe('compute/no-public-address', () => {
  it('takes an instance that says nothing in a subnet that gives nothing', () => {
    expect(found(noPublicAddress, { ...network(), ...instance() })).toEqual([]);
  });

  it('finds one by its own word, by its subnet, and by an elastic address', () => {
    const eip = { 'aws_eip.web': { instance: ref('aws_instance.web') } };

    expect(found(noPublicAddress, { ...network(), ...instance({ associate_public_ip_address: true }) })).toEqual([PUBLIC]);
    expect(found(noPublicAddress, { ...network({ map_public_ip_on_launch: true }), ...instance() })).toEqual([PUBLIC]);
    expect(found(noPublicAddress, { ...network(), ...instance({ associate_public_ip_address: false }), ...eip })).toEqual([
      PUBLIC,
    ]);
  });

  it('takes one that says no in a subnet that gives addresses', () => {
    const own = instance({ associate_public_ip_address: false });

    expect(found(noPublicAddress, { ...network({ map_public_ip_on_launch: true }), ...own })).toEqual([]);
  });

  it('can not tell of a subnet that AWS chooses', () => {
    expect(found(noPublicAddress, { 'aws_instance.web': {} })).toEqual([
      "unknown aws_instance.web: whether it has a public IPv4 address isn't known: AWS chooses the subnet",
    ]);
  });

  it('finds launch templates and configurations that give one', () => {
    const resources = {
      'aws_launch_template.app': { network_interfaces: [{ associate_public_ip_address: 'true' }] },
      'aws_launch_configuration.app': { associate_public_ip_address: true },
    };

    expect(found(noPublicAddress, resources)).toEqual([
      'violated aws_launch_configuration.app: what starts from it gets a public IPv4 address',
      'violated aws_launch_template.app: what starts from it gets a public IPv4 address',
    ]);
  });

  it.each([{}, { network_interfaces: [{ associate_public_ip_address: 'false' }] }])('takes a template with %j', (body) => {
    expect(found(noPublicAddress, { 'aws_launch_template.app': body })).toEqual([]);
  });
});
