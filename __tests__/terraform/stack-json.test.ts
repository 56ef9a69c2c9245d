import { tmpdir } from 'node:os';

import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { App, Fn, TerraformLocal, TerraformOutput, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import fc from 'fast-check';

import { AccountStack } from '../../modules/terraform';
import { refusalOf } from '../refusal';

function stackOf(app = new App({ outdir: tmpdir(), stackTraces: false }), name = 'dev'): AccountStack {
  const account = { name, id: '555555555555' };
  return new AccountStack(app, {
    organization: 'acme',
    account,
    region: 'eu-west-1',
    layer: 'network',
    backend: { kind: 'local' },
  });
}

/** What cdktf itself makes of the stack: every value resolved three times. */
function stockJson(stack: TerraformStack): unknown {
  TerraformStack.prototype.prepareStack.call(stack);
  return TerraformStack.prototype.toTerraform.call(stack);
}

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('${aws:username}', '$${aws_vpc.x.id}', '"', '\n', '${', '}', '//', 'a.b', '__proto__', '%{ if true }'),
);
const name = fc.constantFrom('description', 'tags', 'cidr_block', 'lifecycle', 'timeouts', 'ingress');
const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constantFrom('TOKEN', 'NUMBER', 'LIST', null, undefined));
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(name, leaf, { maxKeys: 3 }));
const change = fc.record({
  on: fc.constantFrom('stack', 'vpc', 'group', 'data', 'output'),
  path: fc.array(name, { minLength: 1, maxLength: 3 }),
  value,
});
const estate = fc.record({
  tags: fc.dictionary(text, text, { maxKeys: 4 }),
  description: text,
  changes: fc.array(change, { maxLength: 5 }),
});
type Estate = typeof estate extends fc.Arbitrary<infer Value> ? Value : never;

/** Puts tokens where the arbitrary value names them: they can't be drawn before there is a stack. */
function withTokens(drawn: unknown, vpc: Vpc): unknown {
  if (drawn === 'TOKEN') return vpc.arn;
  if (drawn === 'NUMBER') return Token.asNumber(vpc.ipv6NetmaskLengthInput ?? `\${${vpc.fqn}.ipv6_netmask_length}`);
  if (drawn === 'LIST') return Fn.split(',', vpc.id);
  if (Array.isArray(drawn)) return drawn.map((item) => (item === 'LIST' ? vpc.id : withTokens(item, vpc)));
  if (typeof drawn !== 'object' || drawn === null) return drawn;
  return Object.fromEntries(Object.entries(drawn).map(([key, inner]) => [key, withTokens(inner, vpc)]));
}

function build({ tags, description, changes }: Estate): AccountStack {
  const stack = stackOf();
  const inside = new Construct(stack, 'inside');
  const vpc = new Vpc(inside, 'vpc', { cidrBlock: '10.0.0.0/16', tags });
  const data = new DataAwsRegion(stack, 'region', {});
  const group = new SecurityGroup(stack, 'group', {
    vpcId: vpc.id,
    description,
    tags: { ...tags, of: `${vpc.id}/${data.region}` },
    dependsOn: [vpc],
  });
  const output = new TerraformOutput(inside, 'output', { value: Fn.join('-', [vpc.id, group.arn]) });
  new TerraformLocal(stack, 'local', { [description]: [vpc.defaultSecurityGroupId, description] });
  const places = { stack, vpc, group, data, output };
  for (const { on, path, value: drawn } of changes) {
    // A stack's own blocks: what is laid over those of `terraform` is AccountStack's business.
    places[on].addOverride(on === 'stack' ? ['locals', ...path].join('.') : path.join('.'), withTokens(drawn, vpc));
  }
  return stack;
}

/** The document, or the words with which it is refused. */
function outcome(make: () => unknown): string {
  try {
    return JSON.stringify(make());
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the JSON of a stack', () => {
  it('is what cdktf makes of it, whatever values, tokens and overrides there are', () => {
    fc.assert(
      fc.property(estate, (drawn) => {
        const stack = build(drawn);
        expect(outcome(() => stack.toTerraform())).toBe(outcome(() => stockJson(stack)));
      }),
      { numRuns: 150 },
    );
  });

  it('is made where a tag is called like a member of every object', () => {
    const stack = stackOf();
    new Vpc(stack, 'vpc', { tags: { constructor: 'acme' } });
    expect(outcome(() => stack.toTerraform())).toContain('"tags":{"constructor":"acme"}');
  });

  it('loses what undefined is laid over', () => {
    const stack = stackOf();
    stack.addOverride('terraform.required_version', undefined);
    expect((stack.toTerraform() as { terraform: object }).terraform).toEqual({
      backend: { local: { path: '../../../terraform.state/acme/dev-eu-west-1-network.tfstate' } },
      required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' } },
    });
  });
});

describe('a reference to another stack', () => {
  const remedy = 'pass a value that both compute from the configuration, or leave the id in an SSM parameter and read it there';

  it('is refused where the other stack is one of ours', () => {
    const app = new App({ outdir: tmpdir() });
    const [dev, shop] = [stackOf(app, 'dev'), stackOf(app, 'shop')];
    new SecurityGroup(shop, 'group', { vpcId: new Vpc(dev, 'vpc', {}).id });
    expect(refusalOf(() => shop.toTerraform())).toBe(
      `stack dev-eu-west-1-network: another stack refers to a resource of this one, got "aws_vpc.vpc.id"; ${remedy} [LZ-STACK-4]`,
    );
  });

  it("is refused where the other stack is cdktf's own", () => {
    const app = new App({ outdir: tmpdir() });
    const [base, shop] = [new TerraformStack(app, 'base'), stackOf(app, 'shop')];
    new SecurityGroup(shop, 'group', { vpcId: new Vpc(base, 'vpc', {}).id });
    expect(refusalOf(() => shop.toTerraform())).toBe(
      `stack shop-eu-west-1-network: refers to a resource of another stack, got "base"; ${remedy} [LZ-STACK-4]`,
    );
  });
});
