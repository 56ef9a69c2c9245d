import fc from 'fast-check';

import { renderXml } from '../../../policies/report/junit/xml';
import { parsedXml } from './parsed-xml';

/** Code units by number: what a source text can't hold, or an editor would hide. */
const unit = (...codes: readonly number[]): string => String.fromCharCode(...codes);
const NUL = unit(0x00);
const BELL = unit(0x07);
const ESCAPE = unit(0x1b);
/** Half of a pair: no character at all. */
const LONE = unit(0xd800);
const NO_CHARACTER = unit(0xfffe);

describe('an XML document', () => {
  it('has elements, attributes and texts with markup escaped', () => {
    const content = [
      { name: 'c', attributes: { n: 2 }, content: `x < y && "z" > ']]>'` },
      { name: 'd', attributes: {} },
    ];

    expect(renderXml({ name: 'a', attributes: { b: '<"&\'>' }, content })).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<a b="&lt;&quot;&amp;\'&gt;">',
        '  <c n="2">x &lt; y &amp;&amp; &quot;z&quot; &gt; \']]&gt;\'</c>',
        '  <d/>',
        '</a>',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [NUL, '\\u{0}'],
    [BELL, '\\u{7}'],
    [ESCAPE, '\\u{1b}'],
    [NO_CHARACTER, '\\u{fffe}'],
    [LONE, '\\u{d800}'],
  ])('tells a character that XML can not hold by its number: %j is %s', (character, told) => {
    const root = parsedXml(renderXml({ name: 'a', attributes: { b: character }, content: character }));

    expect([root.getAttribute('b'), root.textContent]).toEqual([told, told]);
  });

  it('keeps ends of lines and tabs, in attributes too', () => {
    const root = parsedXml(renderXml({ name: 'a', attributes: { b: 'x\n\ty\r' }, content: 'x\n\ty\r' }));

    expect([root.getAttribute('b'), root.textContent]).toEqual(['x\n\ty\r', 'x\n\ty\r']);
  });

  // Whatever texts hold, a reader gets them back, but for what XML has no spelling for.
  it('is well-formed and says what was meant, whatever its texts hold', () => {
    const odd = fc.constantFrom('<', '&', '"', "'", ']]>', '\n', '\r', '\t', 'é', '😀', '<!--', '<![CDATA[');
    const text = fc.array(fc.oneof(odd, fc.string({ maxLength: 3 })), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (attribute, content) => {
        const root = parsedXml(renderXml({ name: 'a', attributes: { b: attribute }, content }));
        expect([root.getAttribute('b'), root.textContent]).toEqual([attribute, content]);
      }),
    );
  });

  it('is well-formed whatever code units its texts hold', () => {
    const text = fc.string({ unit: fc.nat(0xffff).map((code) => unit(code)) });
    fc.assert(
      fc.property(text, (content) => {
        const root = parsedXml(renderXml({ name: 'a', attributes: { b: content }, content }));
        expect(root.textContent).toBe(root.getAttribute('b'));
      }),
    );
  });
});
