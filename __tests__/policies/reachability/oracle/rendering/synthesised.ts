import { Hole, MAIN_REGION } from '../world';
import { OTHER } from './author-world';
import { type Fields, isFields, isList, type Made, Ref, type Value } from './made';

type Plain = string | number | boolean | null | readonly Plain[] | PlainFields;
interface PlainFields {
  readonly [name: string]: Plain;
}

/** The resources whose results only apply tells, one for each hole. */
export class Holes {
  private readonly names = new Map<Hole<unknown>, string>();

  nameOf(hole: Hole<unknown>): string {
    const name = this.names.get(hole) ?? `hole${String(this.names.size)}`;
    this.names.set(hole, name);
    return name;
  }

  /** What an expression names it by. */
  referenceTo(hole: Hole<unknown>): string {
    return `terraform_data.${this.nameOf(hole)}.output`;
  }

  get resources(): readonly Made[] {
    return [...this.names.values()].map((name) => {
      const type = 'terraform_data';
      return { address: `${type}.${name}`, mode: 'managed', type, name, args: { input: 'told by nobody' } };
    });
  }
}

/** An argument with its references as `${…}`. */
export function interpolated(value: Value, holes: Holes): Plain {
  if (value instanceof Ref) return `\${${value.address}.${value.attribute}}`;
  if (value instanceof Hole) return `\${${holes.referenceTo(value)}}`;
  if (isList(value)) return value.map((each) => interpolated(each, holes));
  if (isFields(value)) return interpolatedFields(value, holes);
  return value;
}

export function interpolatedFields(args: Fields, holes: Holes): PlainFields {
  return Object.fromEntries(Object.entries(args).map(([name, each]) => [name, interpolated(each, holes)]));
}

function section(made: readonly Made[], holes: Holes): Record<string, Record<string, unknown>> {
  const byType: Record<string, Record<string, unknown>> = {};
  for (const { type, name, args, alias } of made) {
    const note = { metadata: { path: `net/${name}`, uniqueId: name } };
    const provider = alias === undefined ? {} : { provider: `aws.${alias}` };
    byType[type] = { ...byType[type], [name]: { '//': note, ...interpolatedFields(args, holes), ...provider } };
  }
  return byType;
}

/** `cdk.tf.json`, as cdktf writes it. */
export function synthesisedText(made: readonly Made[]): string {
  const holes = new Holes();
  const data = section(
    made.filter(({ mode }) => mode === 'data'),
    holes,
  );
  const resource = section(
    made.filter(({ mode }) => mode === 'managed'),
    holes,
  );
  const untold = section(holes.resources, holes);
  return JSON.stringify(
    {
      '//': { metadata: { backend: 'local', stackName: 'net', version: '0.21.0' }, outputs: {} },
      ...(Object.keys(data).length > 0 ? { data } : {}),
      provider: { aws: [{ region: MAIN_REGION }, { alias: OTHER, region: 'eu-central-1' }] },
      resource: { ...resource, ...untold },
      terraform: { required_providers: { aws: { source: 'aws', version: '~> 5.100' } } },
    },
    null,
    1,
  );
}
