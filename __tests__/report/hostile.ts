/** What somebody may have written into names, tags and reasons, hoping that a reader's browser runs it or shows it falsely. */
export const HOSTILE: readonly string[] = [
  '<script>window.ran = 1</script>',
  '"><img src=x onerror="window.ran = 2">',
  `' onfocus='window.ran = 3' autofocus='`,
  '</style><style>body { display: none }',
  '</script><script>window.ran = 4</script>',
  '</td></table></section><h1>Nothing to see</h1>',
  ']]><!-- --><svg onload=window.ran=5>',
  'javascript:window.ran=6',
  '&lt;b&gt;&#60;b&#62;<b>',
  'invoice\u202Egpj.exe',
  'nobody\u200Bsees\uFEFFthis\u0007',
  'half of a pair: \uD83D',
  'x'.repeat(400),
];

/** Arguments that people word as they like. */
const WORDED = new Set(['description', 'why', 'reason', 'what', 'Name', 'owner', 'alias', 'display_name', 'comment', 'Sid']);

/** A document whose every worded argument is hostile; what refers to something stays. */
export function hostileForm(document: unknown): unknown {
  let next = 0;
  const form = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => form(each, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, form(each, name)]));
    }
    if (typeof value !== 'string' || !WORDED.has(key) || value.includes('${')) return value;
    next += 1;
    return `${HOSTILE[next % HOSTILE.length] ?? ''} ${String(next)}`;
  };
  return form(document, '');
}

/** Terraform JSON whose very names are hostile. */
export function hostileTerraform(): object {
  const each = (make: (text: string, place: number) => object): object =>
    Object.fromEntries(HOSTILE.map((text, place) => [text, make(text, place)]));
  return {
    provider: { aws: [{ region: HOSTILE[0] }] },
    resource: {
      aws_vpc: each((text, place) => ({ cidr_block: `10.${String(place)}.0.0/16`, tags: { Name: text, [text]: text } })),
      aws_subnet: each((text, place) => ({
        vpc_id: `\${aws_vpc[${JSON.stringify(text)}].id}`,
        cidr_block: `10.${String(place)}.0.0/24`,
        availability_zone: text,
        tags: { Name: text },
      })),
      aws_security_group: each((text) => ({ name: text, description: text })),
      aws_vpc_security_group_ingress_rule: each((text) => ({
        security_group_id: text,
        cidr_ipv4: '0.0.0.0/0',
        ip_protocol: 'tcp',
        from_port: 22,
        to_port: 22,
        description: text,
      })),
      aws_instance: each((text) => ({ ami: text, instance_type: text, subnet_id: text, tags: { Name: text } })),
      aws_s3_bucket: each((text) => ({ bucket: text })),
      aws_iam_role: each((text) => ({
        name: text,
        assume_role_policy: JSON.stringify({
          Statement: [{ Sid: text, Effect: 'Allow', Principal: { AWS: text }, Action: text, Resource: text }],
        }),
      })),
    },
  };
}
