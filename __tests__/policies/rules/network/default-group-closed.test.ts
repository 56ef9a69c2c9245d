import { defaultGroupClosed } from '../../../../policies/rules/network/default-group-closed';
import { found, foundIn, ref } from './network-rules';

const vpc = { 'aws_vpc.main': { cidr_block: '10.0.0.0/16' } };
const closed = { 'aws_default_security_group.main': { vpc_id: ref('aws_vpc.main') } };
const rule = { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['10.0.0.0/8'] };

describe('network/default-group-closed', () => {
  it('takes a default group without rules, and with empty lists of them, as plans write them', () => {
    expect(found(defaultGroupClosed, { ...vpc, ...closed })).toEqual([]);
    const empty = { 'aws_default_security_group.main': { vpc_id: ref('aws_vpc.main'), ingress: [], egress: [] } };
    expect(found(defaultGroupClosed, { ...vpc, ...empty })).toEqual([]);
  });

  it('finds the one that AWS makes', () => {
    expect(found(defaultGroupClosed, vpc)).toEqual([
      'violated aws_vpc.main: nobody closes its default group, which lets its members reach one another and everywhere',
    ]);
  });

  it('finds a rule outwards', () => {
    const open = { 'aws_default_security_group.main': { vpc_id: ref('aws_vpc.main'), egress: [rule] } };

    expect(found(defaultGroupClosed, { ...vpc, ...open })).toEqual([
      'violated aws_default_security_group.main: the default group has 0 rules inwards and 1 rule outwards',
    ]);
  });

  it('takes one that a sibling stack closes', () => {
    const parameter = '/lz/vpc';
    const provider = { aws: { region: 'eu-west-1', allowed_account_ids: ['111111111111'] } };
    const documents = {
      net: {
        provider,
        resource: {
          aws_vpc: { main: vpc['aws_vpc.main'] },
          aws_ssm_parameter: { vpc: { name: parameter, value: ref('aws_vpc.main') } },
        },
      },
      app: {
        provider,
        data: { aws_ssm_parameter: { vpc: { name: parameter } } },
        resource: { aws_default_security_group: { main: { vpc_id: '${data.aws_ssm_parameter.vpc.value}' } } },
      },
    };

    expect(foundIn(defaultGroupClosed, documents)).toEqual([]);
  });

  it('finds rules that stand beside the group', () => {
    const beside = {
      'aws_vpc_security_group_ingress_rule.one': {
        security_group_id: ref('aws_default_security_group.main'),
        ip_protocol: 'tcp',
        from_port: 22,
        to_port: 22,
        cidr_ipv4: '10.0.0.0/8',
      },
    };

    expect(found(defaultGroupClosed, { ...vpc, ...closed, ...beside })).toEqual([
      'violated aws_default_security_group.main: the default group has 1 rule inwards and 0 rules outwards',
    ]);
  });

  it('can not tell which VPC a group from a variable closes', () => {
    const lines = found(defaultGroupClosed, { ...vpc, 'aws_default_security_group.any': { vpc_id: '${var.vpc}' } });

    expect(lines).toEqual([
      "unknown aws_vpc.main: whether its default group is closed isn't known: dev:aws_default_security_group.any may take it over: it is set from outside: ${var.vpc}",
    ]);
  });

  it('leaves a VPC that is only looked up to its owner', () => {
    const documents = { dev: { data: { aws_vpc: { other: { id: 'vpc-0123456789abcdef0' } } } } };

    expect(foundIn(defaultGroupClosed, documents)).toEqual([]);
  });
});
