/** What Terraform would do to one resource. */
export interface PlanAction {
  readonly address: string;
  /** As Terraform writes them: `["delete", "create"]` is a replacement. */
  readonly actions: readonly string[];
  /** The address before a `moved` block took effect. */
  readonly previousAddress?: string;
  /** The attributes that force a replacement. */
  readonly replacePaths?: readonly string[];
}

interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly change: { readonly actions: readonly string[]; readonly replace_paths?: readonly (readonly (string | number)[])[] };
}

/** What `terraform show -json` of a plan would change: reads and untouched resources are left out, moves are kept. */
export function planActions(planJson: string): PlanAction[] {
  const plan = JSON.parse(planJson) as { readonly resource_changes?: readonly ResourceChange[] };
  return (plan.resource_changes ?? []).filter(changesSomething).map(action);
}

function changesSomething({ change, previous_address }: ResourceChange): boolean {
  return previous_address !== undefined || !change.actions.every((verb) => verb === 'no-op' || verb === 'read');
}

function action({ address, change, previous_address }: ResourceChange): PlanAction {
  return {
    address,
    actions: change.actions,
    ...(previous_address === undefined ? {} : { previousAddress: previous_address }),
    ...(change.replace_paths === undefined ? {} : { replacePaths: change.replace_paths.map((path) => path.join('.')) }),
  };
}
