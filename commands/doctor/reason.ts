import { Overdue } from './attempt';

/** What errors of Node and of the SDK may carry. */
interface Carried {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const NETWORK: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known here',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut off',
  EPIPE: 'the connection was cut off',
  ETIMEDOUT: 'no answer',
  EHOSTUNREACH: 'no way there',
  ENETUNREACH: 'no way there',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority that is not trusted here',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate comes from an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes from an authority that is not trusted here',
};

function carriedBy(error: unknown): Carried {
  return typeof error === 'object' && error !== null ? error : { message: String(error) };
}

/** The HTTP status that AWS, or a proxy before it, answered with. */
export function statusOf(error: unknown): number | undefined {
  return carriedBy(error).$metadata?.httpStatusCode;
}

/** The name of the error: AWS's own code where AWS answered. */
export function nameOf(error: unknown): string {
  const { name } = carriedBy(error);
  return typeof name === 'string' ? name : '';
}

/**
 * Why a call failed, in a line. Only the first line of an error's own words: behind it AWS repeats the request, token
 * included, and a program that was started its command line.
 */
export function reasonOf(error: unknown): string {
  const { code, cause, message, name } = carriedBy(error);
  if (error instanceof Overdue) return error.message;
  if (name === 'TimeoutError') return 'no answer in time';
  const known = typeof code === 'string' ? NETWORK[code] : undefined;
  if (known !== undefined) return `${known} (${String(code)})`;
  const text = typeof message === 'string' ? (message.split('\n')[0]?.trim() ?? '') : '';
  if (text === '' && cause !== undefined) return reasonOf(cause);
  if (text.startsWith('Command failed')) return 'the program that gives the credentials failed';
  const status = statusOf(error);
  const own = typeof name === 'string' && !['Error', ''].includes(name) && name !== text ? `${name}: ${text}` : text;
  return status === undefined ? own : `${own} (HTTP ${status})`;
}
