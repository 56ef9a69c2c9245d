import { declaredBackend } from '../../rules/terraform/declared-backend';
import type { PackEntry } from '../pack';

/** Terraform itself. */
export const terraform: readonly PackEntry[] = [{ rule: declaredBackend, level: 'error' }];
