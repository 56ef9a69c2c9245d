/** A group with rules by name, each with its description. */
export function withRules(descriptions: Readonly<Record<string, string | undefined>>): object {
  const rules = Object.entries(descriptions).map(([name, description]) => [
    name,
    {
      security_group_id: '${aws_security_group.app.id}',
      cidr_ipv4: '10.0.0.0/8',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
      description,
    },
  ]);
  const resource = {
    aws_security_group: { app: {} },
    aws_vpc_security_group_ingress_rule: Object.fromEntries(rules) as object,
  };
  return { terraform: { backend: { local: {} } }, resource };
}

/** A line of a file of suppressions. */
export function accepting(scope: string, until = '9999-12-31', rule = 'network/described-rules'): string {
  return `- { rule: ${rule}, scope: "${scope}", reason: Made by others, until: ${until} }\n`;
}
