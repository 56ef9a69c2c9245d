import { fillIn } from '../../../arns';
import { Unknown } from '../../../term';
import type { AttachedPolicy, EndpointFact } from '../../identity-facts';
import type { Documents } from '../documents';
import { Register } from '../register';
import { Inhabitants } from './inhabitants';

/** VPC endpoints with the policies that limit what goes through them. */
export function endpointsOf(documents: Documents): readonly EndpointFact[] {
  const endpoints = documents.of('aws_vpc_endpoint');
  const register = new Register(documents, endpoints, [], 'place');
  const held = new Inhabitants<AttachedPolicy>();
  for (const by of documents.of('aws_vpc_endpoint_policy')) {
    const policy = documents.findPolicy(by, 'policy') ?? new Unknown(`${by.key} has no text`);
    held.put(register.named(by.body.vpc_endpoint_id, by), by, { name: by.address, form: 'inline', key: by.key, policy });
  }
  return endpoints.map((fact) => {
    const own = documents.findPolicy(fact, 'policy');
    const [first, ...rivals] = held.of(fact.key);
    const stated: AttachedPolicy | undefined =
      own === undefined ? undefined : { name: `policy of ${fact.address}`, form: 'inline', key: fact.key, policy: own };
    const policy = first ?? stated;
    const clash = rivals.length > 0 || (first !== undefined && stated !== undefined && !documents.isShown(fact));
    const doubts = [
      ...held.doubtsOf(fact.key),
      ...(clash ? [new Unknown(`several resources set the policy of ${fact.key}`)] : []),
    ];
    // Where another one may take its place, nothing of it is sure: not what it denies either.
    const [doubt] = doubts;
    return {
      fact,
      id: fillIn('{#id}', fact),
      ...(policy === undefined ? {} : { policy: doubt === undefined ? policy : { ...policy, policy: doubt } }),
      doubts: [...doubts, ...documents.hidden(fact)],
    };
  });
}
