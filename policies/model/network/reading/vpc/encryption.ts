import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Key } from '../../known';
import { scopesMeet } from '../identities';
import type { Section } from '../section';
import type { Sources } from '../sources';

const CONTROL = 'aws_vpc_encryption_control';
const ENFORCED = new Unknown(`${CONTROL} drops what no hardware encrypts, and whose hardware does the documents don't tell`);

/** VPC encryption controls: where one enforces, nothing surely passes. */
export class EncryptionControls {
  private readonly enforced = new Map<Key, Unknown>();
  private readonly strays: { readonly origin: ResourceFact; readonly why: Unknown }[] = [];

  constructor(sources: Sources) {
    for (const section of sources.of(CONTROL)) this.control(section);
  }

  private control(section: Section): void {
    const mode = section.findText('mode');
    if (mode === 'monitor') return;
    const why = section.gap(
      'mode',
      mode instanceof Unknown ? new Unknown(`${ENFORCED.why}, if it enforces: ${mode.why}`) : ENFORCED,
    );
    const vpcs = section.findNamed('vpc_id');
    for (const key of vpcs?.choices ?? []) this.enforced.set(key, why);
    if (vpcs?.open !== undefined) this.strays.push({ origin: section.origin, why });
  }

  /** Why what its interfaces send and get isn't judged. */
  find(vpc: Key, scope: ResourceFact): Unknown | undefined {
    return this.enforced.get(vpc) ?? this.strays.find(({ origin }) => scopesMeet(origin, scope))?.why;
  }
}
