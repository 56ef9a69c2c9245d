import type { Rule } from '../../../../policies';
import { type Document, documentsOf } from '../../universe';
import { linesOf } from '../rule-fixture';

export const ref = (address: string, attribute = 'id'): string => `\${${address}.${attribute}}`;

/** A provider of one account and Region. */
export const provider = (account: string, region = 'eu-west-1'): Document['provider'] => ({
  aws: { region, allowed_account_ids: [account] },
});

/** The document of resources by address, in one account and Region unless said. */
export function documentOf(
  resources: Readonly<Record<string, object>>,
  where: Document['provider'] = provider('111111111111'),
): Document {
  const resource: Record<string, Record<string, object>> = {};
  for (const [address, body] of Object.entries(resources)) {
    const [type = '', name = ''] = address.split('.');
    resource[type] = { ...resource[type], [name]: body };
  }
  return JSON.parse(JSON.stringify({ provider: where, resource })) as Document;
}

/** What a rule says of these resources, in one stack. */
export function found(rule: Rule, resources: Readonly<Record<string, object>>): readonly string[] {
  return foundIn(rule, { dev: documentOf(resources) });
}

/** What a rule says of stacks that stand side by side. */
export function foundIn(rule: Rule, documents: Readonly<Record<string, Document>>): readonly string[] {
  return linesOf(rule, { stacks: documentsOf(documents) });
}
