import { flowLogs } from '../../../../policies/rules/network/flow-logs';
import { found, foundIn, ref } from './network-rules';

const vpc = { 'aws_vpc.main': { cidr_block: '10.0.0.0/16' } };
const log = (more: object): Record<string, object> => ({ 'aws_flow_log.main': { vpc_id: ref('aws_vpc.main'), ...more } });

describe('network/flow-logs', () => {
  it.each(['ALL', 'REJECT'])('takes a log of %s', (traffic_type) => {
    expect(found(flowLogs, { ...vpc, ...log({ traffic_type }) })).toEqual([]);
  });

  it('finds a log of accepted traffic alone, and takes a second log that has the rest', () => {
    expect(found(flowLogs, { ...vpc, ...log({ traffic_type: 'ACCEPT' }) })).toEqual([
      'violated aws_vpc.main: its flow log aws_flow_log.main records accepted traffic only',
    ]);
    const more = { 'aws_flow_log.rest': { vpc_id: ref('aws_vpc.main'), traffic_type: 'REJECT' } };
    expect(found(flowLogs, { ...vpc, ...log({ traffic_type: 'ACCEPT' }), ...more })).toEqual([]);
  });

  it('finds a VPC whose subnets alone have logs', () => {
    const subnet = { 'aws_subnet.a': { vpc_id: ref('aws_vpc.main'), cidr_block: '10.0.0.0/24' } };

    expect(
      found(flowLogs, { ...vpc, ...subnet, 'aws_flow_log.a': { subnet_id: ref('aws_subnet.a'), traffic_type: 'ALL' } }),
    ).toEqual(['violated aws_vpc.main: it has no flow log']);
  });

  it('finds a default VPC too', () => {
    expect(found(flowLogs, { 'aws_default_vpc.main': {} })).toEqual(['violated aws_default_vpc.main: it has no flow log']);
  });

  it('can not tell what a log from a variable records', () => {
    expect(found(flowLogs, { ...vpc, ...log({ traffic_type: '${var.traffic}' }) })).toEqual([
      "unknown aws_vpc.main: what its flow log aws_flow_log.main records isn't known: it is set from outside: ${var.traffic}",
    ]);
  });

  it('can not tell what a log without traffic_type records', () => {
    expect(found(flowLogs, { ...vpc, ...log({}) })).toEqual([
      "unknown aws_vpc.main: what its flow log aws_flow_log.main records isn't known: traffic_type is left out",
    ]);
  });

  it('can not tell whose a log of a VPC from a variable is', () => {
    expect(found(flowLogs, { ...vpc, 'aws_flow_log.any': { vpc_id: '${var.vpc}', traffic_type: 'ALL' } })).toEqual([
      'unknown aws_vpc.main: no flow log is surely its own: dev:aws_flow_log.any may belong to it',
    ]);
  });

  it('can not tell whether a log is there that has a count from a variable', () => {
    expect(found(flowLogs, { ...vpc, ...log({ traffic_type: 'ALL', count: '${var.n}' }) })).toEqual([
      'unknown aws_vpc.main: no flow log is surely its own: dev:aws_flow_log.main may belong to it',
    ]);
  });

  it('can not tell what a module adds', () => {
    const root = { resource: { aws_vpc: { main: {} } }, module: { logs: { source: './logs' } } };

    expect(foundIn(flowLogs, { dev: root })).toEqual([
      'unknown aws_vpc.main: no flow log is surely its own: module.logs may hold more: what a module makes only a plan or a state tells',
    ]);
  });
});
