import fc from 'fast-check';

import { operatorOf } from '../../../../iam/operators';
import { wildcards } from '../../../../iam/pattern';
import { isArnLike, isLike, unitsOf } from '../../../../../policies/iam/evaluate/text/pattern';
import { Reference, Template, Unknown } from '../../../../../policies/model/term';

interface Gap {
  readonly part: Reference | Unknown;
  /** What it may come to: colons and stars where somebody may have written them. */
  readonly values: readonly string[];
}

const gap = (key: string, attribute: string, ...values: readonly string[]): Gap => {
  return { part: new Reference([{ key: `dev:${key}`, attribute }]), values };
};

const GAPS = {
  account: gap('data.aws_caller_identity.me', 'account_id', '1', '22'),
  owner: gap('aws_sns_topic.t', 'account_id', '1', '2'),
  region: gap('data.aws_region.here', 'name', 'eu', 'us-1'),
  bucket: gap('aws_s3_bucket.b', 'bucket', 'a', 'eu', '1', 'a.b'),
  instance: gap('module.m["x.y"].aws_instance.i[0]', 'id', 'i-1', 'i-2'),
  path: gap('aws_iam_role.r', 'path', '/', '/a:1/', '/*/'),
  alias: gap('aws_kms_alias.a', 'name', 'a', 'a:1'),
  callee: gap('aws_lambda_function.f', 'function_name', 'a', '1:a'),
  role: gap('aws_iam_role.r', 'unique_id', 'AROA1', 'a'),
  value: gap('aws_ssm_parameter.x', 'value', '*', 'a:1', ''),
  arn: gap('aws_s3_bucket.b', 'arn', 'arn:aws:s3:::a', 'arn:aws:s3:::eu'),
  any: { part: new Unknown('var.region'), values: ['', '*', ':', 'a:eu:1'] },
} satisfies Readonly<Record<string, Gap>>;

type Piece = keyof typeof GAPS | `'${string}`;

const literal = (text: string): Piece => `'${text}`;
const isGap = (piece: Piece): piece is keyof typeof GAPS => !piece.startsWith("'");

const somewhere = fc.constantFrom<Piece>(
  ...(Object.keys(GAPS) as (keyof typeof GAPS)[]),
  ...['a', 'eu', '1', '/', ':', '*', '?', 'i-'].map(literal),
);
const anything = fc.array(somewhere, { maxLength: 5 });
/** Four parts of any kind behind `arn:aws`. */
const anArn = fc
  .array(fc.array(somewhere, { maxLength: 2 }), { minLength: 4, maxLength: 4 })
  .map((parts) => [literal('arn:aws'), ...parts.flatMap((part) => [literal(':'), ...part])]);

/** Two of them: any, or one that is the other but for a piece. */
function pairOf(texts: fc.Arbitrary<readonly Piece[]>): fc.Arbitrary<readonly [readonly Piece[], readonly Piece[]]> {
  const alike = fc
    .tuple(texts, fc.nat(12), somewhere)
    .map(([text, at, piece]) => [[...text.slice(0, at), piece, ...text.slice(at + 1)], text] as const);
  return fc.oneof(fc.tuple(texts, texts), alike);
}

function textOf(pieces: readonly Piece[]): Template {
  return new Template(pieces.map((piece) => (isGap(piece) ? GAPS[piece].part : piece.slice(1))));
}

/** The places of what isn't known: one for each reference, wherever it stands, and one for each expression. */
function placesOf(pieces: readonly Piece[], side: string): readonly string[] {
  return pieces.map((piece, at) => (piece === 'any' ? `${side} ${String(at)}` : piece));
}

/** All ways in which what isn't known may turn out. */
function waysOf(places: ReadonlyMap<string, readonly string[]>): readonly ReadonlyMap<string, string>[] {
  let ways: readonly ReadonlyMap<string, string>[] = [new Map()];
  for (const [place, values] of places) {
    ways = ways.flatMap((way) => values.map((value) => new Map([...way, [place, value]])));
  }
  return ways;
}

/** What the oracle says, once for each way. */
function oracle(operator: 'StringLike' | 'ArnLike', pattern: readonly Piece[], text: readonly Piece[]): ReadonlySet<boolean> {
  const sides = [placesOf(pattern, 'pattern'), placesOf(text, 'text')] as const;
  const places = new Map<string, readonly string[]>();
  for (const [side, pieces] of [[sides[0], pattern] as const, [sides[1], text] as const]) {
    pieces.forEach((piece, at) => {
      if (isGap(piece)) places.set(side[at] ?? '', GAPS[piece].values);
    });
  }
  const { compare } = operatorOf(operator);
  return new Set(
    waysOf(places).map((way) => {
      const put = (pieces: readonly Piece[], side: readonly string[]): string =>
        pieces.map((piece, at) => (isGap(piece) ? way.get(side[at] ?? '') : piece.slice(1))).join('');
      const raw = put(pattern, sides[0]);
      return compare(put(text, sides[1]), { raw, pattern: wildcards(raw), text: raw });
    }),
  );
}

it.each([
  ['StringLike', isLike, anything],
  ['StringLike', isLike, anArn],
  ['ArnLike', isArnLike, anArn],
] as const)(
  'what %s surely says of parts that are not known the oracle says of all that they may come to',
  (operator, like, texts) => {
    const counts = new Map<boolean | 'maybe', number>();
    fc.assert(
      fc.property(pairOf(texts), ([pattern, text]) => {
        fc.pre(new Set([...pattern, ...text].filter(isGap)).size <= 5);
        const ours = like(unitsOf(textOf(pattern), true), unitsOf(textOf(text), false));
        counts.set(ours, (counts.get(ours) ?? 0) + 1);
        const theirs = oracle(operator, pattern, text);

        expect(ours === 'maybe' || (theirs.size === 1 && theirs.has(ours))).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(counts.get(true)).toBeGreaterThan(30);
    expect(counts.get('maybe')).toBeGreaterThan(300);
  },
);

/** `a` stands for a text without holes. */
const told = (text: string): readonly Piece[] =>
  text.split(/<(\w+)>/).map((piece, at) => (at % 2 === 1 ? (piece as Piece) : literal(piece)));

it.each([
  ['arn:aws:sns:<region>:<account>:a', 'arn:aws:sns:eu:1:b', false],
  ['arn:aws:sns:<region>:<account>:a', 'arn:aws:sns:eu:a', false],
  ['arn:aws:sns:<region>:1:a', 'arn:aws:sns:<account>:1:a', 'maybe'],
  ['arn:aws:sns:EU:1:a', 'arn:aws:sns:<region>:1:a', false],
  ['arn:aws:sns:eu:root:a', 'arn:aws:sns:eu:<account>:a', false],
  ['arn:aws:sns:eu:??:a', 'arn:aws:sns:eu:<account>:a', 'maybe'],
  ['arn:aws:ec2:eu:1:instance/*', 'arn:aws:ec2:eu:1:instance/<instance>', true],
  ['arn:aws:ec2:eu:1:volume/*', 'arn:aws:ec2:eu:1:instance/<instance>', false],
  ['arn:aws:iam::1:role/*/b', 'arn:aws:iam::1:role/a/<role>', 'maybe'],
  ['arn:aws:iam::1:role/*/b/*', 'arn:aws:iam::1:role/a/<role>', false],
  ['arn:aws:iam::1:role<path>a', 'arn:aws:iam::1:role/a:1/a', 'maybe'],
  ['arn:aws:kms:eu:1:<alias>', 'arn:aws:kms:eu:1:a:1', 'maybe'],
  ['arn:aws:lambda:eu:1:function:<callee>', 'arn:aws:lambda:eu:1:function:1:a', 'maybe'],
  ['arn:aws:s3:::a/*', 'arn:aws:s3:::a/<any>', true],
  ['arn:aws:s3:::b/*', 'arn:aws:s3:::a/<any>', false],
  ['arn:aws:sns:<any>:1:a', 'arn:aws:sns:eu:1:1:a', 'maybe'],
] as const)('an ARN like %s: %s: %j', (pattern, arn, answer) => {
  expect(isArnLike(unitsOf(textOf(told(pattern)), true), unitsOf(textOf(told(arn)), false))).toBe(answer);
});
