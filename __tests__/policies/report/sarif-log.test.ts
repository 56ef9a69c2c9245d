import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json';
import fc from 'fast-check';

import { pagesIn, parseBaseline, renderBaseline, review, sarifLog, type Review } from '../../../policies';
import { describedRules } from '../../../policies/rules/network/described-rules';
import { entryOf, findingOf, packOf } from '../judged';
import { reviewed, SUPPRESSION, TODAY } from './reviewed';

const validator = new Ajv({ schemaId: 'auto', meta: false, allErrors: true, unknownFormats: 'ignore' });
validator.addMetaSchema(draft4);
const isValid = validator.compile(schema);

const PAGES = join(__dirname, '../../../policies/rules');
const options = {
  pageOf: pagesIn(PAGES),
  fileOf: (stack: string): string | undefined => (stack === 'dev' ? 'stacks/dev one/cdk.tf.json' : undefined),
  hasBaseline: false,
};

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly markdown: string } }[] };
      };
      readonly results: readonly Readonly<Record<string, unknown>>[];
    },
  ];
}

/** What is wrong with a log by the official schema. */
function faultsOf(judged: Review, hasBaseline = false): readonly string[] {
  isValid(sarifLog(judged, { ...options, hasBaseline }));
  return (isValid.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
}

function resultsOf(judged: Review, hasBaseline = false): Log['runs'][0]['results'] {
  return (sarifLog(judged, { ...options, hasBaseline }) as Log).runs[0].results;
}

describe('the schema', () => {
  it('is that of SARIF 2.1.0, and finds a fault where there is one', () => {
    expect(schema.title).toBe('Static Analysis Results Format (SARIF) Version 2.1.0-rtm.5 JSON Schema');
    expect(isValid({ version: '2.1.0', runs: [{}] })).toBe(false);
    expect(isValid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] })).toBe(false);
  });
});

describe('a SARIF log', () => {
  it.each([
    ['of nothing', review({ stacks: [] }, packOf([]), { today: TODAY }), false],
    ['of findings', reviewed(), false],
    ['of what is accepted', reviewed({ suppressions: [SUPPRESSION] }), false],
    ['of what is wrong with suppressions', reviewed({ suppressions: [{ ...SUPPRESSION, scope: 'x' }] }), false],
    ['of what a baseline knows', reviewed({ baseline: parseBaseline(renderBaseline(reviewed().findings), 'b') }), true],
  ])('%s is valid', (_, judged, hasBaseline) => {
    expect(faultsOf(judged, hasBaseline)).toEqual([]);
  });

  it('is valid whatever the texts of findings hold', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 });
    const finding = fc
      .record({
        stack: text,
        address: text,
        problem: text,
        fix: text,
        stated: text,
        witness: text,
        constructPath: text,
        level: fc.constantFrom('error', 'warning', 'note'),
        verdict: fc.constantFrom('violated', 'unknown'),
      })
      .map(findingOf);
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        expect(faultsOf(review({ stacks: [] }, packOf(findings), { today: TODAY }))).toEqual([]);
      }),
    );
  });

  it('has every rule of the pack with its page as help, and those that are held against suppressions', () => {
    const { rules } = (sarifLog(reviewed(), options) as Log).runs[0].tool.driver;

    expect(rules.map(({ id }) => id)).toEqual([
      'network/acl-quota',
      'terraform/declared-backend',
      'network/described-rules',
      'network/disjoint-subnets',
      'network/group-rule-quota',
      'network/literal-addresses',
      'suppressions/expired',
      'suppressions/unmatched',
    ]);
    expect(rules[2]).toMatchObject({
      shortDescription: { text: `${describedRules.summary}.` },
      help: { markdown: readFileSync(join(PAGES, 'network/described-rules.md'), 'utf8') },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['network'] },
    });
    expect(rules.at(-1)?.help.markdown).toBe('A suppression accepts something.');
  });

  it('tells a finding with level, message, the file of its stack and its address', () => {
    const judged = reviewed();
    const [result] = resultsOf(judged);

    expect(result).toEqual({
      ruleId: 'network/described-rules',
      ruleIndex: 2,
      kind: 'fail',
      level: 'error',
      message: { text: `the rule has no description\nFix: ${judged.findings[0]?.fix ?? ''}` },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'stacks/dev%20one/cdk.tf.json' } },
          logicalLocations: [
            { fullyQualifiedName: 'dev:aws_vpc_security_group_ingress_rule.a', kind: 'resource' },
            { fullyQualifiedName: 'dev/shop/a', kind: 'object' },
          ],
        },
      ],
      partialFingerprints: { 'plinth/v1': expect.stringMatching(/^[0-9a-f]{32}$/) as string },
      properties: { verdict: 'violated' },
    });
  });

  it('tells a finding about what somebody stated at the line that states it, with the witness', () => {
    const finding = findingOf({
      stated: 'isolated internet → data',
      position: { file: 'landing-zone.yaml', line: 55, column: 9 },
      witness: 'tcp 1.0.0.4:49152 to 10.0.2.4:443',
      verdict: 'unknown',
      level: 'warning',
    });
    const [result] = resultsOf(review({ stacks: [] }, packOf([finding], entryOf('a/b')), { today: TODAY }));

    expect(result).toMatchObject({
      level: 'warning',
      message: {
        text: 'Stated: isolated internet → data\nUnknown: nothing keeps old versions\nWitness: tcp 1.0.0.4:49152 to 10.0.2.4:443\nFix: add aws_s3_bucket_versioning',
      },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'landing-zone.yaml' }, region: { startLine: 55, startColumn: 9 } } },
      ],
      properties: { verdict: 'unknown' },
    });
  });

  it('has what is accepted as suppressed, with the reason, the day and the line; the others say that they are not', () => {
    const [stands, accepted] = resultsOf(reviewed({ suppressions: [SUPPRESSION] }));

    expect(stands?.suppressions).toEqual([]);
    expect(accepted?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Made by <others> & "theirs" (until 2026-12-31)',
        location: {
          physicalLocation: { artifactLocation: { uri: 'accepted.yaml' }, region: { startLine: 3, startColumn: 5 } },
        },
        properties: { by: 'accepted.yaml:3:5', scope: 'dev:*.b', until: '2026-12-31' },
      },
    ]);
  });

  it('has what code accepts as suppressed in source', () => {
    const { position: _, ...coded } = { ...SUPPRESSION, constructPath: 'dev/shop' };
    const [, accepted] = resultsOf(reviewed({ suppressions: [coded] }));

    expect(accepted?.suppressions).toMatchObject([{ kind: 'inSource', properties: { by: 'the code of dev/shop' } }]);
  });

  it('says of each finding whether the baseline had it', () => {
    const baseline = parseBaseline(renderBaseline(reviewed().findings.slice(1)), 'b');

    expect(resultsOf(reviewed({ baseline }), true).map(({ baselineState }) => baselineState)).toEqual(['new', 'unchanged']);
    expect(resultsOf(reviewed()).map(({ baselineState }) => baselineState)).toEqual([undefined, undefined]);
  });
});
