import type { Universe } from '../../../../../policies';
import { opened } from '../../../reachability/mutations/opened';
import type { Mutation } from '../../../reachability/mutations/mutation';
import { Reference } from '../../../reachability/mutations/reference';
import { stopped } from '../../../reachability/mutations/stopped';
import { configured } from '../../../reachability/proof/configured';
import { Chapter, textOf } from './chapter';
import { WEB_NETWORK } from './web-network';

const MANAGEMENT = `management: { id: '111111111111', unit: management }`;

function accounts(count: number): string {
  const members = Array.from(
    { length: count },
    (_, n) => `  team-${String(n)}: { id: '2000000000${String(n + 10)}', unit: workloads, network: web }`,
  );
  return `${WEB_NETWORK}accounts:\n  ${MANAGEMENT}\n${members.join('\n')}\n`;
}

function mutation(name: string): Mutation['mutate'] {
  const found = [...opened, ...stopped].find((each) => each.name === name);
  if (found === undefined) throw new Error(`no mutation is called ${name}`);
  return found.mutate;
}

describe('the chapter of the reference', () => {
  const reference = new Reference();
  const chapter = new Chapter(reference.universe());
  afterAll(() => {
    reference.clear();
  });
  const after = (name: string): Chapter => new Chapter(reference.changed(mutation(name)));

  it('has one matrix for dev and prod, in which the same passes, and says whose subnets are shown', () => {
    expect(chapter.headings()).toEqual([
      'dev/eu-west-1/three-tier, prod/eu-west-1/three-tier',
      'network/eu-west-1/shared',
      'Claims',
      'What the internet meets',
      'What network ACLs leave open for replies',
    ]);
    expect(textOf(chapter.html)).toContain('Cells are explained with the subnets of dev/eu-west-1/three-tier');
  });

  it('says of app → data that tcp/5432 is proven, with the flow, the question, the way there and back, and the command', () => {
    expect(textOf(chapter.cell('app', 'data'))).toBe('tcp/5432 proven from app to data');
    const text = chapter.explanation('app', 'data');

    expect(text).toContain(
      'IPv4: the flow app → data tcp/5432 of dev/eu-west-1/three-tier, landing-zone.yaml:48:9 (The application reads and writes its database): proven for each of 9 pairs.',
    );
    expect(text).toContain(
      'Asked: tcp/5432 from client ports 1024-65535, opened by app in dev-eu-west-1-network:aws_subnet.three-tier_app_a to data in dev-eu-west-1-network:aws_subnet.three-tier_data_a over IPv4, pair 1 of 9.',
    );
    expect(text).toContain('The way of tcp 10.0.0.4:49152 to 10.0.2.4:5432 :');
    expect(text).toContain(
      'The way of its reply: passes network ACL out dev-eu-west-1-network:aws_network_acl.three-tier_data :',
    );
    expect(text).toContain(
      'plinth reach PATH --from dev/eu-west-1/three-tier/app --to dev/eu-west-1/three-tier/data --port tcp/5432 --family v4',
    );
  });

  it('tells the port that NAT gives the packet of app → internet', () => {
    expect(chapter.explanation('app', 'internet')).toContain(', from port 1024 of the NAT gateway');
  });

  it('says of data → app that nothing passes, with everything that stops it', () => {
    expect(textOf(chapter.cell('data', 'app'))).toBe('· nothing from data to app');
    const text = chapter.explanation('data', 'app');

    expect(text).toContain('no packet of any kind arrives, between any of 9 pairs.');
    expect(text).toContain('Asked: every protocol and port from any client port, opened by data in');
    expect(text).toContain('nothing of it works No packet arrives.');
    expect(text).toContain(
      'stops security group out dev-eu-west-1-network:aws_security_group.three-tier_data : no rule matches: dropped',
    );
    expect(text).toContain(
      'stops network ACL in dev-eu-west-1-network:aws_network_acl.three-tier_data : no entry matches: dropped (the reply)',
    );
  });

  it('says of app → public/alb, which a flow to the internet and one from it let meet, that other flows hold it', () => {
    expect(textOf(chapter.cell('app', 'public/alb'))).toBe('tcp/443 by other flows from app to public/alb');
  });

  it('tells 13 claims of which all hold, 27 openings for replies, and 4 endpoints at which nothing arrives', () => {
    const text = textOf(chapter.html);

    expect(text).toContain('13 of 13 hold.');
    expect(text).toContain('nothing from internet arrives at data holds dev/eu-west-1/three-tier, prod/eu-west-1/three-tier 3');
    expect(text).toContain('27 openings of 16 kinds');
    expect(text).toContain('Nothing arrives at 4 of them');
  });

  it('shows what passes undeclared as bad, with a packet, in a matrix of its own', () => {
    const changed = after('the load balancer may talk to the database, group and network ACL alike');

    expect(changed.headings().slice(0, 2)).toEqual(['dev/eu-west-1/three-tier', 'network/eu-west-1/shared']);
    expect(changed.cell('public/alb', 'data')).toContain('<code>tcp/5432</code> <span class="mark bad">undeclared</span>');
    const text = changed.explanation('public/alb', 'data');
    expect(text).toMatch(/no flow declares tcp\/5432, which passes all the same: tcp 10\.0\.4\.4:\d+ to 10\.0\.2\.4:5432/);
    expect(text).toContain('all of it works Every packet asked about arrives, and its reply comes back.');
    expect(textOf(changed.html)).toContain(
      "doesn't hold dev/eu-west-1/three-tier: nothing from public/alb arrives at data tcp/5432 arrives between some pair",
    );
  });

  it('shows what may pass undeclared as doubtful, never as sure', () => {
    const changed = after('the application admits the internet, which may meet interfaces with a public address');
    const cell = changed.cell('internet', 'app');

    expect(cell).toContain('<code>tcp/8080</code> <span class="mark doubtful">maybe undeclared</span>');
    expect(cell).not.toContain('class="mark bad"');
    expect(changed.explanation('internet', 'app')).toContain("Whether packets arrive that nothing answers isn't known.");
  });

  it('shows a flow whose replies are dropped as failing, with the pair, and what drops them', () => {
    const changed = after('the replies of the database are dropped by its network ACL');

    expect(changed.cell('app', 'data')).toContain('<code>tcp/5432</code> <span class="mark bad">flow fails</span>');
    const text = changed.explanation('app', 'data');
    expect(text).toContain('it does not work for some of 9 pairs, of which the first is asked about.');
    expect(text).toContain('Packets arrive, though no connection works.');
    expect(text).toContain(
      'stops network ACL out dev-eu-west-1-network:aws_network_acl.three-tier_data : no entry matches: dropped (the reply)',
    );
  });

  it('shows a cell as not known where a subnet is in a VPC that nobody tells', () => {
    const changed = new Chapter(
      reference.changed(({ dev }) => {
        dev.change('aws_subnet.three-tier_data_a', { vpc_id: '${var.vpc}' });
      }),
    );

    expect(changed.cell('data', 'app')).toContain('<span class="mark doubtful">not known</span>');
    expect(changed.cell('data', 'app')).not.toContain('nothing');
  });

  it('says that nobody asked about a VPC that it is joined with and that is no network of the file', () => {
    const changed = new Chapter(
      reference.changed(({ dev }) => {
        dev.add('aws_vpc_peering_connection.by-hand', {
          vpc_id: '${aws_vpc.three-tier_vpc.id}',
          peer_vpc_id: 'vpc-0123456789abcdef0',
        });
      }),
    );

    expect(textOf(changed.html)).toContain('Not asked about: 1 VPC that it is joined with and that declares nothing.');
    expect(textOf(chapter.html)).not.toContain('Not asked about');
  });

  it('is the same of the same universe', () => {
    expect(new Chapter(reference.universe()).html).toBe(chapter.html);
  });

  it('shows names and reasons as they are written, and every link leads to one element', () => {
    const evil = '<script>alert("1")</script>';
    const universe = reference.universe();
    const { intent } = universe;
    const named: Universe = {
      ...universe,
      ...(intent && { intent: { ...intent, flows: intent.flows.map((flow) => ({ ...flow, why: evil })) } }),
    };
    const { html } = new Chapter(named);

    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(targets).toHaveLength(64);
  });
});

describe('networks that are alike', () => {
  it('are one matrix: those of 12 accounts in two Regions', () => {
    const chapter = new Chapter(configured(accounts(12)).universe());

    expect(chapter.headings().slice(0, 2)).toEqual(['team-0/eu-west-1/web and 23 others', 'Claims']);
    expect(textOf(chapter.html)).toContain('All 24 networks team-0/eu-west-1/web, team-0/us-east-1/web');
    expect(textOf(chapter.html)).toContain('nothing from internet arrives at pods holds team-0/eu-west-1/web and 23 others');
    expect(chapter.html.match(/class="matrix"/g)).toHaveLength(1);
  });
});

describe('a network of both families', () => {
  const chapter = new Chapter(configured(accounts(1)).universe());

  it('tells one text where both have the same, and explains each', () => {
    expect(textOf(chapter.cell('internet', 'edge'))).toBe('tcp/443 proven from internet to edge');
    const text = chapter.explanation('internet', 'edge');
    expect(text).toContain('IPv4: the flow internet → edge tcp/443');
    expect(text).toContain('IPv6: the flow internet → edge tcp/443');
    expect(text).toContain('--port tcp/443 --family v6');
  });

  it('names the families where they differ: ICMP is asked for over IPv4 alone', () => {
    expect(textOf(chapter.cell('edge', 'pods'))).toBe('IPv4 icmp/8, tcp/8080 proven IPv6 tcp/8080 proven from edge to pods');
  });
});
