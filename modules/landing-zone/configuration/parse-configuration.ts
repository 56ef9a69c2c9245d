import { inspectConfiguration } from './check-configuration';
import { configurationSchema } from './configuration-schema';
import { Inspection } from './inspection/inspection';
import type { Path, PositionOf } from './inspection/path';
import { Places } from './inspection/places';
import type { LandingZoneInput } from './landing-zone';
import { type ConfigurationSource, sourceText } from './yaml/source-text';
import { readYaml } from './yaml/yaml-document';
import { type Place, YamlWalk } from './yaml/yaml-value';

/** A configuration and where its parts are written. */
export interface Configuration {
  readonly input: LandingZoneInput;
  /** Paths are spelled as in `input`: `['networks', 'shared', 'natZone']`. */
  readonly positionOf: PositionOf;
}

function placeAt(root: Place, path: Path): Place | undefined {
  return path.reduce<Place | undefined>((place, key) => place?.parts.get(key), root);
}

/**
 * Reads landing-zone.yaml: YAML, shape and meaning, every mistake at once.
 * @throws InputError LZ-CFG-n, LZ-FLOW-n, LZ-PORT-n, LZ-CIDR-n, LZ-TEXT-n, as `file:line:column path: …`
 */
export function parseConfiguration(source: ConfigurationSource): Configuration {
  const walk = new YamlWalk(readYaml(sourceText(source), source.file));
  const { value, place: root } = walk.read(configurationSchema);
  const positionOf: PositionOf = (path, part) => {
    const place = placeAt(root, path);
    // A block map begins on the line after its name, where nobody would look for it.
    return part === 'key' || (place?.parts.size ?? 0) > 0 ? (place?.key ?? place?.value) : place?.value;
  };
  const inspection = new Inspection(value, new Places(positionOf, (path) => placeAt(root, path)?.source));
  for (const { at, path, fault } of walk.mistakes) inspection.refuseAt(at, path, fault);
  // What an alias or a key without a name was to say isn't known, so nothing can be said about the rest.
  if (walk.mistakes.some(({ fault }) => fault.code === 'LZ-CFG-6' || fault.code === 'LZ-CFG-8')) inspection.throwIfAny();
  inspectConfiguration(inspection);
  inspection.throwIfAny();
  return { input: value as LandingZoneInput, positionOf };
}
