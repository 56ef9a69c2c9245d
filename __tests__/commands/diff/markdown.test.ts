import { renderMarkdown } from '../../../commands/diff/markdown';
import { renderText } from '../../../commands/diff/text';
import type { Difference } from '../../../policies/difference';
import { differenceOf, written } from '../../policies/difference/differences';

const HOSTILE = '</details><img src=x onerror=alert(1)> @everyone [a](https://evil.test) | ````\n```\u001b[2J\u202e';

function hostile(): Difference {
  return differenceOf(written({}), written({ 'aws_iam_policy.p': { description: 'x', policy: HOSTILE, name: HOSTILE } }));
}

/** A number of policies more, and of parameters. */
function many(number: number): Difference {
  const names = Array.from({ length: number }, (_, at) => String(at));
  const policies = names.map((at) => [`aws_iam_policy.p${at}`, { name: `p${at}`, path: `/${'x'.repeat(100)}${at}/` }]);
  const zones = names.map((at) => [`other_${at}.z`, { name: at }]);
  return differenceOf(
    written({ 'aws_vpc.gone': {} }),
    written(Object.fromEntries([...policies, ...zones]) as object as Record<string, object>),
  );
}

describe('a difference as a comment on a pull request', () => {
  it('has its counts in a line, what is lost open, and the rest folded', () => {
    const text = renderMarkdown(many(1), 65_536);

    expect(text).toBe(`**plinth diff** (what is written): 1 removed, 2 added: 3 changes in 1 stack

<details open><summary>replaced, removed or not known: 1 removed</summary>

\`\`\`diff
- removed dev:aws_vpc.gone
\`\`\`

</details>

<details><summary>who gets in, who may do what, who watches: 1 added</summary>

\`\`\`diff
+ added dev:aws_iam_policy.p0
      name "p0", path "/${'x'.repeat(100)}0/"
\`\`\`

</details>

<details><summary>everything else: 1 added</summary>

\`\`\`diff
+ added dev:other_0.z
\`\`\`

</details>
`);
  });

  it('keeps hostile values in a block that they can not end', () => {
    const text = renderMarkdown(hostile(), 65_536);
    const [, fence = '', inside = ''] = /\n(`+)diff\n([\s\S]*?)\n\1\n/.exec(text) ?? [];

    expect(fence).toHaveLength(5);
    expect(inside).toContain('@everyone');
    expect(text.replace(inside, '')).not.toMatch(/everyone|img|evil/);
    expect(inside.split('\n').some((line) => line.trimStart().startsWith('```'))).toBe(false);
  });

  it('leaves out what matters least where there is no room, and says how much', () => {
    const text = renderMarkdown(many(200), 5000);

    expect(text.length).toBeLessThanOrEqual(5000);
    expect(text).toContain('- removed dev:aws_vpc.gone');
    expect(text).toContain('+ added dev:aws_iam_policy.p0\n');
    expect(text).not.toContain('other_0');
    expect(text).toMatch(/\n\d+ added left out here, to stay under 5000 characters: `plinth diff --json` lists everything\.\n$/);
    const shown = text.match(/^\+ added/gm)?.length ?? 0;
    expect(Number(/\n(\d+) added left out/.exec(text)?.[1]) + shown).toBe(400);
  });

  it.each([1000, 1500, 3000, 65_536, 1_000_000])('is never longer than a limit of %d', (limit) => {
    expect(renderMarkdown(many(300), limit).length).toBeLessThanOrEqual(limit);
  });
});

describe('a difference as text', () => {
  it('has no control character and no mark that turns text round', () => {
    expect(renderText(hostile(), false)).not.toMatch(/[^\n\P{Cc}]|\p{Bidi_Control}/u);
  });
});
