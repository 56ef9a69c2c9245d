import { relative } from 'node:path';

import type { Universe } from '../model/universe';
import { accessDocument } from './access-document';
import { controlsDocument } from './controls-document';
import { findingsDocument } from './findings-document';
import { junitReport } from './junit/junit-report';
import { reportPage } from './page/page';
import type { Subject } from './page/subject';
import { reachabilityDocument } from './reachability-document';
import type { PageOf } from './rule-page';
import type { FileOf } from './sarif/sarif-location';
import { sarifLog } from './sarif/sarif-log';

/** A document as it stands in a file. */
export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The file of each stack, seen from a folder; a stack of several files is told by its first. */
export function filesFrom(folder: string, { stacks }: Universe): FileOf {
  const files = new Map(stacks.map(({ name, files: [first] = [] }) => [name, first]));
  return (stack) => {
    const file = files.get(stack);
    return file === undefined ? undefined : relative(folder, file);
  };
}

/**
 * The files of a report on an output, each in pieces. Equal outputs give equal files, whatever folder they lie in. A text is
 * made when its turn comes: of a thousand accounts one alone has 12 MB.
 */
export function* reportFiles(
  output: string,
  subject: Subject,
  pageOf: PageOf,
): Generator<readonly [name: string, text: Iterable<string>]> {
  const { universe, review } = subject;
  const fileOf = filesFrom(output, universe);
  yield ['index.html', reportPage(subject)];
  yield ['reachability.json', [json(reachabilityDocument(universe))]];
  yield ['controls.json', [json(controlsDocument(universe, review))]];
  yield ['iam.json', [json(accessDocument(universe))]];
  yield ['findings.json', [json(findingsDocument(review))]];
  yield ['findings.sarif', [json(sarifLog(review, { pageOf, fileOf, hasBaseline: false }))]];
  yield ['junit.xml', [junitReport(review)]];
}
