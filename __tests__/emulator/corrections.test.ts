import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureEnvironment, projectRoot } from '../../commands/sandbox/environment';

const SECONDS = 1000;
const run = promisify(execFile);
const root = projectRoot();
const emulator = (...path: string[]): string => join(root, 'emulator', ...path);

/** The corrections in use, so that whoever adds or drops one sees it here. */
const CORRECTIONS = [
  'keep_rule_descriptions',
  'admit_protocols_without_ports',
  'find_peer_groups',
  'find_ipv6_subnets',
  'keep_dhcp_option_tags',
  'keep_flow_log_destination_options',
  'route_through_modified_endpoints',
  'keep_peering_tags_per_account',
  'admit_any_principal_in_log_policies',
  'keep_log_key_format',
  'own_listed_buckets',
  'judge_bucket_policies_by_conditions',
  'lock_buckets_with_objects',
  'enforce_boundaries',
  'enforce_session_policies',
  'evaluate_iam_resources',
  'expand_policy_variables',
  'ignore_case_of_actions',
  'judge_not_resources',
  'judge_web_identities',
  'judge_conditions',
  'refuse_inactive_keys',
  'refuse_in_json',
  'name_actions_as_policies_do',
  'read_signed_headers_in_any_case',
  'keep_user_boundaries',
  'list_user_credentials',
  'keep_rotation_periods',
  'keep_replica_keys_apart',
  'tell_alarm_transitions',
  'make_composite_alarms',
  'filter_and_page_alarms',
  'judge_by_evaluations',
  'answer_one_request_at_a_time',
  'report_defects_at_once',
];

let python: string;

beforeAll(async () => {
  python = await ensureEnvironment({ root, report: () => undefined });
}, 600 * SECONDS);

test(
  "each correction's tests pass with it and fail without it",
  async () => {
    const { stdout } = await run(python, [emulator('tests', 'run.py')]);
    expect(stdout.trim().split('\n')).toEqual(CORRECTIONS.map((name) => `${name}: passes with it, fails without it`));
  },
  400 * SECONDS,
);

test(
  'each correction cites the AWS page and names the resource that fails without it',
  async () => {
    const script = 'import json, corrections; print(json.dumps([c.__doc__ for c in corrections.CORRECTIONS]))';
    const { stdout } = await run(python, ['-c', script], { cwd: emulator() });
    const pages = JSON.parse(stdout) as string[];
    for (const page of pages) {
      expect(page).toMatch(/^(aws_\w+|Any resource)/);
      expect(page).toMatch(/(API Reference|Guide), /);
    }
    expect(pages).toHaveLength(CORRECTIONS.length);
  },
  60 * SECONDS,
);

test('leaving out a correction that does not exist is refused', async () => {
  const refused = run(python, [emulator('emulator.py'), 'proxy', '--without', 'keep_tags']);
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('emulator: no such correction, got keep_tags; see `emulator.py corrections`') as string,
  });
}, 60_000);
