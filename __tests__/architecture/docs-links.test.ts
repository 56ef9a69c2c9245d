import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { listFiles, readSource, ROOT } from './source-tree';

/** GitHub's anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function anchorsOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

/** Links of a document that lead nowhere: a file that isn't there, or a heading that its file doesn't have. */
function deadLinks(path: string, markdown: string): string[] {
  const prose = markdown.replace(/^( *)```[\s\S]*?^\1```/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (/^https?:/.test(link)) return [];
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : normalize(join(dirname(path), file));
    if (target !== path && !existsSync(join(ROOT, target))) return [`${path}: ${link} leads to no file`];
    const text = target === path || anchor === undefined ? markdown : readSource(target);
    if (anchor === undefined || anchorsOf(text).includes(anchor)) return [];
    return [`${path}: ${link} leads to no heading`];
  });
}

describe('a link', () => {
  test('leads to a file and a heading that are there', () => {
    expect(deadLinks('docs/page.md', '# Two words\n[a](../package.json) [b](#two-words) [c](https://example.com/x)')).toEqual([]);
    expect(deadLinks('docs/page.md', '[a](gone.md)')).toEqual(['docs/page.md: gone.md leads to no file']);
    expect(deadLinks('README.md', '[a](CONTRIBUTING.md#gone)')).toEqual(['README.md: CONTRIBUTING.md#gone leads to no heading']);
  });

  test('in a block is shown, not followed', () => {
    expect(deadLinks('docs/page.md', '```text\n[a](gone.md)\n```\n')).toEqual([]);
  });
});

test('every link of the documents leads somewhere', () => {
  const documents = listFiles(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs', 'examples', 'policies'], '.md');

  expect(documents.length).toBeGreaterThan(20);
  expect(documents.flatMap((path) => deadLinks(path, readSource(path)))).toEqual([]);
});
