/** Elements that hold nothing and have no end. */
const VOID = new Set(['meta', 'link', 'br', 'input', 'img', 'hr', 'col', 'wbr']);
/** What ends a paragraph that is open, so that the page would be another than its text says. */
const BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'dl', 'table', 'details', 'section', 'h2', 'h3', 'h4', 'pre', 'nav', 'figure']);
/** What holds only these. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd', 'div'],
  table: ['caption', 'thead', 'tbody', 'colgroup'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['th', 'td'],
};

/** An element as it stands in the text: values hold neither `<` nor `>`, since every one is escaped. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: string;
}

/** A page without what stands in its style and script. */
function markupOf(page: string): string {
  return page.replace(/(<(style|script)>)[^]*?(<\/\2>)/g, '$1$3');
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, value]));
}

/** The elements of a page of ours, in their order. */
export function elementsOf(page: string): readonly Element[] {
  return read(page).elements;
}

/** Ends that end something else than what was begun, and elements where no browser leaves them. */
export function nestingFaults(page: string): readonly string[] {
  return read(page).faults;
}

function read(page: string): { readonly elements: readonly Element[]; readonly faults: readonly string[] } {
  const elements: Element[] = [];
  const faults: string[] = [];
  const open: string[] = [];
  for (const [tag, end, name = '', rest = ''] of markupOf(page).matchAll(/<(\/?)([a-zA-Z][\w-]*)([^<>]*)>/g)) {
    if (end === '/') {
      const begun = open.pop();
      if (begun !== name) faults.push(`</${name}> ends <${begun ?? ''}>`);
      continue;
    }
    const parent = open.at(-1) ?? '';
    elements.push({ name, attributes: attributesOf(rest), parent });
    if (BLOCKS.has(name) && open.includes('p')) faults.push(`${tag} in <p>`);
    if (ONLY[parent]?.includes(name) === false) faults.push(`${tag} in <${parent}>`);
    if (name === 'a' && open.includes('a')) faults.push(`${tag} in <a>`);
    if (!VOID.has(name) && !rest.endsWith('/')) open.push(name);
  }
  if (open.length > 0) faults.push(`nothing ends <${open.join('>, <')}>`);
  return { elements, faults };
}

/** Ids that are there twice, and links, labels and names that lead to none. */
export function referenceFaults(page: string): readonly string[] {
  const all = elementsOf(page).map(({ attributes }) => attributes);
  const ids = all.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const known = new Set(ids);
  const twice = ids.length === known.size ? [] : ids.filter((id, place) => ids.indexOf(id) !== place);
  const references = all.flatMap((attributes) => [
    ...['aria-labelledby', 'aria-describedby', 'for'].flatMap((name) => attributes[name]?.split(' ') ?? []),
    ...(attributes.href === undefined || attributes.href === 'data:,' ? [] : [attributes.href.replace(/^#/, '')]),
  ]);
  return [
    ...twice.map((id) => `${id} is there twice`),
    ...references.filter((id) => !known.has(id)).map((id) => `${id} isn't there`),
  ];
}
