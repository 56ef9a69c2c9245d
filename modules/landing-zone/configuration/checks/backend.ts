import { checkBucketName } from '../../../core/aws/bucket-name';
import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import { checkRegionForm } from '../account-checks/regions';
import { refuseUnknown } from './names';

/** The account that holds the bucket: one of the configuration, and not one that is about to go. */
function checkHolder(inspection: Inspection): void {
  const path = ['backend', 'account'];
  const account = inspection.readText(path);
  if (account === undefined) return;
  const known = inspection.names(['accounts']);
  if (!known.includes(account)) {
    if (!inspection.isUnknowable(['accounts'])) {
      refuseUnknown(inspection, path, 'account', account, known, 'add it under accounts:');
    }
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
  if (bucket !== undefined) inspection.attempt(['backend', 'bucket'], () => checkBucketName(bucket));
  const region = inspection.readText(['backend', 'region']);
  if (region !== undefined) checkRegionForm(inspection, ['backend', 'region'], region);
  checkHolder(inspection);
}
