import { Cidr } from '../../../core/cidr';
import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import { checkKeys } from '../checks/names';

/** Networks outside AWS: their blocks and the gateway that leads there. */
export function checkOnPremises(inspection: Inspection): void {
  checkKeys(inspection, ['onPremises'], 'onPremises');
  for (const name of inspection.names(['onPremises'])) {
    const path = ['onPremises', name];
    const cidrs = inspection.readTexts([...path, 'cidrs']);
    if (cidrs?.length === 0) {
      inspection.refuse([...path, 'cidrs'], {
        problem: 'the network has no addresses',
        got: '[]',
        remedy: 'name at least one block',
        code: 'LZ-CFG-62',
      });
    }
    cidrs?.forEach((text, i) => inspection.attempt([...path, 'cidrs', i], () => Cidr.parse(text)));
    const gateway = inspection.readText([...path, 'gateway']);
    if (gateway === undefined || /^(tgw|vgw)-([0-9a-f]{8}|[0-9a-f]{17})$/.test(gateway)) continue;
    const remedy = 'write its id, like "tgw-0123456789abcdef0" or "vgw-0123456789abcdef0"';
    const problem = 'this is not a transit or virtual private gateway';
    inspection.refuse([...path, 'gateway'], { problem, got: asWritten(gateway), remedy, code: 'LZ-CFG-62' });
  }
}
