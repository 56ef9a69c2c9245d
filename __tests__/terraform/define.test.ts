import { Eip } from '@cdktf/provider-aws/lib/eip';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { Construct } from 'constructs';

import { resourceName } from '../../modules/core/resource-name';
import { define } from '../../modules/terraform';
import { documentOf, testStack } from '../test-stack';

const PARAMETER = { name: '/a', type: 'String', value: 'b' };

describe('define', () => {
  it('gives an address that no surrounding construct changes', () => {
    const stack = testStack();

    define(new Construct(new Construct(stack, 'deep'), 'deeper'), Eip, resourceName('shop', 'nat', 'a'), {});

    expect(Object.keys(documentOf(stack).resource.aws_eip ?? {})).toEqual(['shop_nat_a']);
  });

  it('emits a moved block for a former name, sorted by the new address, and asks no Terraform for its version', () => {
    const stack = testStack();

    define(stack, Eip, { current: 'b', former: 'x' }, {});
    define(stack, Eip, { current: 'a', former: 'y' }, {});

    expect(documentOf(stack).moved).toEqual([
      { from: 'aws_eip.y', to: 'aws_eip.a' },
      { from: 'aws_eip.x', to: 'aws_eip.b' },
    ]);
    expect(stack.hasResourceMove()).toBe(false);
  });

  it('refuses a second resource of an address, which would swallow the first', () => {
    const stack = testStack();
    define(stack, Eip, resourceName('nat'), {});

    expect(() => define(new Construct(stack, 'elsewhere'), Eip, resourceName('nat'), {})).toThrow(
      'two resources have the address aws_eip.nat in stack shop-eu-west-1-network',
    );
  });

  it('takes a resource and a data source of one type and name', () => {
    const stack = testStack();

    define(stack, SsmParameter, resourceName('a'), PARAMETER);
    define(new Construct(stack, 'elsewhere'), DataAwsSsmParameter, resourceName('a'), { name: '/a' });

    expect(Object.keys(documentOf(stack).resource.aws_ssm_parameter ?? {})).toEqual(['a']);
  });

  it.each(['1 bad/id', '', 'a.b', 'ä'])('refuses "%s", which is no Terraform address', (current) => {
    expect(() => define(testStack(), Eip, { current }, {})).toThrow(`"aws_eip.${current}" is no Terraform address`);
  });
});

describe('resourceName', () => {
  it.each([
    [['three-tier', 'public/alb', 'tcp/443'], 'three-tier_public--alb_tcp--443'],
    [['net', '10.0.0.0/8'], 'net_10-0-0-0--8'],
    [['net', '2001:db8::/32'], 'net_x20010db8000000000000000000000000--32'],
    [['net', '::/0'], 'net_x00000000000000000000000000000000--0'],
    [['net', 'app v6'], 'net_app_v6'],
    [['net', 'endpoint:ecr.api'], 'net_endpoint--ecr-api'],
  ])('makes %j to %s', (parts, name) => {
    expect(resourceName(...parts)).toEqual({ current: name });
  });

  it('carries the former name of a renamed part', () => {
    expect(resourceName('net', { current: 'application', former: 'app' }, 'a')).toMatchObject({
      current: 'net_application_a',
      former: 'net_app_a',
    });
  });
});
