import { unusedAcl } from '../../../../policies/rules/network/unused-acl';
import { found, ref } from './network-rules';

const acl = (more: object = {}): Record<string, object> => ({ 'aws_network_acl.app': { vpc_id: ref('aws_vpc.main'), ...more } });
const association = (network_acl_id: string, more: object = {}): Record<string, object> => ({
  'aws_network_acl_association.app': { network_acl_id, subnet_id: 'subnet-0123456789abcdef0', ...more },
});

describe('network/unused-acl', () => {
  it('finds an ACL without subnets, and with an empty list of them', () => {
    expect(found(unusedAcl, acl())).toEqual(['violated aws_network_acl.app: no subnet uses it']);
    expect(found(unusedAcl, acl({ subnet_ids: [] }))).toEqual(['violated aws_network_acl.app: no subnet uses it']);
  });

  it('takes one that lists subnets, in the documents or outside', () => {
    expect(found(unusedAcl, acl({ subnet_ids: ['subnet-0123456789abcdef0'] }))).toEqual([]);
  });

  it('takes one that is associated', () => {
    expect(found(unusedAcl, { ...acl(), ...association(ref('aws_network_acl.app')) })).toEqual([]);
  });

  it('can not tell where the list is a variable', () => {
    expect(found(unusedAcl, acl({ subnet_ids: '${var.subnets}' }))).toEqual([
      "unknown aws_network_acl.app: whether a subnet uses it isn't known: it is set from outside: ${var.subnets}",
    ]);
  });

  it('can not tell whose an association with an ACL from a variable is', () => {
    expect(found(unusedAcl, { ...acl(), ...association('${var.acl}') })).toEqual([
      "unknown aws_network_acl.app: whether a subnet uses it isn't known: dev:aws_network_acl_association.app may belong to it",
    ]);
  });
});
