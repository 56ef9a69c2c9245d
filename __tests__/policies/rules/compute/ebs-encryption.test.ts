import { ebsEncryption } from '../../../../policies/rules/compute/ebs-encryption';
import { documentOf, found, foundIn, provider } from './found';

const byDefault = (enabled?: unknown): Record<string, object> => ({
  'aws_ebs_encryption_by_default.all': enabled === undefined ? {} : { enabled },
});
const volume = (more: object = {}): Record<string, object> => ({ 'aws_ebs_volume.data': { size: 10, ...more } });
const OPEN = "violated aws_ebs_volume.data: the volume isn't encrypted";
const imaged = (who: string, what: string): string =>
  `unknown ${who}: whether ${what} is encrypted isn't known: the image that it starts from decides`;

describe('compute/ebs-encryption', () => {
  it('takes an encrypted volume, and finds one that says no or nothing', () => {
    expect(found(ebsEncryption, volume({ encrypted: true }))).toEqual([]);
    expect(found(ebsEncryption, volume({ encrypted: false }))).toEqual([OPEN]);
    expect(found(ebsEncryption, volume())).toEqual([OPEN]);
  });

  it('can not tell of a volume made of a snapshot, unless it says so itself', () => {
    const snapshot_id = 'snap-0123456789abcdef0';

    expect(found(ebsEncryption, volume({ snapshot_id }))).toEqual([
      "unknown aws_ebs_volume.data: whether the volume is encrypted isn't known: the snapshot that it is made of decides",
    ]);
    expect(found(ebsEncryption, volume({ snapshot_id, encrypted: true }))).toEqual([]);
  });

  it('takes any volume where the account and Region encrypt by default, and the setting says nothing or true', () => {
    expect(found(ebsEncryption, { ...volume({ encrypted: false }), ...byDefault() })).toEqual([]);
    expect(found(ebsEncryption, { ...volume(), ...byDefault(true) })).toEqual([]);
  });

  it('finds a setting that is switched off, and what it leaves open', () => {
    expect(found(ebsEncryption, { ...volume(), ...byDefault(false) })).toEqual([
      'violated aws_ebs_encryption_by_default.all: it leaves new volumes without encryption',
      OPEN,
    ]);
  });

  it("takes no other Region's default", () => {
    const base = documentOf(byDefault(true), provider('111111111111', 'us-east-1'));

    expect(foundIn(ebsEncryption, { app: documentOf(volume()), base })).toEqual([OPEN]);
  });

  it('can not tell of an instance that says nothing of its root volume', () => {
    expect(found(ebsEncryption, { 'aws_instance.web': {} })).toEqual([imaged('aws_instance.web', 'its root volume')]);
    expect(found(ebsEncryption, { 'aws_instance.web': { root_block_device: { volume_size: 20 } } })).toEqual([
      imaged('aws_instance.web', 'its root volume'),
    ]);
  });

  it('finds a root volume that says no, and other volumes by their place', () => {
    const devices = [{ encrypted: true }, { device_name: '/dev/sdc' }];

    expect(
      found(ebsEncryption, { 'aws_instance.web': { root_block_device: [{ encrypted: false }], ebs_block_device: devices } }),
    ).toEqual([
      "violated aws_instance.web: its root volume isn't encrypted",
      "violated aws_instance.web: its volume 2 isn't encrypted",
    ]);
  });

  it('reads the texts of launch templates, and leaves to the image what they leave out', () => {
    const mapped = (ebs: object): Record<string, object> => ({ 'aws_launch_template.app': { block_device_mappings: [{ ebs }] } });

    expect(found(ebsEncryption, mapped({ encrypted: 'true' }))).toEqual([]);
    expect(found(ebsEncryption, mapped({ encrypted: 'false' }))).toEqual([
      "violated aws_launch_template.app: its volume 1 isn't encrypted",
    ]);
    expect(found(ebsEncryption, mapped({ volume_size: 20 }))).toEqual([imaged('aws_launch_template.app', 'its volume 1')]);
  });

  it('takes a mapping that has no volume', () => {
    expect(
      found(ebsEncryption, {
        'aws_launch_template.app': { block_device_mappings: [{ device_name: '/dev/sdb', no_device: '' }] },
      }),
    ).toEqual([]);
  });

  it('can not tell what a variable says', () => {
    expect(found(ebsEncryption, volume({ encrypted: '${var.encrypted}' }))).toEqual([
      "unknown aws_ebs_volume.data: whether the volume is encrypted isn't known: it is set from outside: ${var.encrypted}",
    ]);
  });
});
