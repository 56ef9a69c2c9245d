import { InputError } from '../../../modules/core/input-error';
import { OperationError } from '../../../modules/core/operation-error';
import { Interruption } from '../../../commands/rotate-access-key/run/interruption';
import type { Ground, RotationRequest } from '../../../commands/rotate-access-key/run/request';
import { rotate, type RotationResult } from '../../../commands/rotate-access-key/run/rotation';
import { AwsFolder, OLD, type Pair, plain } from './aws-folder';
import { FakeAws } from './fake-aws';

export const IMPATIENT = { callSeconds: 1, attempts: 3, pauseSeconds: 0.001, proofSeconds: 0.05, staleSeconds: 2 };

export const REQUEST: RotationRequest = { user: 'alice', profile: 'default', deleteOld: true };

/** What FakeAws gives first, and second. */
export const MADE: Pair = { id: 'AKIAMADE000000000001', secret: 'made/secret1' };
export const NEXT: Pair = { id: 'AKIAMADE000000000002', secret: 'made/secret2' };
export const JOURNAL = 'credentials.rotation.default.json';

/** A plain file with the one key of alice. */
export const place = (): { readonly folder: AwsFolder; readonly aws: FakeAws } => ({
  folder: new AwsFolder({ credentials: plain(OLD) }),
  aws: new FakeAws(OLD),
});

export const filesIn = (folder: AwsFolder): string[] => Object.keys(folder.listing()).sort();

/** What a run stands on, with an AWS in memory. */
export function groundOf(aws: FakeAws, folder: AwsFolder, told: string[] = []): Ground {
  return {
    files: folder.files,
    accountFor: () => aws.accountFor,
    patience: IMPATIENT,
    interruption: new Interruption(),
    report: { step: (line) => void told.push(line), detail: () => undefined },
  };
}

/** A rotation of the default profile of alice. */
export function rotateIn(folder: AwsFolder, aws: FakeAws, request: Partial<RotationRequest> = {}): Promise<RotationResult> {
  return rotate({ ...REQUEST, ...request }, groundOf(aws, folder));
}

/** The text that the work is refused or fails with, and the command's exit code for that. */
export async function failureOf(work: Promise<unknown>): Promise<{ readonly exitCode: number; readonly text: string }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof InputError) return { exitCode: 2, text: error.message };
    if (error instanceof OperationError) return { exitCode: 3, text: error.message };
    throw error;
  }
  throw new Error('nothing failed');
}
