import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import { checkRegionForm } from '../account-checks/regions';
import { refuseUnknown } from './names';

/** @source Amazon S3 User Guide, "General purpose bucket naming rules" */
function bucketMistake(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) return 'a bucket name has 3 to 63 characters';
  if (!/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(name)) {
    return 'a bucket name is made of a-z, 0-9, dots and hyphens, with a letter or digit at both ends';
  }
  if (name.includes('..')) return 'a bucket name has no two dots in a row';
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return 'a bucket name is no IP address';
  const prefix = ['xn--', 'sthree-', 'amzn-s3-demo-'].find((one) => name.startsWith(one));
  if (prefix !== undefined) return `S3 keeps the prefix ${prefix} for itself`;
  const suffix = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'].find((one) => name.endsWith(one));
  return suffix === undefined ? undefined : `S3 keeps the suffix ${suffix} for itself`;
}

/** The account that holds the bucket: one of the configuration, and not one that is about to go. */
function checkHolder(inspection: Inspection): void {
  const path = ['backend', 'account'];
  const account = inspection.readText(path);
  if (account === undefined) return;
  const known = inspection.names(['accounts']);
  if (!known.includes(account)) {
    if (!inspection.isUnknowable(['accounts']))
      refuseUnknown(inspection, path, 'account', account, known, 'add it under accounts:');
    return;
  }
  const stages = [['lifecycle'], ['accounts', account, 'lifecycle']].map((at) => inspection.readText(at));
  if (!stages.includes('closed')) return;
  const remedy = 'move the states elsewhere first (terraform init -migrate-state)';
  inspection.refuse(path, {
    problem: 'the account that holds all states is closed',
    got: asWritten(account),
    remedy,
    code: 'LZ-CFG-65',
  });
}

/** Where the states lie. */
export function checkBackend(inspection: Inspection): void {
  const directory = inspection.readText(['backend', 'directory']);
  if (
    directory !== undefined &&
    (directory === '' || /^([/\\~]|[a-zA-Z]:)/.test(directory) || directory.split(/[/\\]/).includes('..'))
  ) {
    const problem = 'the folder of the states must be a relative path without ".."';
    const remedy = 'write for example "terraform.state"';
    inspection.refuse(['backend', 'directory'], { problem, got: asWritten(directory), remedy, code: 'LZ-CFG-58' });
  }
  const bucket = inspection.readText(['backend', 'bucket']);
  const problem = bucket === undefined ? undefined : bucketMistake(bucket);
  if (problem !== undefined) {
    inspection.refuse(['backend', 'bucket'], {
      problem,
      got: asWritten(bucket),
      remedy: 'write the name alone, like "acme-terraform-state"',
      code: 'LZ-CFG-58',
    });
  }
  const region = inspection.readText(['backend', 'region']);
  if (region !== undefined) checkRegionForm(inspection, ['backend', 'region'], region);
  checkHolder(inspection);
}
