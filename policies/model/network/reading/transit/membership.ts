import type { ResourceFact } from '../../../universe';
import type { Key } from '../../known';
import type { Sources } from '../sources';

const ATTACHMENTS = ['aws_ec2_transit_gateway_vpc_attachment', 'aws_ec2_transit_gateway_peering_attachment'];

/** The transit gateways that documents make or attach something to. */
export class TransitMembership {
  private readonly members = new Map<Key, ResourceFact>();

  constructor(sources: Sources) {
    for (const { origin } of sources.of('aws_ec2_transit_gateway')) this.members.set(origin.key, origin);
    for (const section of sources.of(...ATTACHMENTS)) {
      for (const key of section.findNamed('transit_gateway_id')?.choices ?? []) {
        if (!this.members.has(key)) this.members.set(key, section.origin);
      }
    }
  }

  has(key: Key): boolean {
    return this.members.has(key);
  }

  /** Each with the resource that makes it, or the first that attaches something. */
  all(): ReadonlyMap<Key, ResourceFact> {
    return this.members;
  }
}
