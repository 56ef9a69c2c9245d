import { LocalBackend, S3Backend, type TerraformBackend, type TerraformStack } from 'cdktf';

/** Where a stack's state lies. */
export type Backend =
  | {
      readonly kind: 'local';
      /** Folder of the state files, seen from the folder that holds the output folder. @default terraform.state */
      readonly directory?: string;
    }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      readonly region: string;
      /** @default - the bucket's own encryption */
      readonly kmsKeyId?: string;
    };

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
  const { bucket, region, kmsKeyId } = backend;
  const s3 = new S3Backend(stack, { bucket, region, key, encrypt: true, ...(kmsKeyId === undefined ? {} : { kmsKeyId }) });
  // cdktf 0.21 has no type for Terraform 1.10's lock file.
  s3.addOverride('use_lockfile', true);
  return s3;
}
