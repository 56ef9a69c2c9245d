import { readUniverse, type Subject, type Universe } from '../../../../../policies';
import { maps } from '../../../../../policies/report/page/maps/section';
import { ref, resource, universeOf } from '../../../model/network/documents';

function texts(universe: Universe): readonly string[] {
  // Of a subject the maps look at what was read alone.
  return [...maps.content({ universe } as Subject)].map(({ text }) => text);
}

function vpc(name: string, number: number, zone = 'eu-west-1a'): ReturnType<typeof resource>[] {
  return [
    resource(`aws_vpc.${name}`, { cidr_block: `10.${String(number)}.0.0/16` }),
    resource(`aws_subnet.${name}`, {
      vpc_id: ref(`aws_vpc.${name}.id`),
      cidr_block: `10.${String(number)}.0.0/24`,
      availability_zone: zone,
    }),
  ];
}

/** One network that a module makes this often. */
function called(times: number): Universe {
  const calls = Array.from({ length: times }, (_, at) => {
    const place = `module.team["t${String(at)}"]`;
    return [
      resource(`${place}.aws_vpc.x`, { cidr_block: `10.${String(at)}.0.0/16` }),
      resource(`${place}.aws_subnet.x`, {
        vpc_id: ref(`${place}.aws_vpc.x.id`),
        cidr_block: `10.${String(at)}.0.0/24`,
        availability_zone: 'eu-west-1a',
      }),
    ].map((fact) => ({ ...fact, type: fact.address.includes('aws_vpc') ? 'aws_vpc' : 'aws_subnet' }));
  });
  return universeOf(calls.flat());
}

describe('the section of networks', () => {
  it('has a picture for each network, of which the first two are open', () => {
    const universe = universeOf([...vpc('a', 0), ...vpc('b', 1, 'eu-west-1b'), ...vpc('c', 2, 'eu-west-1c')]);
    const folds = texts(universe).flatMap((text) => text.match(/<details id="[^"]*"[^>]*>/g) ?? []);

    expect(folds).toEqual(['<details id="network-1" open>', '<details id="network-2" open>', '<details id="network-3">']);
  });

  it('draws a hundred networks of one kind once, with the addresses of each in a table', () => {
    const page = texts(called(100)).join('\n');

    expect(page.match(/<svg/g)).toHaveLength(1);
    expect(page).toContain('and 97 alike</strong> <span class="quiet">100 networks</span>');
    expect(page).toContain(
      '<tr><th scope="row">net:module.team[&quot;t99&quot;].aws_vpc.x</th><td>account 111111111111, eu-west-1</td>' +
        '<td><code>10.99.0.0/16</code></td><td><code>10.99.0.0/24</code></td></tr>',
    );
  });

  it('draws networks apart that differ by a route', () => {
    const gateway = [
      resource('aws_internet_gateway.b', { vpc_id: ref('aws_vpc.b.id') }),
      resource('aws_route_table.b', { vpc_id: ref('aws_vpc.b.id') }),
      resource('aws_route.b', {
        route_table_id: ref('aws_route_table.b.id'),
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: ref('aws_internet_gateway.b.id'),
      }),
      resource('aws_route_table_association.b', {
        subnet_id: ref('aws_subnet.b.id'),
        route_table_id: ref('aws_route_table.b.id'),
      }),
    ];
    const page = texts(universeOf([...vpc('a', 0), ...vpc('b', 1), ...gateway])).join('\n');

    expect(page.match(/<svg/g)).toHaveLength(2);
    expect(page).toContain('<td>b, public</td>');
  });

  it('names subnets of which nobody knows where they lie', () => {
    expect(texts(readUniverse('__tests__/policies/foreign/counted/plan.json')).at(-1)).toBe(
      "<p>Subnets whose VPC the documents don't tell: <code>plan:aws_subnet.tier[&quot;app&quot;]</code>, " +
        '<code>plan:aws_subnet.tier[&quot;data&quot;]</code>.</p>',
    );
  });

  it('says of networks that nobody described where their tiers come from', () => {
    expect(texts(readUniverse('__tests__/policies/foreign/inline/plan.json'))[0]).toBe(
      '<h3 id="each-network">Each network</h3>\n<p>Nobody has described these networks: their tiers follow from where routes lead, ' +
        'and from what subnets are called. Pointing at something shows what it is in full.</p>',
    );
  });

  it('has ids that differ, whatever networks are called', () => {
    const page = texts(readUniverse('__tests__/policies/foreign/joined/plan.json')).join('\n');
    const ids = page.match(/ id="[^"]*"/g) ?? [];

    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same for equal universes', () => {
    const read = (): readonly string[] => texts(readUniverse('__tests__/policies/foreign/inline/plan.json'));

    expect(read()).toEqual(read());
  });

  it('shows a zone with markup in its name as a name', () => {
    const page = texts(universeOf(vpc('a', 0, '<script>"'))).join('\n');

    expect(page).not.toContain('<script>');
    expect(page).toContain('<title>Availability Zone &lt;script&gt;&quot;</title>');
  });

  it('says nothing where there is no network', () => {
    expect(texts(universeOf([]))).toEqual([]);
  });
});
