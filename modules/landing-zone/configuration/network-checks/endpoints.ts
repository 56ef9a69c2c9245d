import { asWritten } from '../../../core/input-error';
import type { EndpointOptions } from '../../../network';
import { refuseUnknown } from '../checks/names';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';

/** @source AWS PrivateLink Guide, "Gateway endpoints": for these two only */
const GATEWAYS = ['s3', 'dynamodb'];

/** VPC endpoints, named by the last part of `com.amazonaws.<region>.<service>`. */
export function checkEndpoints(inspection: Inspection, network: Path): void {
  const endpoints = [...network, 'endpoints'];
  for (const service of inspection.names(endpoints)) {
    const path = [...endpoints, service];
    if (!/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/.test(service)) {
      const short = /^com\.amazonaws\.[^.]+\.(.+)$/.exec(service)?.[1]?.toLowerCase();
      const remedy = `write it like ${short === undefined ? '"ssm" or "ecr.api"' : asWritten(short)}`;
      inspection.refuse(
        path,
        { problem: 'this is not the name of a service', got: asWritten(service), remedy, code: 'LZ-CFG-53' },
        'key',
      );
    } else if (service.startsWith('com.amazonaws.')) {
      const remedy = `write "${service.split('.').slice(3).join('.')}"`;
      inspection.refuse(
        path,
        { problem: 'the service is named with its prefix and Region', got: asWritten(service), remedy, code: 'LZ-CFG-53' },
        'key',
      );
    }
    const endpoint = inspection.read(path) as EndpointOptions | undefined;
    if (endpoint?.type === 'gateway' && !GATEWAYS.includes(service)) {
      const problem = 'gateway endpoints exist for s3 and dynamodb only';
      inspection.refuse([...path, 'type'], {
        problem,
        got: asWritten(`${service}: gateway`),
        remedy: 'write type: interface and a tier',
        code: 'LZ-CFG-53',
      });
    }
    const tiers = inspection.names([...network, 'tiers']);
    if (endpoint?.type === 'interface' && tiers.length > 0 && !tiers.includes(endpoint.tier)) {
      refuseUnknown(inspection, [...path, 'tier'], 'tier', endpoint.tier, tiers, 'add it under tiers:');
    }
  }
}
