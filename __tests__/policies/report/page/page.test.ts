import { createHash } from 'node:crypto';

import { reportPage, type Subject } from '../../../../policies';
import { nestingFaults, referenceFaults } from '../../../commands/report/markup';
import { universeOf } from '../../universe';
import { reviewed, SUPPRESSION, TODAY, UNIVERSE } from '../reviewed';

function pageOf(change: Partial<Subject> = {}): string {
  return [...reportPage({ title: 'dev', today: TODAY, universe: UNIVERSE, review: reviewed(), ...change })].join('');
}

/** A chapter's text without its markup; the summary is told by its id. */
function chapter(page: string, id: string): string {
  const [, text = ''] = new RegExp(`<section id="${id}"[^]*?>([^]*?)</section>`).exec(page) ?? [];
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the page', () => {
  it('lets the browser run its own script and style, known by their hashes, and nothing else', () => {
    const page = pageOf();
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
    const [, script = ''] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
    const hash = (text: string): string => `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`;

    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src ${hash(style)}; script-src ${hash(script)}; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
    );
    expect(page).not.toMatch(/\s(style|on\w+)=/);
  });

  it('names in its navigation the chapters that are there, and no other', () => {
    const page = pageOf();
    const named = [...page.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id);
    const there = [...page.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);

    expect(named).toEqual(there);
    expect(there).toEqual(expect.arrayContaining(['overview', 'findings', 'inventory']));
    expect(there).not.toContain('changes');
  });

  it('is sound of nothing at all', () => {
    const universe = universeOf({});
    const page = pageOf({ universe, review: { ...reviewed(), findings: [], stacks: 0, resources: 0 } });

    expect([nestingFaults(page), referenceFaults(page)]).toEqual([[], []]);
  });
});

describe('the overview', () => {
  it('counts stacks, resources, errors and what is accepted, one or many', () => {
    const text = chapter(pageOf({ review: reviewed({ suppressions: [SUPPRESSION] }) }), 'overview');

    expect(text).toContain('1 stack 3 resources 1 error look here 0 warnings and notes 1 finding accepted');
  });

  it('shows what is accepted with reason and days left, as text', () => {
    const text = chapter(pageOf({ review: reviewed({ suppressions: [SUPPRESSION] }) }), 'overview');

    expect(text).toContain(
      'network/described-rules dev:*.b 1 Made by &lt;others&gt; &amp; &quot;theirs&quot; 2026-12-31 (32 days) accepted.yaml:3:5',
    );
  });

  it('says where nothing tells the account and the Region', () => {
    expect(chapter(pageOf(), 'overview')).toContain('Account not told not told dev 3');
  });

  it('tells first what the documents do not tell', () => {
    const [finding] = reviewed().findings;
    const review = { ...reviewed(), findings: finding === undefined ? [] : [{ ...finding, verdict: 'unknown' as const }] };

    expect(chapter(pageOf({ review }), 'overview')).toContain(
      'Unknown is not yes: what the documents don’t tell Where What Why dev:aws_vpc_security_group_ingress_rule.a network/described-rules',
    );
  });
});

describe('the findings', () => {
  it('stand by rule, errors first and open, with place, construct and remedy', () => {
    const page = pageOf();

    expect(chapter(page, 'findings')).toContain('2 findings of 6 rules in the pack structure. error network/described-rules 2');
    expect(chapter(page, 'findings')).toContain('dev:aws_vpc_security_group_ingress_rule.a made by dev/shop/a');
    expect(page).toMatch(/<details open><summary><span class="mark bad">error<\/span> network\/described-rules/);
  });

  it('are told to be none', () => {
    expect(chapter(pageOf({ review: { ...reviewed(), findings: [] } }), 'findings')).toContain(
      'no findings 6 rules of the pack structure were held against the Terraform.',
    );
  });

  it('of one rule are 200 at most, and the rest is counted', () => {
    const [finding] = reviewed().findings;
    if (finding === undefined) throw new Error('there is a finding');
    const page = pageOf({ review: { ...reviewed(), findings: Array.from({ length: 203 }, () => finding) } });

    expect(chapter(page, 'findings')).toContain('3 more: findings.json and plinth check list all of them.');
  });
});

describe('what costs money', () => {
  const costs = (resources: Readonly<Record<string, object>>): string =>
    chapter(pageOf({ universe: universeOf(resources) }), 'costs');

  it('is counted, interface endpoints by their subnets, and not told of what costs nothing', () => {
    const text = costs({
      'aws_nat_gateway.a': { subnet_id: 's', allocation_id: 'e' },
      'aws_vpc_endpoint.ssm': { vpc_endpoint_type: 'Interface', subnet_ids: ['a', 'b', 'c'] },
      'aws_vpc_endpoint.s3': { vpc_endpoint_type: 'Gateway' },
    });

    expect(text).toContain('NAT gateways 1 1 each hour, and each GB through it');
    expect(text).toContain('Interface endpoints, each zone counted 3 1 each hour');
    expect(text).not.toContain('Gateway load balancer');
  });

  it('is as many as the documents tell, and more may be', () => {
    const some = { 'aws_nat_gateway.some': { for_each: '${var.zones}', subnet_id: 's' } };

    expect(costs(some)).toContain('NAT gateways not told 1');
    expect(costs({ ...some, 'aws_nat_gateway.one': { subnet_id: 's' } })).toContain('NAT gateways at least 1 1');
  });

  it('has no chapter where nothing costs', () => {
    expect(costs({ 'aws_iam_group.a': { name: 'a' } })).toBe('');
  });
});
