import { App } from 'cdktf';

import { Cidr } from 'plinth/core';
import { GroupPeers, SecurityGroup, Vpc } from 'plinth/network';
import { AccountStack } from 'plinth/terraform';

const app = new App();
const stack = new AccountStack(app, {
  organization: 'acme',
  account: { name: 'desk', id: '222222222222' },
  region: 'eu-west-1',
  layer: 'network',
  backend: { kind: 'local' },
});
const vpc = new Vpc(stack, 'desk', {
  cidr: '10.21.0.0/20',
  zones: ['a', 'b'],
  tiers: {
    public: { kind: 'public', cidr: '10.21.0.0/23' },
    app: { kind: 'private', cidr: '10.21.2.0/23' },
  },
  flows: [{ from: 'internet', to: 'public/alb', port: 'tcp/443', why: 'Customers reach the load balancer' }],
});

// A group of its own: rules by hand, under the same checks. Between groups both sides get their rule.
const partners = new SecurityGroup(stack, 'partners', { vpcId: vpc.resource.id, name: 'desk/partners' });
partners.allowFrom(GroupPeers.cidr('203.0.113.0/24'), 'tcp/8443', 'The partner delivers its files');
partners.allowTo(vpc.groups.get('app'), 'tcp/9000', 'Files are handed to the application');

// Numbers below 1000 stand in front of every entry that flows give. A group's rule by hand needs its entries by hand.
const gate = vpc.acls.byTier.get('public');
const partner = Cidr.parse('203.0.113.0/24');
gate?.addEntry({ direction: 'in', number: 100, peer: Cidr.parse('198.51.100.0/24'), port: 'all', action: 'deny' });
gate?.addEntry({ direction: 'in', number: 110, peer: partner, port: 'tcp/8443' });
gate?.addEntry({ direction: 'out', number: 110, peer: partner, port: 'tcp/1024-65535' });

// The underlying resource is always there, for what no option names.
vpc.resource.enableNetworkAddressUsageMetrics = true;
app.synth();
