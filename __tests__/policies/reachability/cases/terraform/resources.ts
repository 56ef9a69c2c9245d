/** Resources by address, `<type>.<name>`, in the argument names of the AWS provider. */
export type Resources = Readonly<Record<string, object>>;

/** A reference as synthesised JSON has it. */
export function ref(address: string, attribute = 'id'): string {
  return `\${${address}.${attribute}}`;
}

/** All of them in one document; two of one address are a slip of the case. */
export function together(...parts: readonly Resources[]): Resources {
  const all: Record<string, object> = {};
  for (const [address, body] of parts.flatMap((part) => Object.entries(part))) {
    if (address in all) throw new Error(`${address} stands twice in a case`);
    all[address] = body;
  }
  return all;
}

/** The same resources, made in the second Region. */
export function farAway(resources: Resources): Resources {
  return Object.fromEntries(Object.entries(resources).map(([address, body]) => [address, { ...body, provider: 'aws.far' }]));
}
