import { Reference, Unknown } from '../../../../policies/model/term';
import type { Term } from '../../../../policies/model/term';
import type { ResourceFact, StackDocument, Universe } from '../../../../policies/model/universe';

/** What a test says of a resource beside its arguments. */
export type Place = Partial<Pick<ResourceFact, 'accountId' | 'region' | 'repeated' | 'stack' | 'mode'>>;

/** The resource of one address in the stack `net`, in account 111111111111 and eu-west-1 unless said otherwise. */
export function resource(address: string, body: Readonly<Record<string, Term>> = {}, place: Place = {}): ResourceFact {
  const data = address.startsWith('data.');
  const stack = place.stack ?? 'net';
  return {
    key: `${stack}:${address}`,
    stack,
    address,
    mode: data ? 'data' : 'managed',
    type: address.split('.')[data ? 1 : 0] ?? '',
    body,
    accountId: '111111111111',
    region: 'eu-west-1',
    ...place,
  };
}

/** `aws_vpc.main.id` as a reference, to the stack `net` unless another one is named before a colon. */
export function ref(...paths: readonly [string, ...string[]]): Reference {
  const target = (path: string): { key: string; attribute: string } => {
    const at = path.lastIndexOf('.');
    const key = path.slice(0, at);
    return { key: key.includes(':') ? key : `net:${key}`, attribute: path.slice(at + 1) };
  };
  const [first, ...others] = paths;
  return new Reference([target(first), ...others.map(target)]);
}

/** What only apply will tell. */
export function unknown(why = 'known only after apply'): Unknown {
  return new Unknown(why);
}

/** What the provider fills in. */
export function computed(): Unknown {
  return new Unknown('the provider fills it in', true);
}

/** Documents of one form, one for each stack. */
export function universeOf(resources: readonly ResourceFact[], form: StackDocument['form'] = 'synthesised'): Universe {
  const names = [...new Set(resources.map(({ stack }) => stack))];
  const stacks = names.map((name): StackDocument => {
    return { name, form, terraform: {}, resources: resources.filter(({ stack }) => stack === name) };
  });
  return { stacks };
}
