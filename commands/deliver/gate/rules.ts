import {
  type ConfigServiceClient,
  type ConfigurationRecorderStatus,
  DescribeConfigurationRecorderStatusCommand,
  type EvaluationResult,
  paginateDescribeComplianceByConfigRule,
  paginateGetComplianceDetailsByConfigRule,
} from '@aws-sdk/client-config-service';

import type { Reading, Violation } from './reading';

/** @source AWS Config API Reference, GetComplianceDetailsByConfigRule: Limit */
const LARGEST_PAGE = 100;

function violationOf(rule: string, result: EvaluationResult): Violation {
  const { EvaluationResultIdentifier: identifier, ResultRecordedTime: since, Annotation: annotation } = result;
  const { ResourceType: resourceType = '', ResourceId: resourceId = '' } = identifier?.EvaluationResultQualifier ?? {};
  return {
    rule,
    resourceType,
    resourceId,
    ...(since === undefined ? {} : { since }),
    ...(annotation === undefined ? {} : { annotation }),
  };
}

async function violationsOf(client: ConfigServiceClient, rule: string): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  const pages = paginateGetComplianceDetailsByConfigRule(
    { client, pageSize: LARGEST_PAGE },
    { ConfigRuleName: rule, ComplianceTypes: ['NON_COMPLIANT'] },
  );
  for await (const { EvaluationResults: results = [] } of pages) found.push(...results.map((each) => violationOf(rule, each)));
  return found;
}

/** How the rules of an account and Region stand. */
export async function rulesIn(client: ConfigServiceClient): Promise<Pick<Reading, 'violations' | 'rulesWithoutResult'>> {
  const [violated, rulesWithoutResult]: [string[], string[]] = [[], []];
  for await (const { ComplianceByConfigRules: rules = [] } of paginateDescribeComplianceByConfigRule({ client }, {})) {
    for (const { ConfigRuleName: name = '', Compliance: compliance } of rules) {
      if (compliance?.ComplianceType === 'NON_COMPLIANT') violated.push(name);
      if (compliance?.ComplianceType === 'INSUFFICIENT_DATA') rulesWithoutResult.push(name);
    }
  }
  const violations: Violation[] = [];
  for (const rule of violated) violations.push(...(await violationsOf(client, rule)));
  return { violations, rulesWithoutResult };
}

/** Why AWS Config records nothing, if that is so: then no rule is judged anew by what an apply changes. */
export function notRecordedBy(recorders: readonly ConfigurationRecorderStatus[]): string | undefined {
  const recording = recorders.filter((recorder) => recorder.recording === true);
  if (recorders.length === 0) return 'AWS Config has no recorder';
  if (recording.length === 0) return 'the recorder of AWS Config is stopped';
  const broken = recording.find(({ lastStatus }) => lastStatus === 'Failure');
  return broken && `the recorder of AWS Config fails: ${broken.lastErrorMessage ?? 'it says no more'}`;
}

/** The same of an account and Region. */
export async function notRecordedIn(client: ConfigServiceClient): Promise<Pick<Reading, 'notRecorded'>> {
  const { ConfigurationRecordersStatus: all = [] } = await client.send(new DescribeConfigurationRecorderStatusCommand());
  const notRecorded = notRecordedBy(all);
  return notRecorded === undefined ? {} : { notRecorded };
}
