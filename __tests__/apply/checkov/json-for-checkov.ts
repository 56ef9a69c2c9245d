import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies the stacks without `terraform.required_version`, at which checkov 3.3 gives up a whole file of Terraform JSON.
 * Nothing that it checks stands there.
 * @source https://github.com/bridgecrewio/checkov/issues/7454
 */
export function copyForCheckov(output: string, folder: string): string {
  const stacks = join(output, 'stacks');
  const copy = join(folder, 'json');
  for (const name of readdirSync(stacks)) {
    const document = JSON.parse(readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8')) as {
      terraform: Record<string, unknown>;
    };
    delete document.terraform.required_version;
    mkdirSync(join(copy, name), { recursive: true });
    writeFileSync(join(copy, name, 'cdk.tf.json'), JSON.stringify(document, null, 2));
  }
  return copy;
}
