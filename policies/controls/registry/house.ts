import { house as called } from '../catalogue';
import type { Control } from '../control';

/** What no catalogue asks for. */
export const house: readonly Control[] = [
  {
    id: 'described-rules',
    title: 'Every security-group rule says why it is there',
    ids: called('described-rules'),
    answers: [{ by: 'rule', rule: 'network/described-rules' }],
  },
];
