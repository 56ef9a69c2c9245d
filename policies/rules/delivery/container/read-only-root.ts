import { Unknown } from '../../../model/term';
import { findLiteral, isTrue } from '../../literal';
import { valuesAt } from '../../nested';
import type { Rule } from '../../rule';
import { type Container, containerRule } from './containers';

/** Windows knows no such file system. */
function runsWindows({ task }: Container): boolean | Unknown {
  const families = valuesAt(task.body, 'runtime_platform.operating_system_family').map(findLiteral);
  const open = families.find((family) => family instanceof Unknown);
  return open instanceof Unknown ? open : families.some((family) => typeof family === 'string' && family.startsWith('WINDOWS'));
}

/** Nobody who breaks into a container can change its programs. */
export const readOnlyRoot: Rule = containerRule({
  id: 'delivery/container/read-only-root',
  summary: "Containers can't write to their root file system",
  fix: 'set readonlyRootFilesystem to true, and mount a volume where it writes',
  judge: (container) => {
    const windows = runsWindows(container);
    if (windows === true) return [];
    const readOnly = findLiteral(container.find('readonlyRootFilesystem'));
    if (readOnly instanceof Unknown) return [{ problem: 'may write to its root file system', doubt: readOnly }];
    if (readOnly !== undefined && isTrue(readOnly)) return [];
    const problem = 'may write to its root file system';
    return [windows instanceof Unknown ? { problem, doubt: windows } : { problem }];
  },
});
