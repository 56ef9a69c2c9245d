import { asWritten, InputError } from './input-error';

const LONGEST = 255;
/** The characters AWS takes in a group rule's description. The provider lets others through, up to the API's refusal. */
const ALLOWED = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=;{}!$*]*$/;

/**
 * Checks the reason that becomes a group rule's description.
 * @source AWS API reference, IpRange.Description
 * @throws InputError LZ-TEXT-1 empty, LZ-TEXT-2 longer than 255, LZ-TEXT-3 a character that AWS refuses
 */
export function checkRuleDescription(why: string): void {
  if (why.trim() === '') {
    throw InputError.of({
      problem: 'the reason is empty',
      got: asWritten(why),
      remedy: 'say why this is open, in one sentence',
      code: 'LZ-TEXT-1',
    });
  }
  if (why.length > LONGEST) {
    const got = `${String(why.length)} characters, ${asWritten(`${why.slice(0, 40)}…`)}`;
    throw InputError.of({
      problem: `the reason is longer than ${String(LONGEST)} characters`,
      got,
      remedy: 'shorten it',
      code: 'LZ-TEXT-2',
    });
  }
  if (!ALLOWED.test(why)) {
    const bad = [...new Set([...why].filter((c) => !ALLOWED.test(c)))].map((c) => asWritten(c)).join(', ');
    const remedy = 'use letters without accents, digits, spaces and ._-:/()#,@[]+=;{}!$*';
    throw InputError.of({
      problem: 'the reason has characters that AWS refuses in a description',
      got: bad,
      remedy,
      code: 'LZ-TEXT-3',
    });
  }
}
