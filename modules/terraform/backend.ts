import { LocalBackend, S3Backend, type TerraformStack } from 'cdktf';

import { addCloudFile, type CloudState } from './cloud-file';

/** State in files of this machine. */
export interface LocalState {
  readonly kind: 'local';
  /** Folder of the state files, seen from the folder that holds the output folder. @default terraform.state */
  readonly directory?: string;
}

/** State in a bucket, with a lock file beside it. */
export interface S3State {
  readonly kind: 's3';
  readonly bucket: string;
  readonly region: string;
  /** A key by its ARN or alias. Without one Terraform asks for S3's own keys, whatever the bucket does by default. @default - S3's own */
  readonly kmsKeyId?: string;
  /** The role that Terraform assumes for the state alone. @default - none */
  readonly roleArn?: string;
}

/** Where a stack's state lies. */
export type Backend = LocalState | S3State | CloudState;

/** The state's key: fixed from the first day, since moving it means moving state. */
export function stateKey(organization: string, stack: string): string {
  return `${organization}/${stack}.tfstate`;
}

function addS3Backend(stack: TerraformStack, { bucket, region, kmsKeyId, roleArn }: S3State, key: string): void {
  const s3 = new S3Backend(stack, { bucket, region, key, encrypt: true, ...(kmsKeyId === undefined ? {} : { kmsKeyId }) });
  // cdktf 0.21 has no type for Terraform 1.10's lock file.
  s3.addOverride('use_lockfile', true);
  if (roleArn !== undefined) s3.addOverride('assume_role', { role_arn: roleArn });
}

/**
 * Declares where the stack's state lies. It always says so: without a backend cdktf writes a local one with an absolute
 * path, and the output would differ from machine to machine.
 */
export function addBackend(stack: TerraformStack, backend: Backend, organization: string, stackName: string): void {
  const key = stateKey(organization, stackName);
  switch (backend.kind) {
    case 'local':
      // Terraform runs in <output>/stacks/<stack>: three levels up is beside the output folder.
      new LocalBackend(stack, { path: `../../../${backend.directory ?? 'terraform.state'}/${key}` });
      return;
    case 's3':
      addS3Backend(stack, backend, key);
      return;
    case 'cloud':
      addCloudFile(stack, backend, stackName);
  }
}
