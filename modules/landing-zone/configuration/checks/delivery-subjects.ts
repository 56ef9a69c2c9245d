import { checkSubjectPart, GITHUB_ID, GITHUB_PARTS, GITLAB_PARTS, type SubjectPart } from '../../../delivery';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';

/** What roles trust is made of these, by where they are written; of HCP Terraform it is made of where the states are. */
const PARTS: Readonly<Record<string, readonly (readonly [Path, SubjectPart])[]>> = {
  github: [
    ...Object.entries(GITHUB_PARTS).map(([option, part]) => [['delivery', option], part] as const),
    [['delivery', 'ids', 'owner'], GITHUB_ID],
    [['delivery', 'ids', 'repository'], GITHUB_ID],
  ],
  gitlab: Object.entries(GITLAB_PARTS).map(([option, part]) => [['delivery', option], part]),
};

/** Whoever delivers: one project, repository and branch, since roles trust them by name. */
export function checkDeliverySubjects(inspection: Inspection): void {
  const kind = inspection.readText(['delivery', 'kind']) ?? '';
  for (const [path, part] of PARTS[kind] ?? []) {
    const text = inspection.readText(path);
    if (text !== undefined) inspection.attempt(path, () => checkSubjectPart(part, text));
  }
}
