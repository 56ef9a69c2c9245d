import { LocalBackend, S3Backend, type TerraformBackend, type TerraformStack } from 'cdktf';

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
export type Backend = LocalState | S3State;

/** The state's key: fixed from the first day, since moving it means moving state. */
export function stateKey(organization: string, stack: string): string {
  return `${organization}/${stack}.tfstate`;
}

/**
 * Declares the stack's backend. There is always one: without it cdktf writes a local one with an absolute path, and the
 * output would differ from machine to machine.
 */
export function addBackend(stack: TerraformStack, backend: Backend, organization: string, stackName: string): TerraformBackend {
  const key = stateKey(organization, stackName);
  if (backend.kind === 'local') {
    // Terraform runs in <output>/stacks/<stack>: three levels up is beside the output folder.
    return new LocalBackend(stack, { path: `../../../${backend.directory ?? 'terraform.state'}/${key}` });
  }
  const { bucket, region, kmsKeyId, roleArn } = backend;
  const s3 = new S3Backend(stack, { bucket, region, key, encrypt: true, ...(kmsKeyId === undefined ? {} : { kmsKeyId }) });
  // cdktf 0.21 has no type for Terraform 1.10's lock file.
  s3.addOverride('use_lockfile', true);
  if (roleArn !== undefined) s3.addOverride('assume_role', { role_arn: roleArn });
  return s3;
}
