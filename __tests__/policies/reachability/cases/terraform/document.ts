import { ProblemList } from '../../../../../modules/core/input-error';
import type { JsonRecord } from '../../../../../policies/model/json';
import type { NetworkFacts } from '../../../../../policies/model/network';
import { networkFactsOf } from '../../../../../policies/model/network/reading';
import { readSynthesised } from '../../../../../policies/model/synthesised/read-synthesised';
import type { Universe } from '../../../../../policies/model/universe';

import type { Resources } from './resources';

/** The stack that cases stand in. */
export const STACK = 'net';

/** The Terraform JSON of one stack with these resources, in one account and Region, and a second Region by alias `far`. */
export function terraformJson(resources: Resources): JsonRecord {
  const resource: Record<string, Record<string, object>> = {};
  for (const [address, body] of Object.entries(resources)) {
    const [type = '', name = ''] = address.split('.');
    resource[type] = { ...resource[type], [name]: body };
  }
  const provider = { aws: [{ region: 'eu-west-1' }, { region: 'us-east-1', alias: 'far' }] };
  // As synth leaves it: arguments left undefined are gone.
  return JSON.parse(JSON.stringify({ provider, variable: { block: { type: 'string' } }, resource })) as JsonRecord;
}

/** The stack alone. */
export function universeOf(resources: Resources): Universe {
  const problems = new ProblemList();
  const files = [{ file: 'cdk.tf.json', root: terraformJson(resources) }];
  const stacks = readSynthesised([{ name: STACK, files, opaque: [] }], problems);
  problems.throwIfAny();
  return { stacks };
}

/** The network that these resources make. */
export function networkOf(resources: Resources): NetworkFacts {
  return networkFactsOf(universeOf(resources));
}
