import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, factsOf } from '../../facts-text';

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const ENFORCED = "aws_vpc_encryption_control drops what no hardware encrypts, and whose hardware does the documents don't tell";

function control(body: ResourceFact['body'], place = {}): ResourceFact {
  return resource('aws_vpc_encryption_control.main', body, place);
}

const HERE = { vpc_id: ref('aws_vpc.main.id') };

test.each<[string, readonly ResourceFact[], string | undefined]>([
  ['nothing controls it', [], undefined],
  ['it is only watched', [control({ ...HERE, mode: 'monitor' })], undefined],
  ['it is enforced', [control({ ...HERE, mode: 'enforce' })], ENFORCED],
  ['the mode is not known', [control({ ...HERE, mode: unknown() })], `${ENFORCED}, if it enforces: known only after apply`],
  ['it may be enforced', [control({ ...HERE, mode: 'enforce' }, { repeated: unknown() })], ENFORCED],
  ['it is enforced in another VPC', [control({ vpc_id: 'vpc-1', mode: 'enforce' }, { region: 'us-east-1' })], undefined],
  ['where it is enforced is not known', [control({ vpc_id: unknown(), mode: 'enforce' })], ENFORCED],
  [
    'where it is enforced is not known, in another Region',
    [control({ vpc_id: unknown(), mode: 'enforce' }, { region: 'us-east-1' })],
    undefined,
  ],
])('%s: what is not judged of a VPC', (_what, resources, why) => {
  expect(at(factsOf([VPC, ...resources]).vpcs, 'aws_vpc.main').unjudged?.why).toBe(why);
});
