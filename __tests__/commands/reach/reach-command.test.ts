import { spawnSync } from 'node:child_process';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ask, type Heard, NETWORK, reach } from './listener';

interface Document {
  readonly verdict: string;
  readonly arrives: string;
  readonly lostPorts: readonly string[];
  readonly path: readonly { readonly filter: string; readonly address: string; readonly rule: string }[];
  readonly pairs: readonly object[];
  readonly expectation?: object;
  readonly problems?: readonly { readonly code: string }[];
}
const documentOf = ({ out }: Heard): Document => JSON.parse(out) as Document;

describe('plinth reach', () => {
  it.each([
    ['aws_instance.web', 'aws_instance.app', 'tcp/8080', 'proven'],
    ['aws_instance.app', 'aws_db_instance.data', 'tcp/5432', 'partial'],
    ['internet', 'aws_db_instance.data', 'tcp/5432', 'unreachable'],
    ['203.0.113.0/24', 'aws_instance.web', 'tcp/22', 'unknown'],
  ])('ends with 0 whatever the answer: %s to %s on %s is %s', async (from, to, port, verdict) => {
    const { code, out, err } = await ask(from, to, port);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')[0]).toContain(`${verdict}: ${from} `);
  });

  it.each([
    ['reaches', 'aws_instance.web', 'aws_instance.app', 'tcp/8080', 0, undefined],
    ['reaches', 'aws_instance.app', 'aws_db_instance.data', 'tcp/5432', 1, 'only some connections work'],
    ['reaches', 'internet', 'aws_db_instance.data', 'tcp/5432', 1, 'no connection works'],
    ['reaches', '203.0.113.0/24', 'aws_instance.web', 'tcp/22', 1, 'what is not known never passes'],
    ['isolated', 'internet', 'aws_db_instance.data', 'tcp/5432', 0, undefined],
    ['isolated', 'aws_instance.app', 'aws_db_instance.data', 'tcp/5432', 1, 'some connections work'],
    ['isolated', 'aws_instance.web', 'aws_instance.app', 'tcp/8080', 1, 'connections work'],
    ['isolated', '203.0.113.0/24', 'aws_instance.web', 'tcp/22', 1, 'what is not known never passes'],
  ])('--expect %s of %s to %s on %s ends with %d', async (expected, from, to, port, code, reason) => {
    const text = await ask(from, to, port, '--expect', expected);
    const json = await ask(from, to, port, '--expect', expected, '--json');

    expect([text.code, json.code]).toEqual([code, code]);
    expect(text.out.split('\n').filter((line) => line.includes('expected'))).toEqual(
      reason === undefined ? [] : [`✗ expected ${expected}: ${reason}`],
    );
    expect(documentOf(json).expectation).toEqual({ expected, holds: code === 0, ...(reason === undefined ? {} : { reason }) });
  });

  it('what arrives unanswered is not isolated, though no connection works', async () => {
    const { code, out } = await ask(
      'aws_instance.app',
      'aws_db_instance.data',
      'tcp/5432',
      '--client-ports',
      '1024-2000',
      '--expect',
      'isolated',
    );

    expect(code).toBe(1);
    expect(out).toContain('\n  Packets arrive, though no connection works.\n');
    expect(out.split('\n').at(-2)).toBe(
      '✗ expected isolated: no connection works, but packets arrive that nothing answers, and one packet may be enough',
    );
  });

  it('a port left out is every port, the client ports are those that are given', async () => {
    const all = documentOf(await reach([NETWORK, '--from', 'aws_subnet.app', '--to', 'aws_subnet.public', '--json']));
    const narrow = documentOf(
      await ask('aws_instance.app', 'aws_db_instance.data', 'tcp/5432', '--client-ports', '32768-60999', '--json'),
    );
    const wider = documentOf(
      await ask('aws_instance.app', 'aws_db_instance.data', 'tcp/5432', '--client-ports', '32767-61000', '--json'),
    );

    expect(all.verdict).toBe('proven');
    expect(narrow.verdict).toBe('proven');
    expect([wider.verdict, wider.lostPorts]).toEqual(['partial', ['tcp client 32767, 61000']]);
  });

  it('a family that an end lacks is not reached', async () => {
    expect((await ask('aws_instance.web', 'aws_instance.app', 'tcp/8080', '--family', 'v6', '--expect', 'isolated')).code).toBe(
      0,
    );
  });

  it('--json is one document with the way, filter by filter, and the pairs', async () => {
    const { verdict, arrives, lostPorts, path, pairs } = documentOf(
      await ask('aws_instance.app', 'aws_db_instance.data', 'tcp/5432', '--json'),
    );

    expect({ verdict, arrives, lostPorts }).toEqual({
      verdict: 'partial',
      arrives: 'some',
      lostPorts: ['tcp client 1024-32767, 61000-65535'],
    });
    expect(path[3]).toEqual({
      filter: 'network-acl-in',
      address: 'network:aws_network_acl.data',
      rule: 'entry 100 allow tcp 5432 from 10.0.1.0/24 (aws_network_acl_rule.data_in)',
      passes: true,
    });
    expect(pairs).toEqual([
      {
        from: 'network:aws_instance.app',
        to: 'network:aws_db_instance.data',
        family: 'v4',
        verdict: 'partial',
        arrives: 'some',
        lostPorts: ['tcp client 1024-32767, 61000-65535'],
        witness: { src: '10.0.1.10', dst: '10.0.2.4', protocol: 6, srcPort: 49152, dstPort: 5432 },
        lost: { src: '10.0.1.10', dst: '10.0.2.4', protocol: 6, srcPort: 1024, dstPort: 5432 },
        why: expect.stringContaining('network-acl-out network:aws_network_acl.data (of the reply)') as string,
      },
    ]);
  });
});

describe('wrong usage ends with 2 and', () => {
  it('tells every mistake at once, a line each', async () => {
    const flags = ['--client-ports', '5-1', '--family', 'v5', '--expect', 'isolate'];
    const { code, out, err } = await ask('aws_subnet.ap', 'aws_iam_role.app', 'tpc/5', ...flags);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      [
        '--from: nothing in the documents is called that, got "aws_subnet.ap"; did you mean "aws_subnet.app"? [LZ-REACH-2]',
        '--to: aws_iam_role is nothing that stands in a network here, got "aws_iam_role.app"; ask about a subnet, a security group, a VPC, an endpoint, a network interface, an instance, a launch template, an auto scaling group, a load balancer, an ECS service, a database, a cache or a function [LZ-REACH-4]',
        '--port: the protocol is not known, got "tpc/5"; write tcp/443, udp/53, tcp/8000-8100, icmp/8/0, icmpv6/128, proto/50 or all [LZ-PORT-1]',
        '--family: there is no such choice, got "v5"; did you mean "v4"? [LZ-REACH-6]',
        '--client-ports: the port range runs backwards, got "5-1"; write the lower port first: 1-5 [LZ-PORT-3]',
        '--expect: there is no such choice, got "isolate"; did you mean "isolated"? [LZ-REACH-6]',
        '',
      ].join('\n'),
    );
  });

  it('asks for the ends that are missing', async () => {
    expect((await reach([NETWORK])).err).toBe(
      [
        '--from: it is missing; write internet, an IP address, a block, or the address of something in a network [LZ-REACH-1]',
        '--to: it is missing; write internet, an IP address, a block, or the address of something in a network [LZ-REACH-1]',
        '',
      ].join('\n'),
    );
  });

  it.each([[[]], [[NETWORK, 'another']]])('takes one path, not %j', async (args) => {
    await expect(reach(args)).rejects.toThrow(/argument/);
  });

  it('tells what no packet can be', async () => {
    expect(await ask('10.0.1.10', '2001:db8::1', 'tcp/443')).toEqual({
      code: 2,
      out: '',
      err: 'no packet is of both families, got "10.0.1.10 is IPv4, 2001:db8::1 is IPv6"; ask about ends, port and family that go together [LZ-REACH-5]\n',
    });
  });

  it('tells of documents that are not there together with the mistakes in what was asked, in JSON if that was asked for', async () => {
    const nowhere = ['nowhere', '--from', 'internet', '--to', 'internet', '--port', 'tcp/70000'];
    const { code, out, err } = await reach([...nowhere, '--json']);

    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(documentOf({ code, out, err }).problems?.map((problem) => problem.code)).toEqual(['LZ-READ-1', 'LZ-PORT-2']);
  });
});

describe('the built command', () => {
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, ['dist/commands/plinth.js', 'reach', ...args], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plinth-reach-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('answers, expects and refuses with 0, 1 and 2', () => {
    const asked = [NETWORK, '--from', 'aws_instance.app', '--to', 'aws_db_instance.data', '--port', 'tcp/5432'];

    expect(run(asked).status).toBe(0);
    expect(run([...asked, '--expect', 'reaches']).status).toBe(1);
    expect(run([...asked, '--nonsense']).status).toBe(2);
  });

  it('writes no colours where no terminal reads', () => {
    expect(run([NETWORK, '--from', 'internet', '--to', 'aws_instance.web'], { FORCE_COLOR: '1' }).stdout).not.toContain('\u001B');
  });

  it('reads one file of any tool', () => {
    const file = join(folder, 'main.tf.json');
    writeFileSync(file, JSON.stringify({ resource: { aws_vpc: { v: { cidr_block: '10.0.0.0/16' } } } }));

    const { status, stdout } = run([file, '--from', 'internet', '--to', 'aws_vpc.v', '--json']);

    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'unknown', arrives: 'unknown' });
  });
});
