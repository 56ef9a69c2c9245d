import type { SourcePosition } from '../../../modules/core/intent';
import type { Finding } from '../../rules/rule';
import { placeText } from '../text/place-text';

/** The file that describes a stack, as the SARIF is to call it; undefined where none does. */
export type FileOf = (stack: string) => string | undefined;

/** A relative path as the reference of a URI. */
function uriOf(path: string): string {
  return path.split(/[\\/]/).map(encodeURIComponent).join('/');
}

/** A place in a file. */
export function physicalLocation({ file, line, column }: SourcePosition): object {
  return { artifactLocation: { uri: uriOf(file) }, region: { startLine: line, startColumn: column } };
}

/** Where a finding is: the line of its author where one states it, else the JSON of its stack; and its address. */
export function locationOf(finding: Finding, fileOf: FileOf): object {
  const { stack, address, position, constructPath } = finding;
  const file = fileOf(stack);
  const physical =
    position !== undefined
      ? { physicalLocation: physicalLocation(position) }
      : file !== undefined
        ? { physicalLocation: { artifactLocation: { uri: uriOf(file) } } }
        : {};
  const logical = [
    ...(stack === '' ? [] : [{ fullyQualifiedName: placeText(finding), kind: address === undefined ? 'module' : 'resource' }]),
    ...(constructPath === undefined ? [] : [{ fullyQualifiedName: constructPath, kind: 'object' }]),
  ];
  return { ...physical, ...(logical.length === 0 ? {} : { logicalLocations: logical }) };
}
