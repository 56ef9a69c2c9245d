interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal: string | Readonly<Record<string, string | string[]>>;
  readonly Action: string | string[];
  readonly Resource: string | string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;
}

const list = (value: string | string[]): string => (typeof value === 'string' ? value : value.join(' '));
const bare = (resource: string): string => resource.replaceAll('arn:aws:s3:::', '');

function principal(value: Statement['Principal']): string {
  return typeof value === 'string'
    ? value
    : Object.values(value)
        .map((names) => list(names))
        .join(' ');
}

/** `Sid: Effect principal action on resource [if key operator values, …]`, a line each; ARNs of S3 without their start. */
export function policyLines(policy: string): string[] {
  const { Statement } = JSON.parse(policy) as { readonly Statement: readonly Statement[] };
  return Statement.map(({ Sid, Effect, Principal, Action, Resource, Condition = {} }) => {
    const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => `${key} ${operator} ${list(values)}`),
    );
    const words = `${Sid}: ${Effect} ${principal(Principal)} ${list(Action)} on ${bare(list(Resource))}`;
    return conditions.length === 0 ? words : `${words} if ${conditions.join(', ')}`;
  });
}
