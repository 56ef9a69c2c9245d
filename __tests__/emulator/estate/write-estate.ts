import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesise } from '../../../commands/sandbox/synthesis';
import type { TerraformJson } from './terraform-json';

/** A synthesis of hand-written stacks: what `main.ts` would leave in its output directory. */
export function writing(stacks: Readonly<Record<string, TerraformJson>>, waves: readonly (readonly string[])[]): Synthesise {
  return (output) => {
    for (const [stack, json] of Object.entries(stacks)) {
      mkdirSync(join(output, 'stacks', stack), { recursive: true });
      writeFileSync(join(output, 'stacks', stack, 'cdk.tf.json'), JSON.stringify(json));
    }
    writeFileSync(join(output, 'order.json'), JSON.stringify({ waves }));
    return Promise.resolve();
  };
}
