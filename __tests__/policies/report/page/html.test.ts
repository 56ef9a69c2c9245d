import fc from 'fast-check';

import { escape, html } from '../../../../policies/report/page/html';

describe('a piece of a page', () => {
  it('holds a text as it is written, in content and in attributes', () => {
    const why = `<b a="1" c='2'>&amp;</b>`;

    expect(html`<p title="${why}">${why}</p>`.text).toBe(
      '<p title="&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;">&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;</p>',
    );
  });

  it('holds other pieces as they are, lists one by one, numbers, and nothing of undefined and false', () => {
    const item = html`<li>${1}</li>`;

    expect(html`<ul>${[item, [item]]}${undefined}${false}${0}${''}</ul>`.text).toBe('<ul><li>1</li><li>1</li>0</ul>');
  });

  it('writes out what nobody sees and what turns a text round, and keeps tabs and ends of lines', () => {
    expect(escape('a\u202Eb\u200Bc\u0000d\uFEFFe\uFFFFf\u061Cg\u2066h')).toBe(
      'a\\u{202e}b\\u{200b}c\\u{0}d\\u{feff}e\\u{ffff}f\\u{61c}g\\u{2066}h',
    );
    expect(escape('a\tb\nc\rd é 漢 👩‍🚀')).toBe('a\tb\nc\rd é 漢 👩‍🚀');
  });

  /** Law: no text begins or ends anything of a page. */
  it('has no mark of its own in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '=', 'script', 'lt;', '\u202E', 'é') }),
        (text) => {
          expect(escape(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        },
      ),
    );
  });

  /** Law: two texts that differ are shown differently, but for what is written out. */
  it('loses nothing of a text', () => {
    const shown = (text: string): string =>
      escape(text)
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\p{Cc}\p{Bidi_Control}\u200B\uFEFF\u2060-\u2064]/u.test(text));
        expect(shown(text)).toBe(text);
      }),
    );
  });
});
