import { Reference, Unknown } from '../../../../policies/model/term';
import type { Json } from '../../../../policies/model/universe';
import { documentsOf } from '../../universe';
import { settled } from './settled';

const subnet = (body: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> => ({
  resource: { aws_subnet: { app: body } },
});

/** The subnets of a document, as `<address>: <repeated or not> <body>`. */
function subnets(body: Readonly<Record<string, Json>>, rest: Readonly<Record<string, Json>> = {}): readonly unknown[] {
  const [dev] = documentsOf({ dev: { ...rest, ...subnet(body) } });
  return (dev?.resources ?? []).map((fact) => ({
    address: fact.address,
    body: fact.body,
    ...(fact.repeated === undefined ? {} : { repeated: fact.repeated.why }),
  }));
}

const to = (address: string): Reference => new Reference([{ key: `dev:${address}`, attribute: 'id' }]);

describe('count', () => {
  it('of a number makes that many, each with its index', () => {
    expect(subnets({ count: 2, cidr_block: '${cidrsubnet("10.0.0.0/16", 8, count.index)}' })).toEqual([
      { address: 'aws_subnet.app[0]', body: { cidr_block: '10.0.0.0/24' } },
      { address: 'aws_subnet.app[1]', body: { cidr_block: '10.0.1.0/24' } },
    ]);
  });

  it('of 1 makes one with an index, of 0 none', () => {
    expect(subnets({ count: 1 })).toEqual([{ address: 'aws_subnet.app[0]', body: {} }]);
    expect(subnets({ count: 0 })).toEqual([]);
  });

  it('of a literal local is known', () => {
    expect(subnets({ count: '${local.n}' }, { locals: { n: '1' } })).toEqual([{ address: 'aws_subnet.app[0]', body: {} }]);
  });

  it('from outside leaves open how many there are, and what differs between them', () => {
    expect(subnets({ count: '${var.n}', cidr_block: '${count.index}', name: 'a' })).toEqual([
      {
        address: 'aws_subnet.app',
        body: {
          cidr_block: new Unknown('it differs from one instance to the next: ${count.index}'),
          name: 'a',
        },
        repeated: "how many there are isn't known: count is not known (it is set from outside: ${var.n})",
      },
    ]);
  });

  it.each(['${var.on ? 1 : 0}', '${var.on == "x" ? 0 : 1}'])('%s is at most one, with index 0', (count) => {
    expect(subnets({ count, cidr_block: '10.0.${count.index}.0/24' })).toEqual([
      {
        address: 'aws_subnet.app[0]',
        body: { cidr_block: '10.0.0.0/24' },
        repeated: `how many there are isn't known: count is not known (the expression isn't evaluated: ${count})`,
      },
    ]);
  });

  it.each([
    '${var.a ? 1 : 2}',
    '${var.a ? var.b ? 5 : 6 : 1 : 0}',
    '${var.a}${var.b ? 1 : 0}',
    '${f(var.a ? 1 : 0)}',
    -1,
    1.5,
    1001,
  ])('%j may be several', (count) => {
    expect(subnets({ count })).toEqual([
      expect.objectContaining({ address: 'aws_subnet.app', repeated: expect.stringContaining('how many') as string }),
    ]);
  });
});

describe('for_each', () => {
  it('of a map makes one for each key, with its value', () => {
    const body = {
      for_each: { a: { cidr: '10.0.0.0/24' }, 'b"': { cidr: '${var.b}' } },
      cidr_block: '${each.value.cidr}',
      name: '${each.key}',
    };

    expect(subnets(body)).toEqual([
      { address: 'aws_subnet.app["a"]', body: { cidr_block: '10.0.0.0/24', name: 'a' } },
      {
        address: 'aws_subnet.app["b\\""]',
        body: { cidr_block: new Unknown('it is set from outside: ${var.b}'), name: 'b"' },
      },
    ]);
  });

  it('of a set makes one for each element', () => {
    expect(subnets({ for_each: '${toset(["b", "a", "b"])}', name: 'x-${each.value}' })).toEqual([
      { address: 'aws_subnet.app["a"]', body: { name: 'x-a' } },
      { address: 'aws_subnet.app["b"]', body: { name: 'x-b' } },
    ]);
  });

  it('from outside leaves open how many there are', () => {
    expect(subnets({ for_each: '${var.subnets}', name: '${each.key}' })).toEqual([
      {
        address: 'aws_subnet.app',
        body: { name: new Unknown('it differs from one instance to the next: ${each.key}') },
        repeated: "how many there are isn't known: for_each is not known (it is set from outside: ${var.subnets})",
      },
    ]);
  });

  it('gives each block its own, though their expressions are written alike', () => {
    const open = new Unknown('it differs from one instance to the next: ${each.key}');
    const [known, unknown] = [
      { for_each: { a: 1 }, name: '${each.key}' },
      { for_each: '${var.x}', name: '${each.key}' },
    ];
    const names = (resource: Readonly<Record<string, Json>>): readonly unknown[] =>
      documentsOf({ dev: { resource } })[0]?.resources.map(({ body }) => body.name) ?? [];

    expect(names({ aws_a: { it: known }, aws_b: { it: unknown } })).toEqual(['a', open]);
    expect(names({ aws_a: { it: unknown }, aws_b: { it: known } })).toEqual([open, 'a']);
  });

  it('over itself says so', () => {
    expect(subnets({ for_each: '${toset([aws_subnet.app["a"].id])}' })).toEqual([
      {
        address: 'aws_subnet.app',
        body: {},
        repeated:
          'how many there are isn\'t known: for_each is not known (the expression isn\'t evaluated: ${toset([aws_subnet.app["a"].id])})',
      },
    ]);
  });
});

describe('a reference to an instance', () => {
  it.each([
    ['${aws_subnet.app[1].id}', subnet({ count: 2 }), to('aws_subnet.app[1]')],
    ['${aws_subnet.app.1.id}', subnet({ count: 2 }), to('aws_subnet.app[1]')],
    ['${aws_subnet.app["a"].id}', subnet({ for_each: { a: 1 } }), to('aws_subnet.app["a"]')],
    ['${aws_subnet.app[local.k].id}', { ...subnet({ for_each: { a: 1 } }), locals: { k: 'a' } }, to('aws_subnet.app["a"]')],
    ['${aws_subnet.app[*].id}', subnet({ count: 2 }), [to('aws_subnet.app[0]'), to('aws_subnet.app[1]')]],
    ['${aws_subnet.app.*.id}', subnet({ count: 2 }), [to('aws_subnet.app[0]'), to('aws_subnet.app[1]')]],
    ['${aws_subnet.app[0].id}', subnet({ count: '${var.on ? 1 : 0}' }), to('aws_subnet.app[0]')],
    ['${aws_subnet.app[1].cidr_block}', subnet({ count: 2, cidr_block: '10.0.${count.index}.0/24' }), '10.0.1.0/24'],
  ])('%s names it', (written, document, term) => {
    expect(settled(written, document)).toEqual(term);
  });

  it.each([
    ['${aws_subnet.app[2].id}', subnet({ count: 2 }), '${aws_subnet.app[2].id}: there is no such instance'],
    ['${aws_subnet.app["0"].id}', subnet({ count: 1 }), '${aws_subnet.app["0"].id}: there is no such instance'],
    ['${aws_subnet.app.id}', subnet({ count: 1 }), '${aws_subnet.app.id}: there is no such instance'],
    ['${aws_subnet.app[each.key].id}', subnet({ count: 1 }), '${aws_subnet.app[each.key].id}: there is no such instance'],
    [
      '${aws_subnet.app[0].id}',
      subnet({ count: '${var.n}' }),
      "${aws_subnet.app[0].id}: how many there are isn't known: count is not known (it is set from outside: ${var.n})",
    ],
    ['${aws_subnet.app[*].id}', subnet({ count: '${var.n}' }), "the expression isn't evaluated: ${aws_subnet.app[*].id}"],
    ['${aws_subnet.app[0].id}', subnet({}), "the expression isn't evaluated: ${aws_subnet.app[0].id}"],
  ])('%s is not known where it names none for sure', (written, document, why) => {
    expect(settled(written, document)).toEqual(new Unknown(why));
  });
});

describe('dynamic blocks', () => {
  const block = { for_each: '${var.rules}', content: { from_port: '${ingress.value}' } };

  it.each([{ ingress: block }, { ingress: [block] }, [{ ingress: block }]])('leave the argument open: %j', (dynamic) => {
    expect(subnets({ dynamic, ingress: [{ from_port: 1 }], name: 'a' })).toEqual([
      { address: 'aws_subnet.app', body: { name: 'a', ingress: new Unknown('its blocks are generated: dynamic "ingress"') } },
    ]);
  });

  it('do so inside nested blocks', () => {
    expect(subnets({ action: [{ dynamic: { ingress: block }, order: 1 }] })).toEqual([
      {
        address: 'aws_subnet.app',
        body: { action: [{ order: 1, ingress: new Unknown('its blocks are generated: dynamic "ingress"') }] },
      },
    ]);
  });

  it('are no map with such a key', () => {
    expect(subnets({ tags: { dynamic: 'yes' } })).toEqual([{ address: 'aws_subnet.app', body: { tags: { dynamic: 'yes' } } }]);
  });
});
