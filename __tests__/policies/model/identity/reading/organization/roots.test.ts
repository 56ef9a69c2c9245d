import { Reference } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../../network/documents';
import { allowing, factsOf, guardrails } from '../../facts-text';

const ORG = resource('aws_organizations_organization.org', {});
const NO_LEAVE = resource('aws_organizations_policy.no-leave', { name: 'no-leave', content: allowing('*') });

function attachedTo(target: ResourceFact['body'][string]): ResourceFact {
  const policy = ref('aws_organizations_policy.no-leave.id');
  return resource('aws_organizations_policy_attachment.a', { policy_id: policy, target_id: target });
}

describe('an organisation', () => {
  it.each<[string, readonly ResourceFact[], ResourceFact['body'][string]]>([
    [
      'a data source of another document',
      [resource('data.aws_organizations_organization.org', {}, { stack: 'other' })],
      new Reference([{ key: 'other:data.aws_organizations_organization.org', attribute: 'roots[0].id' }]),
    ],
    ['an id, and no document tells its own', [], 'r-ab12'],
  ])('may have at its root what is attached to a root that is named by %s', (_how, facts, target) => {
    const { organization } = factsOf([ORG, NO_LEAVE, ...facts, attachedTo(target)]);
    const [own, named] = [...organization.values()];

    expect(own?.doubts.map(({ why }) => why)).toEqual(['net:aws_organizations_policy_attachment.a may attach a guardrail to it']);
    expect(named?.scps.map(({ name }) => name)).toEqual(['FullAWSAccess', 'no-leave']);
  });

  it('may have at its root what is attached to another one, where only apply tells its id', () => {
    const made = { ...ORG, body: { roots: [{ id: unknown() }] } };
    const { organization } = factsOf([made, NO_LEAVE, attachedTo('r-ab12')]);

    expect(organization.get(ORG.key)?.doubts).toHaveLength(1);
  });

  it('has one root where its id is told, by whichever document it is named, and nothing of a root of another id', () => {
    const told = { roots: [{ id: 'r-ab12' }] };
    const looked = resource('data.aws_organizations_organization.org', told, { stack: 'other' });
    const target = new Reference([{ key: looked.key, attribute: 'roots[0].id' }]);
    const by = (to: ResourceFact['body'][string]): unknown =>
      [...factsOf([{ ...ORG, body: told }, looked, NO_LEAVE, attachedTo(to)]).organization.values()]
        .slice(0, 1)
        .flatMap(guardrails);

    expect(by(target)).toEqual(['scp FullAWSAccess', 'scp no-leave', 'rcp RCPFullAWSAccess']);
    expect(by('r-ab12')).toEqual(['scp FullAWSAccess', 'scp no-leave', 'rcp RCPFullAWSAccess']);
    expect(by('r-zz99')).toEqual(['scp FullAWSAccess', 'rcp RCPFullAWSAccess']);
  });
});
