import { type Term, Unknown } from '../../../term';
import { describeTerm } from '../../../term-text';
import type { ResourceFact } from '../../../universe';
import type { AttachedPolicy, OrganizationNode } from '../../identity-facts';
import { type Documents, findStated } from '../documents';
import { Register } from '../register';
import { FULL_ACCESS } from './full-access';
import { Tree, type TreeNode } from './tree';

type Kind = keyof typeof FULL_ACCESS;

/** Types of policies that limit what principals may do; tag, backup and other policies don't. */
const KINDS: Readonly<Record<string, Kind>> = { SERVICE_CONTROL_POLICY: 'scp', RESOURCE_CONTROL_POLICY: 'rcp' };
const AWS_OWN: readonly unknown[] = ['p-FullAWSAccess', 'p-RCPFullAWSAccess'];
const ATTACHMENT = 'aws_organizations_policy_attachment';

/** What is attached to a node, and why there may be more. */
interface Held {
  readonly scp: AttachedPolicy[];
  readonly rcp: AttachedPolicy[];
  readonly doubts: Unknown[];
}

/** The organisation with its guardrails. */
export interface Organization {
  readonly nodes: ReadonlyMap<string, OrganizationNode>;
  /** @default - not told */
  readonly managementAccount?: string;
}

function targetOf({ body }: ResourceFact): Term {
  return findStated(body.target_id) ?? new Unknown('it names no target');
}

/** Of which kind a policy is; undefined where it is no guardrail. */
function kindOf({ body, key }: ResourceFact): Kind | Unknown | undefined {
  const type = findStated(body.type) ?? 'SERVICE_CONTROL_POLICY';
  return typeof type === 'string' ? KINDS[type] : new Unknown(`of which kind ${key} is isn't told`);
}

/** Reads which guardrails are attached where. */
class Guardrails {
  readonly #tree: Tree;
  readonly #policies: Register;
  readonly #held = new Map<string, Held>();

  constructor(private readonly documents: Documents) {
    this.#tree = new Tree(documents);
    this.#policies = new Register(documents, documents.of('aws_organizations_policy'), [], 'account');
    const attachments = documents.of(ATTACHMENT);
    // What they name is part of the tree, wherever it is named first.
    for (const by of attachments) this.#tree.find(targetOf(by));
    for (const by of attachments) this.#attach(by);
    for (const { name } of documents.universe.stacks) this.#readTaken(name);
  }

  #attach(by: ResourceFact): void {
    const { key, outside } = this.#policies.named(by.body.policy_id, by);
    if (outside !== undefined && AWS_OWN.includes(outside)) return;
    const fact = this.documents.find(key);
    const kind = fact === undefined ? new Unknown('which policy it attaches') : kindOf(fact);
    if (kind === undefined) return;
    const node = this.#tree.find(targetOf(by));
    const sure = node !== undefined && fact !== undefined && !(kind instanceof Unknown) && by.repeated === undefined;
    if (sure) this.#of(node)[kind].push(this.#guardrail(fact));
    const unsure = sure ? [] : node === undefined ? [...this.#tree.nodes.keys()] : [node];
    const others = node === undefined ? [] : this.#tree.rootsLike(node);
    for (const each of [...unsure, ...others]) this.#doubt(each, `${by.key} may attach a guardrail to it`);
  }

  /** Without the policy that AWS attaches to all nothing is allowed at a node, unless another one allows it. */
  #readTaken(stack: string): void {
    for (const { policy_id: policy, target_id: target } of this.documents.taken({ stack }, ATTACHMENT)) {
      const node = AWS_OWN.includes(policy) && target !== undefined ? this.#tree.find(target) : undefined;
      if (node !== undefined) this.#doubt(node, `the plan takes ${describeTerm(policy ?? null)} from it`);
    }
  }

  #guardrail(fact: ResourceFact): AttachedPolicy {
    const policy = this.documents.findPolicy(fact, 'content') ?? new Unknown(`${fact.key} has no text`);
    const { name } = fact.body;
    return { name: typeof name === 'string' ? name : fact.address, form: 'managed', key: fact.key, policy };
  }

  #doubt(id: string, why: string): void {
    this.#of(id).doubts.push(new Unknown(why));
  }

  #of(id: string): Held {
    const held = this.#held.get(id) ?? { scp: [], rcp: [], doubts: [] };
    this.#held.set(id, held);
    return held;
  }

  #node(node: TreeNode): OrganizationNode {
    const { kind, id, accountId, parent } = node;
    const held = this.#of(id);
    const fact = this.documents.find(id);
    return {
      kind,
      id,
      ...(accountId === undefined ? {} : { accountId }),
      ...(typeof parent === 'string' ? { parent } : {}),
      scps: [FULL_ACCESS.scp, ...held.scp],
      rcps: [FULL_ACCESS.rcp, ...held.rcp],
      doubts: [
        ...held.doubts,
        ...(parent instanceof Unknown ? [parent] : []),
        ...(node.outside === true || fact?.mode === 'data'
          ? [new Unknown(`what else is attached to ${id} is not in the documents`)]
          : []),
        ...(fact === undefined ? [] : this.documents.hidden(fact)),
      ],
    };
  }

  read(): Organization {
    const nodes = new Map([...this.#tree.nodes.values()].map((node) => [node.id, this.#node(node)]));
    const { managementAccount } = this.#tree;
    return { nodes, ...(managementAccount === undefined ? {} : { managementAccount }) };
  }
}

/** The organisation that the documents describe; no nodes where they describe none. */
export function organizationOf(documents: Documents): Organization {
  return new Guardrails(documents).read();
}
