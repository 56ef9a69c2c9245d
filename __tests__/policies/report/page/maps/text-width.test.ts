import { escape } from '../../../../../policies/report/page/html';
import { isUncertain, shortened, textWidth } from '../../../../../policies/report/page/maps/picture/text-width';

/** As Chromium measures them in DejaVu Sans, DejaVu Sans Bold and DejaVu Sans Mono, at 12 pixels. */
const MEASURED: readonly (readonly [text: string, plain: number, strong: number, code: number])[] = [
  ['The load balancer forwards requests and checks health', 332.9, 375.8, 382.9],
  ['WWW%@MMM', 90.1, 99.6, 57.8],
  ['aws_ec2_transit_gateway.hub', 178.2, 199.5, 195.1],
  ['10.0.16.128/25', 91.8, 101.6, 101.2],
  ['Ünïcödé straße', 90.7, 102.3, 101.2],
  ['…—·', 27.8, 28.6, 21.7],
  ['unbound hosts', 89, 100.6, 94],
];

describe('the width that is kept free for a text', () => {
  it.each(MEASURED)(
    '%s: is no less than in the widest of usual fonts, and not half as much again',
    (text, plain, strong, code) => {
      for (const [tone, measured] of [
        ['plain', plain],
        ['quiet', plain],
        ['strong', strong],
        ['title', strong],
        ['code', code],
      ] as const) {
        expect(textWidth(text, tone)).toBeGreaterThanOrEqual(measured);
        expect(textWidth(text, tone)).toBeLessThan(1.5 * measured + 20);
      }
    },
  );

  it.each(['\u200b', '\u202e', '\u{10ffff}'])(
    'is that of what the page writes out for a character that nobody sees: %j',
    (unseen) => {
      expect(escape(unseen)).toMatch(/^\\u\{[0-9a-f]+\}$/);
      expect(textWidth(unseen, 'plain')).toBeGreaterThanOrEqual(textWidth(escape(unseen), 'plain') - 0.01);
    },
  );
});

describe('a text that is too long', () => {
  it('keeps its beginning and ends in an ellipsis: 120 pixels of 42 characters', () => {
    expect(shortened('The application calls its payment provider', 'plain', 120)).toBe('The applicatio…');
    expect(textWidth('The applicatio…', 'plain')).toBeLessThanOrEqual(120);
  });

  it('has no pile of marks that reaches into other lines: two of 40 are left', () => {
    expect(shortened(`x${'\u0308'.repeat(40)}y`, 'plain', 500)).toBe('x\u0308\u0308y');
  });

  it('stays whole where it fits exactly', () => {
    const text = 'public/alb';

    expect(shortened(text, 'strong', textWidth(text, 'strong'))).toBe(text);
    expect(shortened(text, 'strong', textWidth(text, 'strong') - 0.1)).toBe('public/a…');
  });

  it('is cut between characters, never within one: 😀', () => {
    expect(shortened('😀😀😀', 'plain', 60)).toBe('😀…');
  });
});

describe('a text is drawn as wide as it is taken to be', () => {
  it.each(['家', '😀', '\u{12031}', '\ufdfd', 'е'])('where no table tells its width: %s', (text) => {
    expect(isUncertain(text)).toBe(true);
  });

  it('and not where it is of Latin letters: Ünïcödé 10.0.0.0/8 …', () => {
    expect(isUncertain('Ünïcödé 10.0.0.0/8 …')).toBe(false);
  });
});
