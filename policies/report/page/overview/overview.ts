import { type Html } from '../html';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { acceptances } from './acceptances';
import { figures } from './figures';
import { unproven } from './unproven';
import { zone } from './zone';

function* content(subject: Subject): Generator<Html> {
  yield figures(subject);
  yield zone(subject);
  yield unproven(subject);
  yield acceptances(subject);
}

/** The whole in one look. */
export const overview: Section = {
  id: 'overview',
  title: 'Overview',
  lead: 'What there is, what is proven of it, what isn’t, and what somebody accepted.',
  content,
};
