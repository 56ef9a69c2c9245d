import { iamArn, type Place } from '../../core/aws/arn';
import { asWritten, InputError } from '../../core/input-error';
import type { OneOrMore, Statement } from '../../core/policy/statement';
import { awsPrincipals } from './stated-principals';
import { coversAction, fits, fitsArn } from './wildcards';

/** Whoever may set the policy can have everything else back. */
const WAY_BACK = 'kms:PutKeyPolicy';

const CONDITION = /^(?:(String|Arn)(Not)?(Equals|Like))(?:IfExists)?$/;

const listOf = (value: OneOrMore): readonly string[] => (typeof value === 'string' ? [value] : value);

/** Whether a statement names a role, user or root user, itself or by its account. A session of a role isn't the role. */
function isNamed(arn: string, root: string, statement: Statement): boolean {
  return awsPrincipals(statement).some((named) => named === '*' || named === root || named === arn);
}

/**
 * Whether a line of a condition certainly doesn't hold for a caller, so that its Deny passes them by. The key is always
 * there for whoever sets a policy. What isn't known, an address, an hour, a second factor, is taken to hold.
 */
function spares(caller: string, operator: string, values: readonly string[]): boolean {
  const [, kind, not, comparison] = CONDITION.exec(operator) ?? [];
  if (kind === undefined) return false;
  if (not === undefined) return !values.some((value) => value.includes('${') || fits(value, caller));
  if (kind === 'Arn') return values.some((value) => fitsArn(value, caller));
  return values.some((value) => (comparison === 'Equals' ? value === caller : fits(value, caller)));
}

function denies(statement: Statement, arn: string, place: Place): boolean {
  if (!coversAction(statement, WAY_BACK) || !isNamed(arn, iamArn(place, 'root'), statement)) return false;
  const callers: Readonly<Record<string, string>> = {
    'aws:principalarn': arn,
    'aws:principalaccount': place.accountId,
    'kms:calleraccount': place.accountId,
  };
  return !Object.entries(statement.Condition ?? {}).some(([operator, lines]) =>
    Object.entries(lines).some(([key, values]) => {
      const caller = callers[key.toLowerCase()];
      return caller !== undefined && spares(caller, operator, listOf(values));
    }),
  );
}

/** Who an account may be: its root user, whomever conditions name, and somebody whom nobody thought of. */
function membersOf(place: Place, denying: readonly Statement[]): string[] {
  const values = denying.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((lines) => Object.values(lines).flatMap(listOf)),
  );
  const named = values.map((value) => value.replaceAll(/[*?]/g, 'x')).filter((value) => value.startsWith(iamArn(place, '')));
  return [iamArn(place, 'root'), iamArn(place, 'role/somebody-whom-no-statement-names'), ...named];
}

/**
 * Whether anybody of the key's account may still change its policy after every Deny. KMS's own check asks only for whoever
 * creates the key, and only at that time.
 * @throws InputError LZ-KEY-11 where nobody certainly may
 */
export function checkNoLockOut(statements: readonly Statement[], administrators: readonly string[], place: Place): void {
  const denying = statements.filter((statement) => statement.Effect === 'Deny');
  const own = administrators.filter((arn) => arn.startsWith(iamArn(place, '')));
  const everyone = own.flatMap((arn) => (arn === iamArn(place, 'root') ? membersOf(place, denying) : [arn]));
  if (everyone.some((arn) => !denying.some((statement) => denies(statement, arn, place)))) return;
  const guilty = denying.filter((statement) => everyone.some((arn) => denies(statement, arn, place)));
  throw InputError.of({
    problem: `${guilty.map(({ Sid }) => `statement ${asWritten(Sid)}`).join(' and ')} may take ${WAY_BACK} from every administrator, and nobody could ever change the key again`,
    got: asWritten(own),
    remedy: 'deny actions of use only, or spare an administrator by ArnNotEquals with aws:PrincipalArn',
    code: 'LZ-KEY-11',
  });
}
