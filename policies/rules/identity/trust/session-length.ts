import { Unknown } from '../../../model/term';
import type { Rule } from '../../rule';
import { settingRule } from '../../setting';

/** @unit hours */
const LONGEST = 4;
/** @unit seconds */
const HOUR = 3600;

const isShort = (seconds: string): boolean => /^\d+$/.test(seconds) && Number(seconds) <= LONGEST * HOUR;

/** `PT4H`, `PT1H30M`: what a permission set takes. */
function isShortDuration(text: string): boolean | Unknown {
  const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? [];
  if (hours === undefined && minutes === undefined && seconds === undefined) return new Unknown('it is no duration');
  return Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * 60 + Number(seconds ?? 0) <= LONGEST * HOUR;
}

/** Credentials that leak are of no use for long. */
export const sessionLength: Rule = settingRule({
  id: 'identity/trust/session-length',
  summary: 'Sessions of roles last at most 4 hours',
  settings: [
    {
      types: ['aws_iam_role'],
      argument: 'max_session_duration',
      accepts: isShort,
      otherwise: '3600',
      fix: `set max_session_duration to ${String(LONGEST * HOUR)} or less`,
    },
    {
      types: ['aws_ssoadmin_permission_set'],
      argument: 'session_duration',
      accepts: isShortDuration,
      otherwise: 'PT1H',
      fix: `set session_duration = "PT${String(LONGEST)}H" or less`,
    },
  ],
});
