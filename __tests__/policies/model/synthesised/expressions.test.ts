import { AmazonPart, Reference, Template, type Term, Unknown } from '../../../../policies/model/term';
import type { Json } from '../../../../policies/model/universe';
import { notEvaluated, settled } from './settled';

const DOCUMENT = {
  data: {
    aws_prefix_list: { s3: { name: 'com.amazonaws.eu-west-1.s3' } },
    terraform_remote_state: { net: { backend: 'local' } },
  },
  resource: {
    aws_vpc: {
      shop: { cidr_block: '10.0.0.0/16', assign_generated_ipv6_cidr_block: true, empty: '', nothing: null },
      pooled: { ipv6_ipam_pool_id: 'ipam-pool-1', ipv6_netmask_length: 60 },
    },
    aws_subnet: {
      'app-a': {
        vpc_id: '${aws_vpc.shop.id}',
        cidr_block: '${cidrsubnet(aws_vpc.shop.cidr_block, 8, 3)}',
        ipv6_cidr_block: '${cidrsubnet(aws_vpc.shop.ipv6_cidr_block, 8, 3)}',
        timeouts: [{ create: '5m' }],
        ports: [1, 2],
        zone: '${var.zone}',
      },
      left: { cidr_block: '10.0.9.0/24', lifecycle: { ignore_changes: ['cidr_block'] } },
      round: { cidr_block: '${aws_subnet.trip.cidr_block}' },
      trip: { cidr_block: '${aws_subnet.round.cidr_block}' },
    },
  },
  locals: {
    name: 'shop',
    port: 443,
    on: true,
    vpc: '${aws_vpc.shop.id}',
    chain: '${local.name}-x',
    map: { a: '10.1.0.0/16', deep: [{ b: 'c' }] },
    endpoint: '${aws_vpc_endpoint.x.dns_entry}',
    loop: '${local.pool}',
    pool: '${local.loop}',
  },
};

const to = (address: string, attribute: string): Reference => new Reference([{ key: `dev:${address}`, attribute }]);
const vpc = { key: 'dev:aws_vpc.shop', attribute: 'ipv6_cidr_block' };
const unknown = (why: string): Unknown => new Unknown(why);

describe('an expression that is followed', () => {
  it.each<[Json, Term]>([
    ['${aws_vpc.shop.id}', to('aws_vpc.shop', 'id')],
    ['${ aws_vpc.shop.id }', to('aws_vpc.shop', 'id')],
    ['${aws_vpc.shop["id"]}', unknown(notEvaluated('aws_vpc.shop["id"]'))],
    ['${aws_subnet.app-a.id}', to('aws_subnet.app-a', 'id')],
    ['${aws_vpc.shop.ipv6_cidr_block}', to('aws_vpc.shop', 'ipv6_cidr_block')],
    ['${aws_vpc.shop.list[0].id}', to('aws_vpc.shop', 'list[0].id')],
    ['${aws_vpc.shop.list.0.id}', to('aws_vpc.shop', 'list[0].id')],
    ['${aws_vpc.shop.map["a b"]}', to('aws_vpc.shop', 'map["a b"]')],
    ['${data.aws_prefix_list.s3.id}', to('data.aws_prefix_list.s3', 'id')],
    ['${aws_subnet.app-a[*].id}', [to('aws_subnet.app-a', 'id')]],
    ['${["a", aws_vpc.shop.id, 3]}', ['a', to('aws_vpc.shop', 'id'), 3]],
    ['${[]}', []],
    ['${toset(["b", "a", "b"])}', ['a', 'b']],
    ['${"text"}', 'text'],
    ['${-1.5}', -1.5],
    ['${true}', true],
    ['${null}', null],
    ['${local.name}', 'shop'],
    ['${local.port}', 443],
    ['${local.vpc}', to('aws_vpc.shop', 'id')],
    ['${local.map.a}', '10.1.0.0/16'],
    ['${local.map["a"]}', '10.1.0.0/16'],
    ['${local.map.deep[0].b}', 'c'],
    ['${local.map}', { a: '10.1.0.0/16', deep: [{ b: 'c' }] }],
  ])('%j', (written, term) => {
    expect(settled(written, DOCUMENT)).toEqual(term);
  });
});

describe('an argument of another resource', () => {
  it.each<[string, Term]>([
    ['${aws_vpc.shop.cidr_block}', '10.0.0.0/16'],
    ['${aws_subnet.app-a.cidr_block}', '10.0.3.0/24'],
    ['${aws_subnet.app-a.vpc_id}', to('aws_vpc.shop', 'id')],
    ['${aws_subnet.app-a.ipv6_cidr_block}', new AmazonPart(vpc, 8, 3)],
    ['${aws_subnet.app-a.ports}', [1, 2]],
    ['${aws_subnet.app-a.zone}', unknown('it is set from outside: ${var.zone}')],
    ['${data.aws_prefix_list.s3.name}', 'com.amazonaws.eu-west-1.s3'],
  ])('%s is its value', (written, term) => {
    expect(settled(written, DOCUMENT)).toEqual(term);
  });

  it.each([
    ['${aws_vpc.shop.empty}', 'empty', 'an empty text, which the provider may fill in'],
    ['${aws_vpc.shop.nothing}', 'nothing', 'null, which is as good as left out'],
  ])('%s stays a reference where it is %s: %s', (written, attribute) => {
    expect(settled(written, DOCUMENT)).toEqual(to('aws_vpc.shop', attribute));
  });

  it('stays a reference where it is a nested block, whose attributes are more than was written', () => {
    expect(settled('${aws_subnet.app-a.timeouts}', DOCUMENT)).toEqual(to('aws_subnet.app-a', 'timeouts'));
  });

  it('is not known where ignore_changes leaves it to others, and neither is it in its own resource', () => {
    const left = unknown('others may change cidr_block: lifecycle.ignore_changes leaves it to them');

    expect(settled('${aws_subnet.left.cidr_block}', DOCUMENT)).toEqual(left);
    expect(settled('${aws_subnet.left.id}', DOCUMENT)).toEqual(to('aws_subnet.left', 'id'));
  });
});

describe('cidrsubnet', () => {
  it.each<[string, Term]>([
    ['cidrsubnet("10.0.0.0/16", 8, 255)', '10.0.255.0/24'],
    ['cidrsubnet("10.0.0.0/16", "8", "3")', '10.0.3.0/24'],
    ['cidrsubnet("2001:db8::/56", 8, 255)', '2001:db8:0:ff::/64'],
    ['cidrsubnet(local.map.a, 4, 1)', '10.1.16.0/20'],
    ['cidrsubnet(aws_vpc.shop.ipv6_cidr_block, 8, 255)', new AmazonPart(vpc, 8, 255)],
    ['cidrsubnet(cidrsubnet(aws_vpc.shop.ipv6_cidr_block, 4, 3), 4, 5)', new AmazonPart(vpc, 8, 53)],
  ])('%s is computed', (expression, term) => {
    expect(settled(`\${${expression}}`, DOCUMENT)).toEqual(term);
  });

  it.each([
    ['a number that no such part has', 'cidrsubnet("10.0.0.0/16", 8, 256)'],
    ['a number that no such part has', 'cidrsubnet(aws_vpc.shop.ipv6_cidr_block, 8, 256)'],
    ['more bits than are left', 'cidrsubnet("10.0.0.0/16", 17, 0)'],
    ['a number below nought', 'cidrsubnet("10.0.0.0/16", 8, -1)'],
    ['a number from outside', 'cidrsubnet(aws_vpc.shop.ipv6_cidr_block, 8, var.n)'],
    ['a block from a pool, of a length of its own', 'cidrsubnet(aws_vpc.pooled.ipv6_cidr_block, 4, 0)'],
    ['the block of a VPC that nobody describes', 'cidrsubnet(aws_vpc.gone.ipv6_cidr_block, 8, 0)'],
    ['what is no block', 'cidrsubnet(local.name, 8, 0)'],
    ['another attribute', 'cidrsubnet(aws_vpc.shop.id, 8, 0)'],
    ['a fourth argument', 'cidrsubnet("10.0.0.0/16", 8, 0, 0)'],
  ])('is not evaluated with %s: %s', (_, expression) => {
    expect(settled(`\${${expression}}`, DOCUMENT)).toEqual(unknown(notEvaluated(expression)));
  });
});

describe('an expression that nobody here evaluates', () => {
  it.each([
    'upper(local.name)',
    'var.a == "" ? 1 : 0',
    '!local.on',
    'local.port + 1',
    'local.map.none',
    'local.map[0]',
    '{ a = 1 }',
    '[for s in local.map : s]',
    '"${local.name}"',
    '"a\\u0041"',
    'aws_vpc.shop',
    'aws_subnet.app-a[*].list[0]',
    'toset(local.map)',
    'a b',
    '007',
    '1e3',
    '',
  ])('${%s} says so', (expression) => {
    expect(settled(`\${${expression}}`, DOCUMENT)).toEqual(unknown(notEvaluated(expression)));
  });

  it.each([
    ['${var.cidr}', 'it is set from outside: ${var.cidr}'],
    ['${var.map["a"].b}', 'it is set from outside: ${var.map["a"].b}'],
    ['${module.net.vpc_id}', "it comes from a module, which isn't part of the document: ${module.net.vpc_id}"],
    ['${each.value}', 'it differs from one instance to the next: ${each.value}'],
    ['${count.index}', 'it differs from one instance to the next: ${count.index}'],
    ['${path.module}', 'it is known only where Terraform runs: ${path.module}'],
    ['${terraform.workspace}', 'it is known only where Terraform runs: ${terraform.workspace}'],
    ['${local.none}', 'the document has no local.none: ${local.none}'],
    ['${local.loop}', 'it refers to itself: local.loop'],
    ['${aws_subnet.round.cidr_block}', 'it refers to itself: aws_subnet.trip.cidr_block'],
    ['${aws_vpc.gone.id}', 'the document has no aws_vpc.gone: ${aws_vpc.gone.id}'],
    ['${data.aws_vpc.gone.id}', 'the document has no data.aws_vpc.gone: ${data.aws_vpc.gone.id}'],
    [
      '${data.terraform_remote_state.net.outputs.vpc}',
      'it is read from another state: ${data.terraform_remote_state.net.outputs.vpc}',
    ],
    ['${local.endpoint}', 'the document has no aws_vpc_endpoint.x: ${aws_vpc_endpoint.x.dns_entry}'],
  ])('%s says why', (written, why) => {
    expect(settled(written, DOCUMENT)).toEqual(unknown(why));
  });

  it('is quoted up to its 117th letter', () => {
    const long = `upper("${'x'.repeat(200)}")`;

    expect(settled(`\${${long}}`)).toEqual(unknown(`the expression isn't evaluated: \${${long.slice(0, 117)}...}`));
  });
});

describe('text around expressions', () => {
  it.each<[string, Term]>([
    ['${local.name}-${local.port}-${local.on}', 'shop-443-true'],
    ['${local.chain}!', 'shop-x!'],
    ['a ${aws_vpc.shop.id} b', new Template(['a ', to('aws_vpc.shop', 'id'), ' b'])],
    ['${aws_vpc.shop.id}${local.name}', new Template([to('aws_vpc.shop', 'id'), 'shop'])],
    ['x${var.a}', new Template(['x', unknown('it is set from outside: ${var.a}')])],
    ['x${local.map}', new Template(['x', unknown('no text: {"a":"10.1.0.0/16","deep":[{"b":"c"}]}')])],
    [
      'x${aws_subnet.app-a.ipv6_cidr_block}',
      new Template(['x', unknown('known only after apply: cidrsubnet(dev:aws_vpc.shop.ipv6_cidr_block, 8, 3)')]),
    ],
    ['${upper("}")}!', new Template([unknown(notEvaluated('upper("}")')), '!'])],
    ['${upper("\\"}")}!', new Template([unknown(notEvaluated('upper("\\"}")')), '!'])],
    ['${upper("${local.name}}")}!', new Template([unknown(notEvaluated('upper("${local.name}}")')), '!'])],
    ['${upper("$${")}!', new Template([unknown(notEvaluated('upper("$${")')), '!'])],
    ['$a{${local.name}', '$a{shop'],
    ['${{ a = 1 }}!', new Template([unknown(notEvaluated('{ a = 1 }')), '!'])],
  ])('%s', (written, term) => {
    expect(settled(written, DOCUMENT)).toEqual(term);
  });

  it.each(['%{ if true }a%{ endif }', 'a ${~ local.name ~} b', 'a ${local.name', '${upper("', '$%{if true}y%{endif}'])(
    '%s is a template that nobody here evaluates',
    (written) => {
      expect(settled(written, DOCUMENT)).toEqual(unknown(`the template isn't evaluated: ${JSON.stringify(written)}`));
    },
  );
});

describe('keys of maps', () => {
  it('are followed as values are', () => {
    expect(settled({ '${local.name}': 1, '$${x}': 2 }, DOCUMENT)).toEqual({ shop: 1, '${x}': 2 });
  });

  it('leave the whole map open where one of them is', () => {
    expect(settled({ '${var.a}': 1, b: 2 })).toEqual(unknown('one of its keys is not known (it is set from outside: ${var.a})'));
  });
});
