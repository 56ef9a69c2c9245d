import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Rule } from '../rules/rule';

/** What a rule's page says, if there is one: rules of others may have none. */
export type PageOf = (rule: Rule) => string | undefined;

/** Reads pages from the folder of rules, where each stands beside its rule; the build carries them along. */
export function pagesIn(folder: string): PageOf {
  return ({ id }) => {
    try {
      return readFileSync(join(folder, `${id}.md`), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
}
