import { isTermMap, type Term, Unknown } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { findLiteral, isFalse, isTrue } from '../literal';
import { blocksOf } from '../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { isSetFor } from './account-setting';

const ID = 'compute/ebs-encryption';
const DEFAULT = 'aws_ebs_encryption_by_default';
const FIX = `set encrypted = true with a kms_key_id, and ${DEFAULT} for the whole account and Region`;
const BY_IMAGE = new Unknown('the image that it starts from decides');
const BY_SNAPSHOT = new Unknown('the snapshot that it is made of decides');

/** A volume as it is written somewhere. */
interface Volume {
  /** What findings call it. */
  readonly name: string;
  readonly encrypted: Term | undefined;
  /** Why it may be encrypted though nobody says so. @default - nothing would make it so */
  readonly otherwise?: Unknown;
}

function volumeOf(block: Term, name: string, otherwise: Unknown | undefined): Volume {
  if (!isTermMap(block)) return { name, encrypted: block instanceof Unknown ? block : new Unknown(describeTerm(block)) };
  const made = findStated(block.snapshot_id) === undefined ? otherwise : BY_SNAPSHOT;
  return { name, encrypted: block.encrypted, ...(made === undefined ? {} : { otherwise: made }) };
}

/** The volumes of a machine: the first from its image, whether or not it is written. */
function machineVolumes({ body }: ResourceFact): readonly Volume[] {
  const roots = blocksOf(body.root_block_device).map((block) => volumeOf(block, 'its root volume', BY_IMAGE));
  const others = blocksOf(body.ebs_block_device).map((block, at) => volumeOf(block, `its volume ${String(at + 1)}`, undefined));
  const root = roots.length > 0 ? roots : [{ name: 'its root volume', encrypted: undefined, otherwise: BY_IMAGE }];
  return [...root, ...others];
}

function templateVolumes({ body }: ResourceFact): readonly Volume[] {
  return blocksOf(body.block_device_mappings).flatMap((mapping, at) => {
    const name = `its volume ${String(at + 1)}`;
    // A device that the image has too is the image's volume.
    const blocks = isTermMap(mapping) ? blocksOf(mapping.ebs) : [mapping];
    return blocks.map((block) => volumeOf(block, name, BY_IMAGE));
  });
}

const VOLUMES: Readonly<Record<string, (fact: ResourceFact) => readonly Volume[]>> = {
  aws_ebs_volume: ({ body }) => [volumeOf(body, 'the volume', undefined)],
  aws_ebs_snapshot_copy: ({ body }) => [{ name: 'the copy', encrypted: body.encrypted, otherwise: BY_SNAPSHOT }],
  aws_instance: machineVolumes,
  aws_spot_instance_request: machineVolumes,
  aws_launch_configuration: machineVolumes,
  aws_launch_template: templateVolumes,
};

/** Whether a volume is encrypted by itself, or why that can't be told. */
function isEncrypted({ encrypted, otherwise }: Volume): boolean | Unknown {
  const text = findLiteral(encrypted);
  if (text instanceof Unknown) return text;
  return text === undefined ? (otherwise ?? false) : isTrue(text);
}

function findingsOn(universe: Universe, fact: ResourceFact, volumes: readonly Volume[]): readonly Finding[] {
  const open = volumes.filter((volume) => isEncrypted(volume) !== true);
  if (open.length === 0) return [];
  const byDefault = isSetFor(universe, fact, DEFAULT, isOn);
  if (byDefault === true) return [];
  return open.map((volume) => {
    const doubts = [isEncrypted(volume), byDefault].find((answer) => answer instanceof Unknown);
    if (doubts === undefined) return findingOn(ID, fact, `${volume.name} isn't encrypted`, FIX);
    return findingOn(ID, fact, `whether ${volume.name} is encrypted isn't known: ${doubts.why}`, FIX, 'unknown');
  });
}

/** Left out, it is on: that is what the resource is for. */
function isOn({ body }: ResourceFact): boolean | Unknown {
  const text = findLiteral(body.enabled);
  return text instanceof Unknown ? text : text === undefined || isTrue(text);
}

function switchedOff(universe: Universe): readonly Finding[] {
  return [...factsOf(universe, DEFAULT)].flatMap((fact): readonly Finding[] => {
    const text = findLiteral(fact.body.enabled);
    const off = typeof text === 'string' && isFalse(text);
    return off ? [findingOn(ID, fact, 'it leaves new volumes without encryption', 'set enabled = true')] : [];
  });
}

/** Who gets hold of a disk, a snapshot or a copy of it reads nothing. */
export const ebsEncryption: Rule = {
  id: ID,
  summary: 'Volumes are encrypted',
  judge: (universe) => [
    ...Object.entries(VOLUMES).flatMap(([type, volumesOf]) =>
      [...factsOf(universe, type)].flatMap((fact) => findingsOn(universe, fact, volumesOf(fact))),
    ),
    ...switchedOff(universe),
  ],
};
