import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { synth } from '../../../../../main';
import { accessDocument, readUniverse, type Universe, whoCanEntry } from '../../../../../policies';
import { Inquiry } from '../../../../../policies/iam/inquiry/inquiry';
import { SENSITIVE_OPERATIONS } from '../../../../../policies/iam/inquiry/sensitive-operations';
import { whoCan } from '../../../../../policies/iam/inquiry/who-can';
import { CREDENTIALS } from '../../../../../policies/iam/scenarios/scenario';
import { cellsOf, chapterOf, namesIn, rowsOf, textOf } from './chapter';

const ROOT = join(__dirname, '../../../../..');
const CLAIMS = 'Claims about access, each asked of every policy that has a say';
const OPERATIONS = 'Sensitive operations, and how many can do them';
const TRUST = 'Who may assume which role, and on which conditions';
const SELF_ROTATION = 'management-global-identity:aws_iam_group.self-rotation';
const LIFE = `The life of the credentials of ${SELF_ROTATION}: how each call ends, by what it is signed with`;

let out: string;
let universe: Universe;
let markup: string;

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'plinth-access-'));
  synth({ config: join(ROOT, 'landing-zone.yaml'), out, frozen: true });
  universe = readUniverse(out);
  markup = chapterOf(universe);
});

afterAll(() => {
  rmSync(out, { recursive: true });
});

describe('the chapter on access of the reference organisation', () => {
  it('tells a claim with its verdict, its decisions, and where it is written', () => {
    const [first, second, , fourth, fifth] = rowsOf(markup, CLAIMS);

    expect(first?.slice(0, 4)).toEqual([
      'anybody in the documents is denied s3:DeleteObject, s3:DeleteObjectVersion',
      'holds',
      'arn:aws:s3:::acme-222222222222-eu-west-1-trail/*',
      'whatever the request is',
    ]);
    expect(first?.[4]).toMatch(/^\d+ decisions, all as claimed$/);
    expect(first?.[5]).toMatch(/^landing-zone\.yaml:\d+$/);
    expect(second?.[0]).toBe('222222222222 is denied s3:DeleteObject, s3:DeleteObjectVersion');
    expect([fourth?.[3], fifth?.[3]]).toEqual([
      'if aws:MultiFactorAuthPresent is true',
      'if there is no aws:MultiFactorAuthPresent',
    ]);
  });

  it('says that nobody can delete what a bucket holds, and that there is that only its root user can open one', () => {
    const may = new Map(rowsOf(markup, OPERATIONS).map(([operation, who]) => [operation, who]));

    expect(may.get('Delete what a bucket holds')).toBe('nobody');
    expect(may.get('Delete a bucket, or change who may use it')).toBe('1 root user');
  });

  it('tells accounts together in which the same can do the same', () => {
    const rows = cellsOf(markup, 'Who can delete a log group, or shorten how long it keeps');
    const [who = '', , actions = '', on = '', why = ''] = rows.find(([cell = '']) => cell.includes('555555555555')) ?? [];

    expect(textOf(who)).toMatch(/^root users, each in their own account: /);
    expect(namesIn(who)).toEqual(expect.arrayContaining(['444444444444', '555555555555', '666666666666']));
    expect(textOf(actions)).toBe('logs:DeleteLogGroup; logs:PutRetentionPolicy; logs:DeleteLogStream');
    expect(namesIn(on)).toContain('dev-eu-west-1-network:aws_cloudwatch_log_group.three-tier_flow-log_cloudwatch');
    expect(textOf(why)).toBe('the root user may do everything that nobody denies (root user)');
  });

  it('tells how each call of a credential ends, by what it is signed with', () => {
    const rows = rowsOf(markup, LIFE);

    expect(rows[3]).toEqual(['iam:EnableMFADevice', 'itself', 'enrolment', 'denied', 'allowed', 'allowed']);
    expect(rows.filter(([call]) => call === 'iam:CreateAccessKey')).toEqual([
      ['iam:CreateAccessKey', 'itself', 'rotation of the own key', 'denied', 'denied', 'allowed'],
      ['iam:CreateAccessKey', 'somebody else', "another user's key", 'denied', 'denied', 'denied'],
    ]);
    expect(markup).toContain(`${SELF_ROTATION}, as a person with MFA <span class="mark good">every call ends as it must</span>`);
  });

  it('says that nobody comes by all rights', () => {
    expect(textOf(markup)).toContain(
      `none Nobody of ${String(Inquiry.of(universe).actors.length)} users, roles and members of groups comes by all rights by a way that is known here.`,
    );
  });

  it('tells whom roles trust, those of two accounts together of which nothing else differs', () => {
    expect(rowsOf(markup, TRUST).filter(([role]) => role?.includes('flow-log') === true)).toEqual([
      [
        'dev-eu-west-1-network:aws_iam_role.three-tier_flow-log_cloudwatch; ' +
          'prod-eu-west-1-network:aws_iam_role.three-tier_flow-log_cloudwatch 2 alike: the conditions are those of the first',
        'vpc-flow-logs.amazonaws.com',
        'services of AWS',
        'may, if',
        'source ARN is like arn:aws:ec2:eu-west-1:555555555555:vpc-flow-log/*; source account is 555555555555',
      ],
      [
        'network-eu-west-1-network:aws_iam_role.shared_flow-log_cloudwatch',
        'vpc-flow-logs.amazonaws.com',
        'services of AWS',
        'may, if',
        'source ARN is like arn:aws:ec2:eu-west-1:444444444444:vpc-flow-log/*; source account is 444444444444',
      ],
    ]);
  });

  it('is the same twice', () => {
    expect(chapterOf(readUniverse(out))).toBe(markup);
  });
});

describe('what the chapter says of the reference organisation agrees with', () => {
  it('iam.json in every verdict of a claim, and in every decision of a life', () => {
    const { claims, lives } = accessDocument(universe) as {
      claims: { holds: boolean; asked: number }[];
      lives: { calls: { action: string; decisions: Record<string, string> }[] }[];
    };

    expect(rowsOf(markup, CLAIMS).map(([, verdict, , , decisions]) => [verdict, decisions])).toEqual(
      claims.map(({ holds, asked }) => [holds ? 'holds' : 'does not hold', `${String(asked)} decisions, all as claimed`]),
    );
    expect(rowsOf(markup, LIFE).map(([call, , , ...ends]) => [call, ...ends])).toEqual(
      lives.flatMap(({ calls }) => calls.map(({ action, decisions }) => [action, ...CREDENTIALS.map((one) => decisions[one])])),
    );
  });

  it('plinth access in everybody who can do a sensitive operation, the reason included', () => {
    const accountOf = (name: string): string =>
      /\d{12}/.exec(name)?.[0] ??
      universe.stacks.find((stack) => name.startsWith(`${stack.name}:`))?.resources[0]?.accountId ??
      name;
    const shown = SENSITIVE_OPERATIONS.filter(({ id }) => markup.includes(`id="access-${id}"`)).flatMap(({ id, title }) => {
      if (!markup.includes(`<caption>Who can ${title}</caption>`)) return [];
      return cellsOf(markup, `Who can ${title}`).flatMap(([who = '', can = '', actions = '', on = '', why = '']) =>
        namesIn(who)
          .flatMap((name) => namesIn(on).map((thing) => [name, thing] as const))
          .filter(([name, thing]) => accountOf(name) === accountOf(thing))
          .flatMap(([name, thing]) =>
            namesIn(actions).map((action) => [id, name, textOf(can), action, thing, textOf(why)].join(' | ')),
          ),
      );
    });
    const told = [...whoCan(Inquiry.of(universe))].map(whoCanEntry).flatMap((entry) => {
      const { operation, allowed, unknown } = entry as Record<'allowed' | 'unknown', Record<string, string>[]> & {
        operation: string;
      };
      return [...allowed, ...unknown].map(({ who = '', action, on, decision, by = '', why = '' }) =>
        [
          operation,
          who.replace(/^root user of /, ''),
          decision === 'allowed' ? 'may' : 'perhaps may',
          action,
          on,
          `${why} (${by})`,
        ].join(' | '),
      );
    });

    expect(told).not.toEqual([]);
    expect(shown.map((line) => line.replace('| root user of ', '| ')).sort()).toEqual(told.sort());
  });

  it('plinth access in how many decisions were made about each operation, and how many of them deny', () => {
    const told = [...whoCan(Inquiry.of(universe))].map(({ asked, allowed, unknown }) => [
      asked,
      asked - allowed.length - unknown.length,
    ]);

    expect(rowsOf(markup, OPERATIONS).map((row) => row.slice(3).map(Number))).toEqual(told);
  });
});
