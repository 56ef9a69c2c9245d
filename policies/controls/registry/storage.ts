import { resources, rules } from '../answers';
import { catalogue } from '../catalogue';
import type { Control } from '../control';

/** Buckets. */
export const storage: readonly Control[] = [
  {
    id: 's3-encryption',
    title: 'Buckets are encrypted',
    ids: catalogue('2.1.1 - - -'),
    answers: [...rules('storage/encryption'), ...resources('aws_s3_bucket_server_side_encryption_configuration')],
  },
  {
    id: 's3-tls-only',
    title: 'Buckets refuse plain HTTP',
    ids: catalogue('2.1.2 2.1.1 2.1.1 3.1.1', 'S3.5'),
    answers: rules('storage/tls-only'),
  },
  {
    id: 's3-mfa-delete',
    title: 'Buckets ask for MFA to delete',
    ids: catalogue('2.1.3 2.1.2 2.1.2 3.1.2', 'S3.20'),
    answers: [],
    open: 'only the root user can set it; Object Lock keeps the archive instead',
    seenTo: 'people',
  },
  {
    id: 's3-classification',
    title: 'Data in buckets is classified',
    ids: catalogue('2.1.4 2.1.3 2.1.3 3.1.3'),
    answers: [],
    open: 'aws_macie2_account is not made yet',
  },
  {
    id: 's3-block-public-access',
    title: 'Buckets block public access',
    ids: catalogue('2.1.5 2.1.4 2.1.4 3.1.4', 'S3.1 S3.8'),
    answers: [...rules('storage/block-public-access'), ...resources('aws_s3_bucket_public_access_block')],
  },
  {
    id: 's3-versioning',
    title: 'Buckets keep versions',
    ids: catalogue('', 'S3.14'),
    answers: rules('storage/versioning'),
  },
  {
    id: 's3-access-logging',
    title: 'Access to buckets is logged',
    ids: catalogue('', 'S3.9'),
    answers: rules('storage/access-logging'),
  },
  {
    id: 's3-lifecycle',
    title: 'Objects have a lifecycle',
    ids: catalogue('', 'S3.10 S3.13'),
    answers: rules('storage/lifecycle'),
  },
  {
    id: 's3-object-lock',
    title: 'Objects are locked',
    ids: catalogue('', 'S3.15'),
    answers: rules('storage/object-lock'),
  },
  {
    id: 's3-no-acl',
    title: 'Access is not given by ACL',
    ids: catalogue('', 'S3.12'),
    answers: [...rules('storage/no-acl'), ...resources('aws_s3_bucket_ownership_controls')],
  },
  {
    id: 's3-kms',
    title: 'Buckets are encrypted by a key of the account',
    ids: catalogue('', 'S3.17'),
    answers: rules('storage/encryption-by-key'),
  },
];
