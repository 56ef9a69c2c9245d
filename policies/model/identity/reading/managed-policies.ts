import { arnOf, canonical } from '../../arns';
import { type Policy, type PolicyText } from '../../policy/policy';
import { Reference, type Term, Unknown } from '../../term';
import { describeTerm } from '../../term-text';
import type { ResourceFact } from '../../universe';
import type { AttachedPolicy } from '../identity-facts';
import { awsPolicyOf } from '../managed/aws-policy';
import type { Documents } from './documents';
import { Register } from './register';

const AWS_POLICY = /^arn:[\w-]*:iam::aws:policy\/(.+)$/;

/** The name of an AWS managed policy, whatever partition its ARN is of: in that place alone may a part be unknown. */
function findAwsName(text: PolicyText): string | undefined {
  if (typeof text === 'string') return AWS_POLICY.exec(text)?.[1];
  const [head, hole, tail, ...more] = text.parts;
  const isPartition = head === 'arn:' && typeof hole === 'object' && typeof tail === 'string' && more.length === 0;
  return isPartition ? AWS_POLICY.exec(`arn:${tail}`)?.[1] : undefined;
}

function lastOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Policies that stand by themselves, by how attachments name them. */
export class ManagedPolicies {
  readonly #register: Register;

  constructor(private readonly documents: Documents) {
    this.#register = new Register(documents, documents.of('aws_iam_policy'), [], 'account');
  }

  /** The policy that an argument of `by` names. */
  named(term: Term, by: ResourceFact): AttachedPolicy {
    const text = this.documents.findText(term);
    const aws = text === undefined ? undefined : findAwsName(text);
    if (aws !== undefined) return awsManaged(aws);
    const looked = this.#lookedUp(term);
    if (looked !== undefined) return looked;
    const { key, why, outside } = this.#register.named(term, by);
    const fact = this.documents.find(key);
    if (fact !== undefined) return this.own(fact);
    const name = text === undefined ? describeTerm(term) : typeof text === 'string' ? lastOf(text) : describeTerm(text);
    const reason = outside === undefined ? (why ?? `it is ${name}`) : 'its text is not in the documents';
    return { name, form: 'managed', policy: new Unknown(`what the policy ${name} allows isn't told: ${reason}`) };
  }

  /** One that a resource of the documents makes. */
  own(fact: ResourceFact): AttachedPolicy {
    const { name } = fact.body;
    const policy = this.documents.findPolicy(fact, 'policy') ?? new Unknown(`${fact.key} has no text`);
    return { name: typeof name === 'string' ? name : fact.address, form: 'managed', key: fact.key, policy };
  }

  /** A policy that a data source looks up: plans and states may tell its text. */
  #lookedUp(term: Term): AttachedPolicy | undefined {
    if (!(term instanceof Reference) || term.targets.length > 1) return undefined;
    const fact = this.documents.find(term.targets[0].key);
    if (fact?.mode !== 'data' || fact.type !== 'aws_iam_policy') return undefined;
    const arn = canonical(arnOf(fact), this.documents.universe);
    const { name } = fact.body;
    const policy: Policy | Unknown =
      this.documents.findPolicy(fact, 'policy') ?? new Unknown(`${fact.key} looks it up: its text isn't told`);
    const called = typeof name === 'string' ? name : typeof arn === 'string' ? lastOf(arn) : fact.address;
    return { name: called, form: 'managed', key: fact.key, policy };
  }
}

function awsManaged(name: string): AttachedPolicy {
  return { name, form: 'aws-managed', policy: awsPolicyOf(name) };
}
