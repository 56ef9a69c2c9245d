import type { AttachedPolicy } from '../identity-facts';

/** What tells two policies of one principal apart. */
export function identityOf({ form, name, key }: AttachedPolicy): string {
  return form === 'inline' ? inlineIdentity(name) : `${form} ${key ?? name}`;
}

/** What tells an inline policy of one principal apart, by its name. */
export function inlineIdentity(name: string): string {
  return `inline ${name}`;
}
