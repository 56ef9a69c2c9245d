import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { App, TerraformStack } from 'cdktf';

import { resourceName } from '../../modules/core/resource-name';
import { Parameter, type ParameterProps } from '../../modules/parameters';
import { define } from '../../modules/terraform';
import { refusalOf } from '../refusal';
import { type Body, documentOf, testStack } from '../test-stack';

const NAME = '/acme/prod/shop/host';
const SUBJECT = 'Parameter "shop-eu-west-1-network/host"';

function bodyOf(props: Partial<ParameterProps>): Body {
  const stack = testStack();
  new Parameter(stack, 'host', { name: NAME, ...props });
  return documentOf(stack).resource.aws_ssm_parameter?.host ?? {};
}

const refused = (props: Partial<ParameterProps>): string =>
  refusalOf(() => new Parameter(testStack(), 'host', { name: NAME, ...props }));

describe('a Parameter', () => {
  it('is a String of the Standard tier with a description', () => {
    expect(bodyOf({ value: 'db.acme.example' })).toMatchObject({
      name: NAME,
      type: 'String',
      value: 'db.acme.example',
      tier: 'Standard',
      description: 'Managed by Terraform.',
    });
  });

  it('is a StringList of its values', () => {
    expect(bodyOf({ values: ['a', 'b c'] })).toMatchObject({ type: 'StringList', value: 'a,b c' });
  });

  it('keeps its pattern', () => {
    expect(bodyOf({ value: '17', allowedPattern: '\\d+' })).toMatchObject({ allowed_pattern: '\\d+' });
  });

  it('takes what only Terraform will know, and leaves it to be read', () => {
    const stack = testStack();
    const vpc = define(stack, Vpc, resourceName('shop'), { cidrBlock: '10.0.0.0/20' });
    new Parameter(stack, 'vpc_id', { name: '/lz/shop/vpc_id', value: vpc.id, allowedPattern: 'vpc-.*' });
    expect(documentOf(stack).resource.aws_ssm_parameter?.vpc_id).toMatchObject({ value: '${aws_vpc.shop.id}', tier: 'Standard' });
  });

  it("is literal where it looks like Terraform's own: ${HOME} and %{ if }", () => {
    expect(bodyOf({ value: '${HOME} %{ if }', description: '${x}' })).toMatchObject({
      value: '$${HOME} %%{ if }',
      description: '$${x}',
    });
  });

  it('works in any stack, and nothing protects it: it is all in the code', () => {
    const stack = new TerraformStack(new App(), 'mine');
    new Parameter(stack, 'host', { name: NAME, value: 'x' });
    expect(documentOf(stack).resource.aws_ssm_parameter?.host).not.toHaveProperty('lifecycle');
  });
});

describe('the tier', () => {
  it.each([
    [4096, 'x'.repeat(4096), 'Standard'],
    [4097, 'x'.repeat(4097), 'Advanced'],
    [8192, 'x'.repeat(8192), 'Advanced'],
    [4096, 'ü'.repeat(2048), 'Standard'],
    [4098, 'ü'.repeat(2049), 'Advanced'],
    [8192, '😀'.repeat(2048), 'Advanced'],
  ])('of %i bytes of UTF-8 is chosen', (bytes, value, tier) => {
    expect(Buffer.byteLength(value)).toBe(bytes);
    expect(bodyOf({ value }).tier).toBe(tier);
  });

  it.each([
    [8193, 'x'.repeat(8193)],
    [8196, '😀'.repeat(2049)],
    [9216, 'x'.repeat(9216)],
  ])('of %i bytes is none', (bytes, value) => {
    expect(refused({ value })).toBe(
      `${SUBJECT}: a parameter of tier Advanced holds at most 8192 bytes, got ${String(bytes)} bytes; split it, or keep it in S3 and its place here [LZ-PARAM-10]`,
    );
  });

  it('of a list counts its commas: two items of 2048 bytes are one byte too many for Standard', () => {
    expect(bodyOf({ values: ['x'.repeat(2048), 'y'.repeat(2047)] }).tier).toBe('Standard');
    expect(bodyOf({ values: ['x'.repeat(2048), 'y'.repeat(2048)] }).tier).toBe('Advanced');
  });

  it('counts the literal part of a text around what only Terraform will know', () => {
    const tierWith = (text: string): unknown => {
      const stack = testStack();
      const vpc = define(stack, Vpc, resourceName('shop'), { cidrBlock: '10.0.0.0/20' });
      new Parameter(stack, 'host', { name: NAME, value: `${vpc.id}${text}` });
      return documentOf(stack).resource.aws_ssm_parameter?.host?.tier;
    };
    expect(tierWith('x'.repeat(4096))).toBe('Standard');
    expect(tierWith('x'.repeat(4097))).toBe('Advanced');
  });

  it('may be stated Advanced for a short value, and Standard up to 4096 bytes', () => {
    expect(bodyOf({ value: 'x', tier: 'Advanced' }).tier).toBe('Advanced');
    expect(bodyOf({ value: 'x'.repeat(4096), tier: 'Standard' }).tier).toBe('Standard');
    expect(refused({ value: 'x'.repeat(4097), tier: 'Standard' })).toBe(
      `${SUBJECT}: a parameter of tier Standard holds at most 4096 bytes, got 4097 bytes; leave tier out, or state Advanced [LZ-PARAM-10]`,
    );
  });
});

describe('a refused Parameter', () => {
  it.each<[string, Partial<ParameterProps>, string]>([
    [
      'neither value nor values',
      {},
      'a parameter has either one value or values, a list, got neither; give one of the two [LZ-PARAM-8]',
    ],
    [
      'both',
      { value: 'a', values: ['b'] },
      'a parameter has either one value or values, a list, got both; give one of the two [LZ-PARAM-8]',
    ],
    ['an empty value', { value: '' }, 'a value has at least one character, got ""; leave the parameter out [LZ-PARAM-9]'],
    ['an empty list', { values: [] }, 'a value has at least one character, got ""; leave the parameter out [LZ-PARAM-9]'],
    [
      'a reference',
      { value: 'host: {{ssm:host}}' },
      'AWS takes {{…}} for a reference and refuses it in a value, got "host: {{ssm:host}}"; leave out the double braces, or encode the value [LZ-PARAM-11]',
    ],
    [
      'a list that only Terraform will know',
      { value: '#{TfToken[TOKEN.1]}' },
      'a list that only Terraform will know is no text, got "#{TfToken[TOKEN.1]}"; give single values, such as subnet.id, or join the list by Fn.join [LZ-PARAM-12]',
    ],
    [
      'an item with a comma',
      { values: ['a', 'b,c'] },
      'an item of a StringList has a character and no comma, got "b,c"; give each item by itself; where items need commas, use a String with JSON [LZ-PARAM-14]',
    ],
    [
      'an empty item',
      { values: ['a', ''] },
      'an item of a StringList has a character and no comma, got ""; give each item by itself; where items need commas, use a String with JSON [LZ-PARAM-14]',
    ],
    [
      'a broken pattern',
      { value: 'a', allowedPattern: '[a' },
      'allowedPattern is a regular expression of at most 1024 characters, got "[a"; write it in the syntax that Java and JavaScript share [LZ-PARAM-15]',
    ],
    [
      'a value that only contains what the pattern says',
      { value: '17 m', allowedPattern: '\\d+' },
      'the value doesn\'t match allowedPattern "\\\\d+", got "17 m"; change the value or the pattern [LZ-PARAM-16]',
    ],
    [
      'a description of 1025 characters',
      { value: 'a', description: 'x'.repeat(1025) },
      "a parameter's description has at most 1024 characters, got 1025 characters; shorten it [LZ-PARAM-17]",
    ],
    [
      'a name that AWS keeps for itself',
      { name: '/aws/shop', value: 'a' },
      'AWS keeps names that begin with "aws" for itself, got "/aws/shop"; begin with another word [LZ-PARAM-6]',
    ],
  ])('has %s', (_, props, message) => {
    expect(refused(props)).toBe(`${SUBJECT}: ${message}`);
  });

  it('has a pattern of 1025 characters; one of 1024 is taken', () => {
    expect(bodyOf({ value: 'x'.repeat(1024), allowedPattern: 'x'.repeat(1024) })).toHaveProperty('allowed_pattern');
    expect(refused({ value: 'x'.repeat(1025), allowedPattern: 'x'.repeat(1025) })).toMatch(/\[LZ-PARAM-15\]$/);
  });

  it('takes a description of 1024 characters, single braces, and a closing pair alone', () => {
    expect(bodyOf({ value: '{"a":{"b":{}}}', description: 'x'.repeat(1024) })).toHaveProperty('value', '{"a":{"b":{}}}');
  });

  it('is told all its mistakes at once', () => {
    const props = { name: 'shop//host', value: 'x'.repeat(8193), allowedPattern: '\\d+', description: 'x'.repeat(1025) };
    expect([...refused(props).matchAll(/\[(LZ-PARAM-\d+)\]/g)].map(([, code]) => code)).toEqual([
      'LZ-PARAM-1',
      'LZ-PARAM-3',
      'LZ-PARAM-17',
      'LZ-PARAM-16',
      'LZ-PARAM-10',
    ]);
  });
});
