import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { AttachedPolicy, OrganizationNode } from '../../identity-facts';
import { type Documents, findStated } from '../documents';
import { Register } from '../register';
import { FULL_ACCESS } from './full-access';
import { Tree, type TreeNode } from './tree';

type Kind = keyof typeof FULL_ACCESS;

/** Types of policies that limit what principals may do; tag, backup and other policies don't. */
const KINDS: Readonly<Record<string, Kind>> = { SERVICE_CONTROL_POLICY: 'scp', RESOURCE_CONTROL_POLICY: 'rcp' };
const AWS_OWN: readonly string[] = ['p-FullAWSAccess', 'p-RCPFullAWSAccess'];

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

/** Reads which guardrails are attached where. */
class Guardrails {
  readonly #tree: Tree;
  readonly #policies: Register;
  readonly #held = new Map<string, Held>();

  constructor(private readonly documents: Documents) {
    this.#tree = new Tree(documents);
    this.#policies = new Register(documents, documents.of('aws_organizations_policy'), [], 'account');
    for (const by of documents.of('aws_organizations_policy_attachment')) this.#attach(by);
  }

  #attach(by: ResourceFact): void {
    const policies = this.#named(by);
    if (policies.length === 0) return;
    const target = findStated(by.body.target_id) ?? new Unknown('it names no target');
    const node = this.#tree.find(target);
    const [only, ...others] = policies;
    const sure = others.length === 0 && by.repeated === undefined;
    if (node !== undefined && sure && only?.kind !== undefined) {
      this.#of(node)[only.kind].push(only.policy);
      return;
    }
    const unsure = node === undefined ? [...this.#tree.nodes.keys()] : [node];
    for (const each of unsure) this.#of(each).doubts.push(new Unknown(`${by.key} may attach a guardrail to it`));
  }

  /** The guardrails that an attachment may be of; none where it is of another kind, or AWS's own, which is everywhere. */
  #named(by: ResourceFact): readonly { readonly kind?: Kind; readonly policy: AttachedPolicy }[] {
    const { key, maybe, outside } = this.#policies.named(by.body.policy_id, by);
    if (outside !== undefined && AWS_OWN.includes(outside)) return [];
    const keys = key === undefined ? maybe : [key];
    if (keys.length === 0) {
      const name = outside ?? by.address;
      return [{ policy: { name, form: 'managed', policy: new Unknown(`the text of ${name} is not in the documents`) } }];
    }
    return keys.flatMap((each) => {
      const fact = this.documents.find(each);
      return fact === undefined ? [] : this.#guardrail(fact);
    });
  }

  #guardrail(fact: ResourceFact): readonly { readonly kind?: Kind; readonly policy: AttachedPolicy }[] {
    const type = findStated(fact.body.type) ?? 'SERVICE_CONTROL_POLICY';
    const kind = typeof type === 'string' ? KINDS[type] : undefined;
    if (typeof type === 'string' && kind === undefined) return [];
    const text = this.documents.findPolicy(fact, 'content') ?? new Unknown(`${fact.key} has no text`);
    const policy = kind === undefined ? new Unknown(`of which kind ${fact.key} is isn't told`) : text;
    const { name } = fact.body;
    const attached = { name: typeof name === 'string' ? name : fact.address, form: 'managed' as const, key: fact.key, policy };
    return [{ ...(kind === undefined ? {} : { kind }), policy: attached }];
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
