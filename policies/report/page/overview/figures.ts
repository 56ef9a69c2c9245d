import { countAccess } from '../../access-document';
import { countLevels } from '../../findings-document';
import { countProven } from '../../reachability-document';
import { mark, type Standing } from '../elements';
import { type Html, html } from '../html';
import type { Subject } from '../subject';

/** One number, and what it says. */
interface Figure {
  readonly value: string;
  readonly says: string;
  readonly standing: Standing;
  /** Where it is told in full. */
  readonly section: string;
}

/** How many of those that should are so: nothing where none should. */
function held(count: number, of: number, says: string, section: string): readonly Figure[] {
  if (of === 0) return [];
  return [{ value: `${String(count)} of ${String(of)}`, says, standing: count === of ? 'good' : 'bad', section }];
}

function noun(count: number, one: string): string {
  return count === 1 ? one : `${one}s`;
}

function untoldFigure(untold: number): Figure {
  return {
    value: String(untold),
    says: `${noun(untold, 'group')} of which it isn't known what else passes`,
    standing: 'doubtful',
    section: 'reachability',
  };
}

function figuresOf({ universe, review }: Subject): readonly Figure[] {
  const { claims, flows, undeclared, untold } = countProven(universe);
  const access = countAccess(universe);
  const { error, warning, note } = countLevels(review.findings);
  return [
    { value: String(review.stacks), says: noun(review.stacks, 'stack'), standing: 'neutral', section: 'inventory' },
    { value: String(review.resources), says: noun(review.resources, 'resource'), standing: 'neutral', section: 'inventory' },
    ...held(claims.hold, claims.of, 'claims about networks hold', 'reachability'),
    ...held(flows.work, flows.of, 'declared flows work', 'networks'),
    ...(flows.of === 0
      ? []
      : ([
          {
            value: String(undeclared),
            says: 'pairs of groups pass more than is declared',
            standing: undeclared === 0 ? 'good' : 'bad',
            section: 'reachability',
          },
          ...(untold === 0 ? [] : [untoldFigure(untold)]),
        ] as const)),
    ...held(access.claims.hold, access.claims.of, 'claims about access hold', 'access'),
    ...(access.actors === 0
      ? []
      : ([
          {
            value: `${String(access.escalating)} of ${String(access.actors)}`,
            says: 'users, roles and groups come, or may come, by more rights',
            standing: access.escalating === 0 ? 'good' : 'bad',
            section: 'access',
          },
        ] as const)),
    { value: String(error), says: noun(error, 'error'), standing: error === 0 ? 'good' : 'bad', section: 'findings' },
    { value: String(warning + note), says: 'warnings and notes', standing: 'neutral', section: 'findings' },
    {
      value: String(review.accepted.length),
      says: `${noun(review.accepted.length, 'finding')} accepted`,
      standing: 'neutral',
      section: 'overview',
    },
  ];
}

const WORDS: Readonly<Record<Standing, string>> = { good: 'good', bad: 'look here', doubtful: 'unknown', neutral: '' };

function figureItem({ value, says, standing, section }: Figure): Html {
  const word = WORDS[standing];
  return html`<li><strong>${value}</strong> <a href="#${section}">${says}</a>${word !== '' && html`<br>${mark(standing, word)}`}</li>`;
}

/** The numbers that stand first. */
export function figures(subject: Subject): Html {
  return html`<ul class="figures">${figuresOf(subject).map(figureItem)}</ul>`;
}
