import { fingerprintOf } from '../../baseline/fingerprint';
import type { JudgedFinding } from '../../packs/judged-finding';
import type { PackEntry } from '../../packs/pack';
import { suppressionRules } from '../../suppressions/fault-rules';
import { statedBy, type Suppression } from '../../suppressions/suppression';
import type { Review } from '../review';
import type { PageOf } from '../rule-page';
import { type FileOf, locationOf, physicalLocation } from './sarif-location';

/** What a log is written with. */
export interface SarifOptions {
  readonly pageOf: PageOf;
  readonly fileOf: FileOf;
  /** Whether findings were held against a baseline: each then says whether it is new. */
  readonly hasBaseline: boolean;
}

/** Which name of a fingerprint this is: a new way to take it gets a new one. */
const FINGERPRINT = 'plinth/v1';

function ruleOf({ rule, level }: PackEntry, pageOf: PageOf): object {
  return {
    id: rule.id,
    shortDescription: { text: `${rule.summary}.` },
    // Who shows no Markdown gets the rule in a sentence: pages twice would be most of the file.
    help: { text: `${rule.summary}.`, markdown: pageOf(rule) ?? `${rule.summary}.` },
    defaultConfiguration: { level },
    properties: { tags: [rule.id.split('/')[0] ?? rule.id] },
  };
}

function messageOf({ problem, witness, stated, verdict, fix }: JudgedFinding): object {
  const lines = [
    ...(stated === undefined ? [] : [`Stated: ${stated}`]),
    `${verdict === 'unknown' ? 'Unknown: ' : ''}${problem}`,
    ...(witness === undefined ? [] : [`Witness: ${witness}`]),
    `Fix: ${fix}`,
  ];
  return { text: lines.join('\n') };
}

function suppressionOf(suppression: Suppression): object {
  const { position, reason, until, scope } = suppression;
  return {
    kind: position === undefined ? 'inSource' : 'external',
    status: 'accepted',
    justification: `${reason} (until ${until})`,
    ...(position === undefined ? {} : { location: { physicalLocation: physicalLocation(position) } }),
    properties: { by: statedBy(suppression), scope, until },
  };
}

/** What became of a finding. */
interface Outcome {
  readonly baselineState?: 'new' | 'unchanged';
  readonly suppressions?: readonly object[];
}

function resultOf(finding: JudgedFinding, outcome: Outcome, index: ReadonlyMap<string, number>, fileOf: FileOf): object {
  const { rule, level, verdict } = finding;
  return {
    ruleId: rule,
    ruleIndex: index.get(rule) ?? -1,
    // What is unknown fails as what is violated does: any other kind has no level, and would be hidden.
    kind: 'fail',
    level,
    message: messageOf(finding),
    locations: [locationOf(finding, fileOf)],
    partialFingerprints: { [FINGERPRINT]: fingerprintOf(finding) },
    properties: { verdict },
    ...outcome,
  };
}

/**
 * A review as SARIF.
 * @source OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01
 */
export function sarifLog(review: Review, { pageOf, fileOf, hasBaseline }: SarifOptions): object {
  const entries = [...review.pack.entries, ...suppressionRules];
  const index = new Map(entries.map(({ rule }, at) => [rule.id, at]));
  const result = (finding: JudgedFinding, outcome: Outcome): object => resultOf(finding, outcome, index, fileOf);
  const fresh: Outcome = hasBaseline ? { baselineState: 'new' } : {};
  // Where some results are suppressed, the others have to say that they are not.
  const none = review.accepted.length === 0 ? {} : { suppressions: [] };
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'plinth', rules: entries.map((entry) => ruleOf(entry, pageOf)) } },
        automationDetails: { id: `plinth/${review.pack.id}/` },
        columnKind: 'utf16CodeUnits',
        ...(review.optOuts.length === 0
          ? {}
          : { properties: { optOuts: review.optOuts.map((each) => ({ ...each, by: statedBy(each) })) } }),
        results: [
          ...review.findings.map((finding) => result(finding, { ...fresh, ...none })),
          ...review.known.map((finding) => result(finding, { baselineState: 'unchanged', ...none })),
          ...review.accepted.map(({ finding, suppression }) =>
            result(finding, { ...fresh, suppressions: [suppressionOf(suppression)] }),
          ),
        ],
      },
    ],
  };
}
