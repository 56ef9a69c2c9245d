import { readUniverse } from '../../../../../policies';
import { universeOf } from '../../../universe';
import { Chapter, textOf } from './chapter';

/** Hosts in one subnet of one VPC, as many as are asked for. */
function hosts(count: number): Chapter {
  const instances = Array.from({ length: count }, (_, n) => [
    `aws_instance.h${String(n).padStart(2, '0')}`,
    { subnet_id: '${aws_subnet.a.id}', vpc_security_group_ids: ['${aws_security_group.a.id}'] },
  ]);
  return new Chapter(
    universeOf({
      'aws_vpc.main': { cidr_block: '10.0.0.0/16' },
      'aws_subnet.a': { vpc_id: '${aws_vpc.main.id}', cidr_block: '10.0.1.0/24' },
      'aws_security_group.a': { vpc_id: '${aws_vpc.main.id}' },
      ...(Object.fromEntries(instances) as Record<string, object>),
    }),
  );
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
    expect(textOf(many.html)).toContain('Not asked about, to keep the page short: aws_instance.h12, aws_instance.h13.');
    expect(textOf(many.cell('aws_instance.h00', 'aws_instance.h11'))).toBe('· nothing from aws_instance.h00 to aws_instance.h11');
  });

  it('has nothing to say where there is no network', () => {
    expect(new Chapter(universeOf({ 'aws_sns_topic.a': {} })).html).toBe('');
  });
});
