import { App } from 'cdktf';

import { Vpc } from 'plinth/network';
import { AccountStack } from 'plinth/terraform';

const app = new App();
const stack = new AccountStack(app, {
  organization: 'acme',
  account: { name: 'shop', id: '111111111111' },
  region: 'eu-west-1',
  layer: 'network',
  backend: { kind: 'local' },
});
new Vpc(stack, 'shop', {
  cidr: '10.20.0.0/20',
  zones: ['a', 'b'],
  nat: 'single',
  natCidr: '10.20.15.0/26',
  tiers: {
    public: { kind: 'public', cidr: '10.20.0.0/23' },
    app: { kind: 'private', cidr: '10.20.2.0/23' },
    data: { kind: 'isolated', cidr: '10.20.4.0/23' },
  },
  flows: [
    { from: 'internet', to: 'public/alb', port: 'tcp/443', why: 'Customers reach the load balancer' },
    { from: 'public/alb', to: 'app', port: 'tcp/8080', why: 'The load balancer forwards requests' },
    { from: 'app', to: 'data', port: 'tcp/5432', why: 'The application reads its database' },
    { from: 'app', to: 'internet', port: 'tcp/443', why: 'The application calls its payment provider' },
  ],
});
app.synth();
