import { isServicePrincipal } from '../../../../policies/iam/services/service-principals';

describe('a service of AWS is called', () => {
  it.each([
    'ec2.amazonaws.com',
    'ec2.amazonaws.com.cn',
    'logs.eu-west-1.amazonaws.com',
    'logs.us-gov-west-1.amazonaws.com',
    'logs.eusc-de-east-1.amazonaws.com',
    'config.global.amazonaws.com',
    'cks.kms.amazonaws.com',
    'delivery.logs.amazonaws.com',
    'ec2.api.aws',
  ])('%s', (name) => {
    expect(isServicePrincipal(name)).toBe(true);
  });

  it.each([
    '',
    'amazonaws.com',
    'nothing.amazonaws.com',
    'ec2.nothing.amazonaws.com',
    'ec2.exeus-west-1.amazonaws.com',
    'ec2.eu-west-12.amazonaws.com',
    'ec2.globally.amazonaws.com',
    'x ec2.amazonaws.com',
    'x/ec2.amazonaws.com',
    'ec2.amazonaws.com.org',
    'ec2.amazonaws.org',
  ])('not %j', (name) => {
    expect(isServicePrincipal(name)).toBe(false);
  });
});
