import { ebsEncryption } from '../../../../policies/rules/compute/ebs-encryption';
import { imdsV2 } from '../../../../policies/rules/compute/imds-v2';
import { instanceProfile } from '../../../../policies/rules/compute/instance-profile';
import { linesOf } from '../rule-fixture';
import { planned } from './planned';

describe('a plan', () => {
  const plain = planned({
    'aws_instance.web': {
      values: { ami: 'ami-1', instance_type: 't3.micro' },
      unknown: ['metadata_options', 'root_block_device', 'ebs_block_device', 'iam_instance_profile'],
    },
    'aws_ebs_volume.data': { values: { availability_zone: 'eu-west-1a', size: 10 }, unknown: ['encrypted', 'snapshot_id'] },
  });

  it('says nothing of tokens where the provider fills in the options: nobody asks for them', () => {
    expect(linesOf(imdsV2, plain)).toEqual([
      'violated aws_instance.web: metadata_options.http_tokens is left out, and no default of its account and Region asks for tokens',
    ]);
  });

  it('names no profile where the provider fills it in', () => {
    expect(linesOf(instanceProfile, plain)).toEqual(['violated aws_instance.web: it has no instance profile']);
  });

  it('encrypts no volume where the provider fills that in, and leaves the root volume to the image', () => {
    expect(linesOf(ebsEncryption, plain)).toEqual([
      "unknown aws_instance.web: whether its root volume is encrypted isn't known: the image that it starts from decides",
      "violated aws_ebs_volume.data: the volume isn't encrypted",
    ]);
  });

  it('is judged by what it says', () => {
    const careful = planned({
      'aws_instance.web': {
        values: {
          ami: 'ami-1',
          iam_instance_profile: 'web',
          metadata_options: [{ http_tokens: 'required' }],
          root_block_device: [{ encrypted: true }],
        },
        unknown: [],
      },
    });

    expect([imdsV2, instanceProfile, ebsEncryption].flatMap((rule) => linesOf(rule, careful))).toEqual([]);
  });
});
