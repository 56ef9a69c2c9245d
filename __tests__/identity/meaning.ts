import { renderPolicy } from '../../modules/core/policy/render-policy';
import { selfRotationStatements, type SelfRotationRights } from '../../modules/identity';
import type { PolicyJson, StatementJson } from '../iam';
import type { Resources } from '../test-stack';

/** The policy as IAM will have it, Terraform's escapes undone. */
export function rendered(rights: SelfRotationRights = {}): PolicyJson {
  return JSON.parse(renderPolicy('managed', selfRotationStatements(rights)).replaceAll('$${', () => '${')) as PolicyJson;
}

const sorted = (value: unknown): unknown =>
  value === undefined || (typeof value === 'object' && !Array.isArray(value)) ? value : [value].flat().sort();

/** What a policy says, whatever its Sids and the order of its parts. */
export function meaningOf({ Version: version, Statement: statements }: PolicyJson): unknown {
  const all = [statements].flat() as readonly StatementJson[];
  const texts = all.map((statement) => {
    const parts = Object.entries(statement).filter(([key]) => key !== 'Sid');
    return JSON.stringify(parts.map(([key, value]) => [key, sorted(value)]).sort());
  });
  return { version, statements: texts.sort() };
}

/** Resources without the comments that cdktf writes into them. */
export function argumentsOf(resource: Resources): Resources {
  return JSON.parse(JSON.stringify(resource, (key, value: unknown) => (key === '//' ? undefined : value))) as Resources;
}
