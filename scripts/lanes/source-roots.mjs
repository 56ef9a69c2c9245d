import { existsSync } from 'node:fs';

/** What the import rules and the graph look at: a root that doesn't exist yet can't be given to dependency-cruiser. */
export const sourceRoots = ['main.ts', 'modules', 'policies', 'commands', 'examples', 'bench'].filter((root) => existsSync(root));
