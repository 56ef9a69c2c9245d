import { asWritten, type Problem } from '../../../modules/core/input-error';
import { OperationError } from '../../../modules/core/operation-error';
import { reasonIn } from './document';
import type { ConnectionLost, Reply } from './exchange';

/** A failure that another attempt may mend. */
export class PassingFailure extends OperationError {
  constructor(
    problem: Problem,
    /** Whether the request may have done its work all the same. */
    readonly mayHaveWorked: boolean,
    /** How long the server asks to wait. @default - it asks for nothing */
    readonly askedSeconds?: number,
  ) {
    super(problem);
  }
}

/** The failure of a request that got no answer. */
export function failureOfConnection(host: string, { reason, isPassing }: ConnectionLost): OperationError {
  if (isPassing) {
    const remedy = 'see whether the host is right and reachable, by HTTPS_PROXY where there is a proxy';
    return new PassingFailure({ subject: host, problem: 'there is no answer', got: reason, remedy, code: 'LZ-UPLOAD-20' }, true);
  }
  return new OperationError({
    subject: host,
    problem: 'the connection is not safe or not possible',
    got: reason,
    remedy: 'where the host has an authority of its own, name its certificate in NODE_EXTRA_CA_CERTS or SSL_CERT_FILE',
    code: 'LZ-UPLOAD-21',
  });
}

function askedSeconds({ headers }: Reply): number | undefined {
  const stated = [headers['retry-after'], headers['x-ratelimit-reset']].map((value) => Number(value ?? Number.NaN));
  return stated.find((seconds) => Number.isFinite(seconds));
}

/** The failure that an answer tells of, undefined where it tells of none. */
export function failureOfReply(host: string, what: string, reply: Reply): OperationError | undefined {
  const { status, body } = reply;
  if (status < 400) return undefined;
  if (status === 401) {
    const remedy = 'give a token of this host that is still valid, by TF_TOKEN_…, TFE_TOKEN or terraform login';
    return new OperationError({ subject: host, problem: 'the token is refused', remedy, code: 'LZ-UPLOAD-22' });
  }
  const words = reasonIn(body);
  const got = `${String(status)}${words === '' ? '' : ` ${asWritten(words)}`}`;
  if (status === 404) {
    const remedy = 'see whether the names are right, and whether the token may see it: a host tells both in the same way';
    return new OperationError({ subject: what, problem: `${host} doesn't know it`, got, remedy, code: 'LZ-UPLOAD-23' });
  }
  if (status === 429 || status >= 500) {
    const problem = {
      subject: what,
      problem: `${host} fails again and again`,
      got,
      remedy: 'try again later',
      code: 'LZ-UPLOAD-24',
    };
    return new PassingFailure(problem, status !== 429, askedSeconds(reply));
  }
  const remedy = 'see what the host says; rights are given to the team or user of the token';
  return new OperationError({ subject: what, problem: `${host} refuses it`, got, remedy, code: 'LZ-UPLOAD-25' });
}
