import { driftIn } from '../../../commands/deliver/drift';

type Values = Readonly<Record<string, unknown>> | null;

/** What Terraform shows of a group whose name and tags are in the configuration, and of which this is known before and after. */
const plan = (before: Values, after: Values): string =>
  JSON.stringify({
    resource_drift: [
      {
        address: 'aws_security_group.web',
        type: 'aws_security_group',
        name: 'web',
        change: { actions: after === null ? ['delete'] : ['update'], before, after },
      },
    ],
    configuration: {
      root_module: {
        resources: [{ type: 'aws_security_group', name: 'web', expressions: { name: {}, tags: {} } }],
      },
    },
  });

const group = { name: 'web', tags: { team: 'shop' }, tags_all: { team: 'shop' }, ingress: [] };
const drift = (what: 'gone' | 'changed', ...names: readonly string[]): object[] => [
  { address: 'aws_security_group.web', what, arguments: names },
];

describe('drift', () => {
  it('is a resource that is gone', () => {
    expect(driftIn(plan(group, null))).toEqual(drift('gone'));
  });

  it('is an argument of the configuration that is another one', () => {
    expect(driftIn(plan(group, { ...group, name: 'other' }))).toEqual(drift('changed', 'name'));
  });

  it('is a tag beside those of the provider', () => {
    expect(driftIn(plan(group, { ...group, tags_all: { team: 'shop', by: 'hand' } }))).toEqual(drift('changed', 'tags_all'));
  });

  it('is not what others state, as the rules that a group has by resources of their own', () => {
    expect(driftIn(plan(group, { ...group, ingress: [{ from_port: 443 }] }))).toEqual([]);
  });

  it('is everything that differs where the configuration has no such resource', () => {
    const unknown = JSON.parse(plan(group, { ...group, ingress: [{ from_port: 443 }] })) as object;

    expect(driftIn(JSON.stringify({ ...unknown, configuration: {} }))).toEqual(drift('changed', 'ingress'));
  });

  it('is nothing in a plan without any', () => {
    expect(driftIn('{}')).toEqual([]);
  });
});
