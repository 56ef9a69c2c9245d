import { ask, Places } from '../../../policies/reachability/ask';
import { networkFactsOf } from '../../../policies/model/network/reading';
import { readUniverse } from '../../../policies/model/read-universe';
import { Prover } from '../../../policies/reachability/prover';
import { withFiles } from '../model/files/folder';
import { planJson } from '../model/shown/plan-json';
import { acl, group, instance, internetGateway, publicInstance, subnet, table, together, vpc } from './cases/terraform';
import { terraformJson } from './cases/terraform/document';

/** What a question comes to: verdict, whether anything arrives, and the sentence. */
type Said = readonly [string, string, string];

const NETWORK = terraformJson(
  together(
    vpc('main', '10.0.0.0/16'),
    vpc('shut', '10.1.0.0/16'),
    internetGateway('main'),
    table('main', 'main', { '0.0.0.0/0': 'aws_internet_gateway.main' }),
    table('local', 'main'),
    acl('tight', 'main', ['in 100 allow tcp/443 10.0.0.0/16', 'out 100 allow all 10.0.0.0/16']),
    subnet('a', 'main', '10.0.0.0/24', { table: 'main' }),
    subnet('b', 'main', '10.0.1.0/24', { table: 'local', acl: 'tight' }),
    subnet('shut', 'shut', '10.1.0.0/24'),
    group('all', 'main', ['in all 0.0.0.0/0', 'out all 0.0.0.0/0']),
    group('closed', 'main', []),
    group('apart', 'shut', ['in all 0.0.0.0/0', 'out all 0.0.0.0/0']),
    publicInstance('web', 'a', ['all']),
    instance('neighbour', 'a', ['all']),
    instance('closed', 'a', ['closed']),
    instance('app', 'b', ['all']),
    instance('apart', 'shut', ['apart']),
  ),
);

/** Each is decided by another part of the network. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['aws_instance.web', 'aws_instance.neighbour'],
  ['internet', 'aws_instance.web'],
  ['aws_instance.web', 'aws_instance.closed'],
  ['aws_instance.neighbour', 'internet'],
  ['aws_instance.web', 'aws_instance.app'],
  ['aws_instance.app', '192.168.0.0/24'],
  ['internet', 'aws_instance.app'],
  ['internet', 'aws_instance.apart'],
  ['192.168.0.0/24', 'aws_instance.apart'],
  ['aws_instance.web', 'aws_instance.apart'],
  ['aws_subnet.a', 'aws_subnet.b'],
];

/** A plan of a VPC with two subnets, of which nothing is said but their blocks. */
function plan(complete: boolean): object {
  const vpc_id = { references: ['aws_vpc.main.id', 'aws_vpc.main'] };
  const subnets = [1, 2].map((place) => ({
    address: `aws_subnet.s${String(place)}`,
    known: { cidr_block: `10.0.${String(place)}.0/24` },
    unknown: { id: true, vpc_id: true },
  }));
  return Object(
    planJson({
      resources: [{ address: 'aws_vpc.main', known: { cidr_block: '10.0.0.0/16' }, unknown: { id: true } }, ...subnets],
      written: { 'aws_subnet.s1': { vpc_id }, 'aws_subnet.s2': { vpc_id } },
      more: { complete },
    }),
  ) as object;
}

function saidOf(files: Readonly<Record<string, object | string>>, questions = QUESTIONS): readonly Said[] {
  return withFiles(files, (folder) => {
    const universe = readUniverse(folder);
    const facts = networkFactsOf(universe);
    const [places, prover] = [new Places(universe, facts), new Prover(facts)];
    return questions.map(([from, to]): Said => {
      const { verdict, arrives, why } = ask(facts, { from: places.of(from), to: places.of(to) }, prover);
      return [verdict, arrives, why];
    });
  });
}

test('of documents that are all there every one of the questions has an answer', () => {
  const verdicts = saidOf({ 'net/cdk.tf.json': NETWORK }).map(([verdict]) => verdict);

  expect(verdicts.filter((verdict) => verdict === 'unknown')).toEqual([]);
  expect([...new Set(verdicts)].sort()).toEqual(['partial', 'proven', 'unreachable']);
});

const MODULE = { ...NETWORK, module: { more: { source: './more', vpc_id: '${aws_vpc.main.id}' } } };

describe('where a part of the documents cannot be seen nothing is proven and nothing is closed, and it is named', () => {
  test.each<[string, Readonly<Record<string, object | string>>, string]>([
    ['a module', { 'net/cdk.tf.json': MODULE }, 'net: module.more may hold more'],
    ['HCL beside JSON', { 'net/cdk.tf.json': NETWORK, 'net/more.tf': 'resource "x" "y" {}' }, "net: more.tf isn't read"],
    [
      'a module of another stack',
      { 'net/cdk.tf.json': NETWORK, 'other/cdk.tf.json': { module: { more: { source: './more' } } } },
      'other: module.more may hold more',
    ],
  ])('%s', (_what, files, name) => {
    const said = saidOf(files);

    expect([...new Set(said.map(([verdict, arrives]) => `${verdict}, arrives ${arrives}`))]).toEqual([
      'unknown, arrives unknown',
    ]);
    expect(said.filter(([, , why]) => !why.includes(name))).toEqual([]);
  });

  test('a plan of a part, and of the whole', () => {
    const between = [['aws_subnet.s1', 'aws_subnet.s2']] as const;
    const said = [false, true].flatMap((complete) => saidOf({ 'net.json': plan(complete) }, between));

    expect(said.map(([verdict]) => verdict)).toEqual(['unknown', 'proven']);
    expect(said[0]?.[2]).toContain('net: the plan covers a part of its configuration');
  });
});
