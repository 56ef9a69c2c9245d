import { type Asset, readAssets } from './assets';
import { type Html, html } from './html';
import type { Section } from './section';
import { SECTIONS } from './sections';
import type { Subject } from './subject';

/** What the page may do: apply its style, run its script, and ask nobody for anything. */
function policyOf(style: Asset, script: Asset): string {
  return [
    "default-src 'none'",
    `style-src ${style.source}`,
    `script-src ${script.source}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A style or script as it stands in a page: ours, so nothing is escaped, and nothing ends it before its end. */
function element(name: 'style' | 'script', { text }: Asset): string {
  if (text.includes(`</${name}`)) throw new Error(`the ${name} of the report would end itself`);
  return `<${name}>${text}</${name}>`;
}

function* headOf({ title }: Subject, { style, script }: ReturnType<typeof readAssets>): Generator<string> {
  yield html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}: report</title>
<link rel="icon" href="data:,">
`.text;
  yield element('style', style);
  yield '\n</head>\n';
}

function navigation(sections: readonly Section[]): Html {
  return html`<nav aria-label="Sections"><ul>${sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ul></nav>`;
}

/** The first piece of each section, so that one with nothing to say isn't named; the others follow when they are asked for. */
interface Begun {
  readonly section: Section;
  readonly first: Html;
  readonly rest: Iterator<Html, unknown>;
}

function begin(subject: Subject): readonly Begun[] {
  return SECTIONS.flatMap((section): readonly Begun[] => {
    const rest = section.content(subject)[Symbol.iterator]();
    const first = rest.next();
    return first.done === true ? [] : [{ section, first: first.value, rest }];
  });
}

/** The report on a subject: one file that needs no other, in pieces. Equal subjects give equal pages. */
export function* reportPage(subject: Subject): Generator<string> {
  const begun = begin(subject);
  const assets = readAssets();
  const { title, today } = subject;
  yield* headOf(subject, assets);
  yield html`<body>
<a class="skip" href="#main">To the content</a>
<header><h1>${title}</h1><p>Report of <time datetime="${today}">${today}</time>, made by Plinth from Terraform.</p>
${navigation(begun.map(({ section }) => section))}</header>
<main id="main" tabindex="-1">
`.text;
  for (const { section, first, rest } of begun) {
    yield html`<section id="${section.id}" aria-labelledby="${section.id}-title">
<h2 id="${section.id}-title">${section.title}</h2>
<p class="lead">${section.lead}</p>
`.text;
    yield `${first.text}\n`;
    for (let next = rest.next(); next.done !== true; next = rest.next()) yield `${next.value.text}\n`;
    yield '</section>\n';
  }
  yield '</main>\n';
  yield element('script', assets.script);
  yield '\n</body>\n</html>\n';
}
