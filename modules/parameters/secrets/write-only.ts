import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

import { claim } from '../stack-claims';

/** The first Terraform, and OpenTofu, that knows write-only attributes. */
export const WRITE_ONLY_RANGE = '>= 1.11.0';

/**
 * Has the stack demand a Terraform that knows write-only attributes. Done once, so that whoever needs a later one can say
 * so afterwards by `stack.addOverride('terraform.required_version', …)`.
 */
export function demandWriteOnly(scope: Construct): void {
  if (claim(scope, 'terraform.required_version')) {
    TerraformStack.of(scope).addOverride('terraform.required_version', WRITE_ONLY_RANGE);
  }
}
