import { Template } from '../../../term';
import type { ResourceFact } from '../../../universe';

/** `com.amazonaws.eu-west-1.s3`, in China with its own first part. */
const FORM = /^(?:cn\.)?com\.amazonaws\.([a-z0-9-]+)\.([a-z0-9.-]+)$/;

/** A service of AWS's own in one Region. */
export interface AwsService {
  /** Its full name, one for everybody in the Region. */
  readonly name: string;
  /** `s3`, `dynamodb`, … */
  readonly service: string;
}

/**
 * The service that an argument names. A Region that is filled in is the provider's: an endpoint lies where its VPC does.
 */
export function findService({ body, region, stack }: ResourceFact, argument: string): AwsService | undefined {
  const term = body[argument];
  const parts = term instanceof Template ? term.parts : [term];
  const filled = parts.map((part) => (typeof part === 'string' ? part : (region ?? 'region-of-provider'))).join('');
  const service = parts.some((part) => typeof part === 'string') ? FORM.exec(filled)?.[2] : undefined;
  if (service === undefined) return undefined;
  const told = region !== undefined || typeof term === 'string';
  return { name: told ? filled : `${stack}:${filled}`, service };
}
