import { landingZone, type Universe } from '../../../../../policies';
import { access } from '../../../../../policies/report/page/access/access';
import { review } from '../../../../../policies/report/review';
import { documentsOf } from '../../../universe';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** What readers see of markup that is folded open: lines and items of lists apart by `; `. */
export function textOf(markup: string): string {
  return markup
    .replace(/<summary>.*?<\/summary>|<title>.*?<\/title>/gs, '')
    .replace(/<\/li>\s*<li>|<br>/g, '; ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .replace(/ ([:;,])/g, '$1')
    .trim();
}

/** The markup of the chapter on a universe; empty where it is left out. */
export function chapterOf(universe: Universe): string {
  const today = '2026-11-29';
  const subject = { title: 'acme', today, universe, review: review(universe, landingZone, { today }) };
  return [...access.content(subject)].map(({ text }) => `${text}\n`).join('');
}

/** The cells of a table by its caption, as they are written. */
export function cellsOf(markup: string, caption: string): string[][] {
  const table = markup.split('<table>').find((part) => textOf(/<caption>(.*?)<\/caption>/s.exec(part)?.[1] ?? '') === caption);
  if (table === undefined) throw new Error(`no table is called ${caption}`);
  const body = /<tbody>(.*?)<\/tbody>/s.exec(table)?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell),
  );
}

/** The rows of a table by its caption, as readers see them. */
export function rowsOf(markup: string, caption: string): string[][] {
  return cellsOf(markup, caption).map((row) => row.map(textOf));
}

/** Names in a cell, those that are folded away too. */
export function namesIn(cell: string): string[] {
  return [...cell.matchAll(/<code>(.*?)<\/code>/gs)].map(([, name = '']) => textOf(name));
}

/** A trust policy that lets some in. */
export function trusting(Principal: unknown, Condition?: object, Action = 'sts:AssumeRole'): object {
  return { Effect: 'Allow', Principal, Action, ...(Condition === undefined ? {} : { Condition }) };
}

/** A universe of one account with these roles by their names, by the statements of their trust policies, and a user. */
export function rolesOf(roles: Readonly<Record<string, readonly object[]>>, account = '111111111111'): Universe {
  const entries = Object.entries(roles).map(([name, Statement], at) => {
    const policy = JSON.stringify({ Version: '2012-10-17', Statement });
    return [`r${String(at)}`, { name, assume_role_policy: policy }] as const;
  });
  return {
    stacks: documentsOf({
      dev: {
        provider: { aws: { region: 'eu-west-1', allowed_account_ids: [account] } },
        resource: { aws_iam_role: Object.fromEntries(entries), aws_iam_user: { ada: { name: 'ada' } } },
      },
    }),
  };
}
