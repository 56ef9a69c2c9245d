import { readUniverse } from '../../../../../policies';
import { universeOf } from '../../../universe';
import { Chapter, textOf } from './chapter';

/** Instances in one subnet of each of some VPCs. */
function hosts(count: number, vpcs = 1): Chapter {
  const resources = Array.from({ length: vpcs }, (_, v): readonly (readonly [string, object])[] => {
    const name = `v${String(v).padStart(2, '0')}`;
    const instances = Array.from(
      { length: count },
      (__, n) =>
        [
          `aws_instance.${name}h${String(n).padStart(2, '0')}`,
          { subnet_id: `\${aws_subnet.${name}.id}`, vpc_security_group_ids: [`\${aws_security_group.${name}.id}`] },
        ] as const,
    );
    return [
      [`aws_vpc.${name}`, { cidr_block: `10.${String(v)}.0.0/16` }],
      [`aws_subnet.${name}`, { vpc_id: `\${aws_vpc.${name}.id}`, cidr_block: `10.${String(v)}.1.0/24` }],
      [`aws_security_group.${name}`, { vpc_id: `\${aws_vpc.${name}.id}` }],
      ...instances,
    ];
  });
  return new Chapter(universeOf(Object.fromEntries(resources.flat())));
}

describe('the chapter of Terraform that declares no flows', () => {
  const chapter = new Chapter(readUniverse('examples/reachability/network'));

  it('tells what passes between hosts and from the internet, and what only may', () => {
    expect(chapter.headings()).toEqual(['aws_vpc.main', 'What the internet meets']);
    expect(textOf(chapter.cell('internet', 'aws_instance.web'))).toBe(
      'tcp/443 passes tcp/22 may pass from internet to aws_instance.web',
    );
    expect(textOf(chapter.cell('aws_db_instance.data', 'internet'))).toBe('· nothing from aws_db_instance.data to internet');
    expect(textOf(chapter.html)).not.toContain('undeclared.');
  });

  it('tells that connections of some client ports work and others are never answered', () => {
    expect(textOf(chapter.cell('aws_instance.app', 'aws_db_instance.data'))).toContain('tcp/5432 passes tcp/5432 unanswered');
    const text = chapter.explanation('aws_instance.app', 'aws_db_instance.data');
    expect(text).toContain('some of it works');
    expect(text).toContain('Lost, if only for some addresses: tcp client 1024-32767, 61000-65535');
  });

  it('tells of each host what of the internet arrives at it', () => {
    expect(textOf(chapter.html)).toContain('network:aws_instance.web instance arrives tcp/443 may arrive tcp/22');
  });

  it('asks about subnets by routes and ACLs where no host is told of', () => {
    const joined = new Chapter(readUniverse('__tests__/policies/foreign/joined/plan.json'));
    const text = textOf(joined.html);

    expect(text).toContain('subnets are asked about by routes and ACLs alone, no group is considered.');
    expect(joined.explanation('module.left.aws_subnet.this["a"]', 'module.left.aws_subnet.this["b"]', 2)).toContain(
      'plan:module.left.aws_subnet.this["a"] (routes and ACLs alone: no groups are considered)',
    );
  });

  it('names hosts whose place no document tells', () => {
    const workloads = new Chapter(readUniverse('__tests__/policies/foreign/workloads/plan.json'));

    expect(textOf(workloads.html)).toContain('Hosts in no matrix aws_launch_template.fleet: the documents start it in no subnet');
  });

  it('asks about 12 hosts of a VPC, and names the others: 14', () => {
    const many = hosts(14);

    expect(many.html.match(/<th scope="row">aws_instance/g)).toHaveLength(12);
    expect(textOf(many.html)).toContain('Not asked about, to keep the page short: aws_instance.v00h12, aws_instance.v00h13.');
    expect(textOf(many.cell('aws_instance.v00h00', 'aws_instance.v00h11'))).toBe(
      '· nothing from aws_instance.v00h00 to aws_instance.v00h11',
    );
  });

  it('explains 400 cells of 468, says how many it leaves out, and links to none of those', () => {
    const { html } = hosts(12, 3);

    expect(html.match(/<details id="reach-/g)).toHaveLength(400);
    expect(html.match(/<a href="#reach-/g)).toHaveLength(400);
    expect(textOf(html)).toContain(
      '68 of 156 cells of aws_vpc.v02 are not explained here, to keep the page short: plinth reach explains each.',
    );
  });

  it('asks about 2,000 pairs at most: of 12 VPCs with 12 hosts each the last one has 10 in its matrix', () => {
    const { html } = hosts(12, 12);

    expect(html.match(/<th scope="row">aws_instance\.v10/g)).toHaveLength(12);
    expect(html.match(/<th scope="row">aws_instance\.v11/g)).toHaveLength(10);
    expect(textOf(html)).toContain('Not asked about, to keep the page short: aws_instance.v11h10, aws_instance.v11h11.');
  });

  it('names a VPC whose hosts are too many to ask about, and has no matrix for it', () => {
    const { html } = hosts(12, 15);

    expect(html).toContain('<h3>aws_vpc.v14</h3>');
    expect(html.match(/class="matrix"/g)).toHaveLength(14);
    expect(textOf(html)).toContain('Not asked about, to keep the page short: aws_instance.v14h00,');
  });

  it('has nothing to say where there is no network', () => {
    expect(new Chapter(universeOf({ 'aws_sns_topic.a': {} })).html).toBe('');
  });
});
