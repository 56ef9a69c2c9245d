import { instanceProfile } from '../../../../policies/rules/compute/instance-profile';
import { found, ref } from './found';

const NONE = 'it has no instance profile';

describe('compute/instance-profile', () => {
  it.each([['app'], ['${aws_iam_instance_profile.app.name}']])('takes an instance with %s', (profile) => {
    const resources = { 'aws_instance.web': { iam_instance_profile: profile }, 'aws_iam_instance_profile.app': { role: 'app' } };

    expect(found(instanceProfile, resources)).toEqual([]);
  });

  it('finds an instance without, and with an empty text, as states write it', () => {
    expect(found(instanceProfile, { 'aws_instance.web': {} })).toEqual([`violated aws_instance.web: ${NONE}`]);
    expect(found(instanceProfile, { 'aws_instance.web': { iam_instance_profile: '' } })).toEqual([
      `violated aws_instance.web: ${NONE}`,
    ]);
  });

  it('takes a launch template that names one by name or arn, and finds one with an empty block', () => {
    const block = (body: object): Record<string, object> => ({ 'aws_launch_template.app': { iam_instance_profile: body } });

    expect(found(instanceProfile, block({ name: 'app' }))).toEqual([]);
    expect(found(instanceProfile, block({ arn: 'arn:aws:iam::111111111111:instance-profile/app' }))).toEqual([]);
    expect(found(instanceProfile, block({ name: '' }))).toEqual([`violated aws_launch_template.app: ${NONE}`]);
  });

  it('takes an instance whose template has one', () => {
    const resources = {
      'aws_launch_template.app': { iam_instance_profile: { name: 'app' } },
      'aws_instance.web': { launch_template: { id: ref('aws_launch_template.app') } },
    };

    expect(found(instanceProfile, resources)).toEqual([]);
  });

  it('spares the template of a node group: EKS refuses a profile there', () => {
    const resources = {
      'aws_launch_template.nodes': { name: 'nodes' },
      'aws_eks_node_group.nodes': { launch_template: { id: ref('aws_launch_template.nodes'), version: '1' } },
    };

    expect(found(instanceProfile, resources)).toEqual([]);
  });

  it('can not tell what a variable names', () => {
    expect(found(instanceProfile, { 'aws_instance.web': { iam_instance_profile: '${var.profile}' } })).toEqual([
      "unknown aws_instance.web: whether it has an instance profile isn't known: it is set from outside: ${var.profile}",
    ]);
  });

  it('can not tell of a template outside of the documents', () => {
    expect(found(instanceProfile, { 'aws_instance.web': { launch_template: { name: 'golden' } } })).toEqual([
      "unknown aws_instance.web: whether it has an instance profile isn't known: its launch template lies outside of the documents",
    ]);
  });
});
