import type {
  AttachedPolicy,
  GuardedResource,
  IdentityFacts,
  OrganizationNode,
  PrincipalFact,
} from '../../../../policies/model/identity/identity-facts';
import { identityFactsOf } from '../../../../policies/model/identity/reading';
import type { Policy, PolicyText } from '../../../../policies/model/policy/policy';
import { openText } from '../../../../policies/model/policy/policy-json';
import { type Term, Unknown } from '../../../../policies/model/term';
import type { ResourceFact, StackDocument } from '../../../../policies/model/universe';
import { resource, universeOf } from '../network/documents';

/** A text as people read it, holes in angle brackets. */
export function textShown(text: PolicyText): string {
  return openText(text);
}

/** A policy in short: what its statements do to what, or why it isn't known. */
export function policyShown(policy: Policy | Unknown): string {
  if (policy instanceof Unknown) return `? ${policy.why}`;
  return policy.statements
    .map(({ effect, actions, resources }) => {
      const listed = (items: readonly PolicyText[]): string => items.map(textShown).join(' ');
      return `${effect} ${listed(actions.items)}${resources === undefined ? '' : ` on ${listed(resources.items)}`}`;
    })
    .join('; ');
}

/** An attached policy in short: `inline read: Allow s3:Get* on *`. */
export function attachedShown({ form, name, policy }: AttachedPolicy): string {
  return `${form} ${name}: ${policyShown(policy)}`;
}

/** Facts of some resources. */
export function factsOf(resources: readonly ResourceFact[], form: StackDocument['form'] = 'synthesised'): IdentityFacts {
  return identityFactsOf(universeOf(resources, form));
}

function one<T extends { readonly fact: ResourceFact }>(all: readonly T[], address: string): T {
  const found = all.find(({ fact }) => fact.address === address || fact.key === address);
  if (found === undefined) throw new Error(`nothing is read at ${address}`);
  return found;
}

/** The principal at an address. */
export function principalAt(facts: IdentityFacts, address: string): PrincipalFact {
  return one(facts.principals, address);
}

/** The guarded resource at an address. */
export function resourceAt(facts: IdentityFacts, address: string): GuardedResource {
  return one(facts.resources, address);
}

/** What is attached to something, and what may be besides. */
export function held({ policies, doubts }: Pick<PrincipalFact, 'policies' | 'doubts'>): readonly string[] {
  return [...policies.map(attachedShown), ...doubts.map(({ why }) => `? ${why}`)];
}

/** On which keys a grant is that names one, and whether that is sure. */
export function grantsOn(named: Term, ...resources: readonly ResourceFact[]): readonly (readonly [readonly string[], boolean])[] {
  const { grants } = factsOf([...resources, resource('aws_kms_grant.g', { key_id: named, operations: ['Decrypt'] })]);
  return grants.map(({ keys, certain }) => [keys, certain]);
}

/** The guardrails of a node. */
export function guardrails({ scps, rcps, doubts }: OrganizationNode): readonly string[] {
  return [
    ...scps.map(({ name }) => `scp ${name}`),
    ...rcps.map(({ name }) => `rcp ${name}`),
    ...doubts.map(({ why }) => `? ${why}`),
  ];
}

/** A policy text that allows one action on everything. */
export function allowing(action: string, more: Readonly<Record<string, Term>> = {}): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*', ...more }] });
}
