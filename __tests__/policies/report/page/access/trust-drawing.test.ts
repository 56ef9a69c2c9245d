import { chapterOf, rolesOf, textOf, trusting } from './chapter';

const HOSTILE = '"><script>alert(1)</script>';
const LONG = 'a-role-with-a-name-that-is-as-long-as-iam-will-let-it-be-64-char';

/** Every drawing of a chapter. */
function drawings(markup: string): string[] {
  return [...markup.matchAll(/<svg class="trust".*?<\/svg>/gs)].map(([drawing]) => drawing);
}

interface Box {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where each label stands: they have the width that they are told to have, whatever the letters. */
function labels(drawing: string): Box[] {
  return [...drawing.matchAll(/<text class="\w+" x="(\d+)" y="(\d+)" textLength="(\d+)".*?<\/title>(.*?)<\/text>/gs)].map(
    ([, x, y, width, text = '']) => ({ text: textOf(text), x: Number(x), y: Number(y), width: Number(width) }),
  );
}

const ESTATE = rolesOf({
  [LONG]: [trusting({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] })],
  [HOSTILE]: [trusting({ Service: HOSTILE }, { StringEquals: { [HOSTILE]: HOSTILE } })],
  partner: [trusting({ AWS: ['999988887777', 'arn:aws:iam::333333333333:role/teams/platform/with/a/long/path/deployment'] })],
  refused: [trusting({ Service: 'ecs.amazonaws.com' }), { ...trusting('*'), Effect: 'Deny' }],
});

describe('the drawing of who may assume which role', () => {
  it('has no label over another one, and none beyond its edge', () => {
    const [drawing = ''] = drawings(chapterOf(ESTATE));
    const boxes = labels(drawing);
    const width = Number(/ width="(\d+)"/.exec(drawing)?.[1]);
    const over = boxes.flatMap((a, at) =>
      boxes.slice(at + 1).flatMap((b) => {
        const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= 12;
        return isApart ? [] : [`${a.text} / ${b.text}`];
      }),
    );

    expect(boxes.length).toBeGreaterThan(15);
    expect(over).toEqual([]);
    expect(boxes.filter((box) => box.x + box.width > width)).toEqual([]);
  });

  it('has its lanes between the labels of both sides', () => {
    const [drawing = ''] = drawings(chapterOf(ESTATE));
    const boxes = labels(drawing);
    const role = Math.max(...boxes.map(({ x }) => x));
    const trusted = Math.max(...boxes.filter(({ x }) => x < role).map(({ x, width }) => x + width));
    const lanes = [...drawing.matchAll(/M(\d+) \d+V\d+/g)].map(([, x]) => Number(x));

    expect(lanes).toHaveLength(5);
    expect(lanes.filter((x) => x <= trusted || x >= role)).toEqual([]);
  });

  it('has a full dot for who may in any case, a hollow one for who may on conditions, and none for who is refused', () => {
    const [drawing = ''] = drawings(chapterOf(ESTATE));

    expect([drawing.split('class="sure"').length - 1, drawing.split('class="asked"').length - 1]).toEqual([2, 3]);
  });

  it('says what it shows, and names those whose labels are cut', () => {
    const [drawing = ''] = drawings(chapterOf(ESTATE));
    const name = 'arn:aws:iam::333333333333:role/teams/platform/with/a/long/path/deployment';

    expect(drawing).toContain('<title>Who may assume which role; the table below says the same in words</title>');
    expect(drawing).toContain(`<title>${name}</title>role/teams/platform/with/a/long/`);
  });

  it('shows hostile names as text', () => {
    const markup = chapterOf(ESTATE);

    expect(markup).not.toContain('<script');
    expect(markup).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('stands once for 40 roles, and in folds of 40 and 1 for 41', () => {
    const roles = (count: number): string =>
      chapterOf(
        rolesOf(
          Object.fromEntries(
            Array.from({ length: count }, (_, at) => [`role-${String(at)}`, [trusting({ Service: 'ec2.amazonaws.com' })]]),
          ),
        ),
      );

    expect(drawings(roles(40)).map((drawing) => labels(drawing).filter(({ text }) => text.startsWith('role-')).length)).toEqual([
      40,
    ]);
    const split = roles(41);
    expect(drawings(split).map((drawing) => labels(drawing).filter(({ text }) => text.startsWith('role-')).length)).toEqual([
      40, 1,
    ]);
    expect(split).toContain('<summary>Who may assume the roles of 111111111111, part 2 of 2</summary>');
  });
});
