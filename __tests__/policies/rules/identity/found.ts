import type { Json, Universe } from '../../../../policies/model/universe';
import type { Rule } from '../../../../policies/rules/rule';
import { documentsOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { OWN_ACCOUNT } from './written';

/** Resources by `<type>.<name>`. */
export type Bodies = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** Resources that a provider makes: that of account 111111111111, unless it is another one. */
export function madeBy(bodies: Bodies, provider: Json = OWN_ACCOUNT): Universe {
  const resource: Record<string, Record<string, Json>> = {};
  for (const [address, body] of Object.entries(bodies)) {
    const [type = '', name = ''] = address.split('.');
    resource[type] = { ...resource[type], [name]: body };
  }
  return { stacks: documentsOf({ dev: { provider, resource } }) };
}

/** What a rule says of resources of account 111111111111. */
export function found(rule: Rule, bodies: Bodies): readonly string[] {
  return linesOf(rule, madeBy(bodies));
}
