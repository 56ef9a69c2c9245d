import { VpcDhcpOptions } from '@cdktf/provider-aws/lib/vpc-dhcp-options';
import { VpcDhcpOptionsAssociation } from '@cdktf/provider-aws/lib/vpc-dhcp-options-association';
import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { Construct } from 'constructs';

import { define } from '../../terraform';
import type { VpcPlan } from './vpc-plan';

/** DHCP options of the VPC, where it has its own. */
export function addDhcpOptions(scope: Construct, { names, physical, dhcp }: VpcPlan, vpc: Vpc): void {
  if (dhcp === undefined) return;
  const { domainName, domainNameServers, ntpServers } = dhcp;
  const options = define(scope, VpcDhcpOptions, names.of('dhcp'), {
    ...(domainName === undefined ? {} : { domainName }),
    ...(domainNameServers === undefined ? {} : { domainNameServers: [...domainNameServers] }),
    ...(ntpServers === undefined ? {} : { ntpServers: [...ntpServers] }),
    tags: { Name: physical.network },
  });
  define(scope, VpcDhcpOptionsAssociation, names.of('dhcp'), { vpcId: vpc.id, dhcpOptionsId: options.id });
}
