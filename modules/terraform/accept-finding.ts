import { Aspects, TerraformResource } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';

import { InputError } from '../core/input-error';
import { findStated } from '../core/suppression-fields';

/** A finding that is accepted. */
export interface AcceptedFindingProps {
  /** The id of the rule, `storage/versioning`. */
  readonly rule: string;
  /** Why it is acceptable here: it stands in every report. */
  readonly reason: string;
  /** The last day on which it counts, YYYY-MM-DD. */
  readonly until: string;
}

interface Entry extends AcceptedFindingProps {
  /** The path of the construct that it was stated on. */
  readonly by: string;
}

const accepted = new WeakMap<TerraformResource, Entry[]>();

/**
 * Accepts what a rule finds on a construct: on a resource itself, or on all resources in a construct or stack, later ones
 * too. It goes into the resource's `//` of the JSON, which Terraform doesn't read: no plan, state or address changes.
 * @throws InputError LZ-CHECK-2 a text that says nothing, LZ-CHECK-3 no day of the calendar
 */
export function acceptFinding(scope: Construct, { rule, reason, until }: AcceptedFindingProps): void {
  const by = scope.node.path;
  const problems: InputError['problems'][number][] = [];
  findStated({ rule, scope: by, reason, until }, (_, fault) => {
    problems.push({ ...fault, subject: `acceptFinding on "${by}"` });
  });
  if (problems.length > 0) throw new InputError(problems);
  Aspects.of(scope).add({
    visit(node: IConstruct): void {
      if (!TerraformResource.isTerraformResource(node)) return;
      const entries = [...(accepted.get(node) ?? []), { rule, reason, until, by }];
      accepted.set(node, entries);
      node.addOverride('//.plinth.accepted', entries);
    },
  });
}
