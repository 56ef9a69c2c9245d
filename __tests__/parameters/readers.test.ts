import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Fn } from 'cdktf';

import { resourceName } from '../../modules/core/resource-name';
import { readParameter, readParameterList, readSecret, type ReadParameterProps } from '../../modules/parameters';
import { define } from '../../modules/terraform';
import { refusalOf } from '../refusal';
import { documentOf, testStack } from '../test-stack';

const NAME = '/lz/dev/network/vpc_id';

/** What a copy of the value and its data source come to. */
function copied(read: (stack: ReturnType<typeof testStack>) => string): { value: unknown; data: unknown } {
  const stack = testStack();
  define(stack, SsmParameter, resourceName('copy'), { name: '/acme/copy', type: 'String', value: read(stack) });
  const { resource, data } = documentOf(stack);
  return { value: resource.aws_ssm_parameter?.copy?.value, data: data?.aws_ssm_parameter?.read };
}

const says = (type: string): string =>
  `${NAME} is no ${type}. Read a String by readParameter, a StringList by readParameterList, a SecureString by readSecret: it must not stand in a state.`;

describe('readParameter', () => {
  it('answers the value of a String, never decrypts, and lets no other type pass', () => {
    const { value, data } = copied((stack) => readParameter(stack, 'read', { name: NAME }));
    expect(value).toBe('${data.aws_ssm_parameter.read.insecure_value}');
    expect(data).toMatchObject({
      name: NAME,
      with_decryption: false,
      lifecycle: { postcondition: [{ condition: '${self.type == "String"}', error_message: says('String') }] },
    });
  });

  it('reads another account by its provider', () => {
    const { data } = copied((stack) => {
      const provider = stack.providerFor({ name: 'tools', id: '222222222222' }, 'eu-west-1');
      return readParameter(stack, 'read', { name: NAME, provider });
    });
    expect(data).toMatchObject({ provider: 'aws.tools_eu-west-1' });
  });

  it("reads AWS's own parameters too", () => {
    const name = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64';
    expect(copied((stack) => readParameter(stack, 'read', { name })).data).toMatchObject({ name });
  });
});

describe('readParameterList', () => {
  it('answers the items of a StringList', () => {
    const { value, data } = copied((stack) => Fn.join('|', readParameterList(stack, 'read', { name: NAME })));
    expect(value).toBe('${join("|", split(",", data.aws_ssm_parameter.read.insecure_value))}');
    expect(data).toMatchObject({
      lifecycle: { postcondition: [{ condition: '${self.type == "StringList"}', error_message: says('StringList') }] },
    });
  });
});

describe('a refused reader', () => {
  it.each<[string, (props: ReadParameterProps) => unknown]>([
    ['String', (props) => readParameter(testStack(), 'read', props)],
    ['StringList', (props) => readParameterList(testStack(), 'read', props)],
    ['Secret', (props) => readSecret(testStack(), 'read', props)],
  ])('has a name of a wrong form: %s', (noun, read) => {
    expect(refusalOf(() => read({ name: '/acme/*' }))).toBe(
      `${noun} "shop-eu-west-1-network/read": a parameter's name is made of a-z A-Z 0-9 _ . - and slashes, got "/acme/*"; leave out "*" [LZ-PARAM-2]`,
    );
  });
});
