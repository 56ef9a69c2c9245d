import type { PolicyJson } from './policy-json';

/** A policy in a stack, and where it stands. */
export interface PlacedPolicy {
  /** `aws_s3_bucket_policy.archive`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** `policy`, `assume_role_policy`, `inline_policy.0.policy`. */
  readonly attribute: string;
  readonly policy: PolicyJson;
}

/** A stack as Terraform reads it, as far as it holds resources. */
export interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Terraform's escapes undone; its references stay, as texts that equal only themselves. */
const unescape = (text: string): string => text.replaceAll('$${', () => '${').replaceAll('%%{', '%{');

function texts(value: unknown, path: readonly string[] = []): { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path: path.join('.'), text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, [...path, key]));
}

function readPolicy(text: string): PolicyJson | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(unescape(text));
  } catch {
    return undefined;
  }
  return typeof document === 'object' && document !== null && 'Statement' in document ? (document as PolicyJson) : undefined;
}

/** Attributes that hold policies and nothing else: what can't be read there must not be passed over. */
const isPolicyAttribute = (path: string): boolean => /(^|\.)(policy|assume_role_policy|access_policy)$/.test(path);

/** Every policy of a stack, of whatever resource, in the order of the stack. */
export function policiesOf({ resource = {} }: StackJson): readonly PlacedPolicy[] {
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).flatMap(([name, body]) =>
      texts(body).flatMap(({ path: attribute, text }) => {
        const address = `${type}.${name}`;
        const policy = readPolicy(text);
        if (policy !== undefined) return [{ address, type, name, attribute, policy }];
        if (isPolicyAttribute(attribute)) throw new Error(`${address}: ${attribute} is no policy that can be read: ${text}`);
        return [];
      }),
    ),
  );
}
