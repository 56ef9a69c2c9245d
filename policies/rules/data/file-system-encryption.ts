import { isTrue } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';

/** Every file system encrypts what it stores: it can't be switched on later without making the file system anew. */
export const fileSystemEncryption: Rule = settingRule({
  id: 'data/file-system-encryption',
  summary: 'File systems encrypt what they store',
  settings: [
    {
      types: ['aws_efs_file_system'],
      argument: 'encrypted',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set encrypted = true, and kms_key_id to a key of yours',
    },
  ],
});
