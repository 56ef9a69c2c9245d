import { DefaultTokenResolver, StringConcat, TerraformElement, TerraformOutput, type TerraformStack, Tokenization } from 'cdktf';

import { isJsonObject, type JsonObject, mergeInto } from './json-object';
import type { StackOverrides } from './stack-overrides';

const RESOLVER = new DefaultTokenResolver(new StringConcat());

function mergeAll(...parts: readonly unknown[]): JsonObject {
  return parts.filter(isJsonObject).reduce<JsonObject>(mergeInto, {});
}

/** Which Terraform output each construct became: the CLI reads it. */
function outputNames(elements: readonly TerraformElement[]): JsonObject {
  const outputs = elements.filter((element) => TerraformOutput.isTerraformOutput(element));
  return mergeAll(
    ...outputs.map(({ node, friendlyUniqueId }) =>
      node.path.split('/').reduceRight<unknown>((inner, name) => ({ [name]: inner }), friendlyUniqueId),
    ),
  );
}

/**
 * The document that cdktf's own `toTerraform` gives after its `prepareStack`, with every value resolved once instead of
 * three times, which is a quarter of a synth. To prepare is to meet references to other stacks; that happens on the way.
 */
export function stackJson(stack: TerraformStack, overrides: StackOverrides): unknown {
  const resolve = (value: unknown): unknown => Tokenization.resolve(value, { scope: stack, resolver: RESOLVER, preparing: true });
  const elements = stack.node.findAll().filter((node) => TerraformElement.isTerraformElement(node));
  const { blocks } = overrides;
  const metadata = mergeAll(
    { version: stack.node.tryGetContext('cdktfVersion') as unknown, stackName: stack.node.id, backend: 'local' },
    blocks.length === 0 ? {} : { overrides: { stack: blocks } },
    ...elements.map((element) => resolve(element.toMetadata())),
  );
  return mergeAll(
    { '//': { metadata, outputs: outputNames(elements) } },
    ...elements.map((element) => resolve(element.toTerraform())),
    overrides.resolved(resolve),
  );
}
