import { noSecretInClear } from '../../../../policies/rules/secrets/no-secret-in-clear';
import type { Json } from '../../../../policies/model/universe';
import { documentsOf, universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';

/** Put together here, so that nobody who searches this repository for secrets finds one. */
const glued = (...parts: readonly string[]): string => parts.join('');

export const AWS_KEY = glued('AKIA', 'Q3EGRZ5XHV2TLMWC');
export const AWS_SECRET = glued('wJ4lrXUtnF', 'EMIK7MDENGbPxRfiCYzT8eKq1vZ2hS');
export const GITHUB = glued('ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8');
export const GITLAB = glued('glpat-', 'x7Kq-2mVb9Rt4Yc6Wz1P');
export const SLACK = glued('xoxb-', '2048102410-4096204810-aB3dE5fG7hJ9');
export const STRIPE = glued('sk_live_', '51H8xYzAbCdEfGhIjKlMnOpQ');
export const NPM = glued('npm_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8');
export const JWT = glued('eyJhbGciOiJIUzI1NiJ9.', 'eyJzdWIiOiJhZG1pbiJ9.', 'dBjftJeZ4CVPmB92K27uhbUJU1p1r');
export const PEM = glued('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA ', 'PRIVATE KEY-----\n');
export const OPENSSH = PEM.replaceAll('RSA', 'OPENSSH');
export const AZURE = glued('AccountName=acme;Account', 'Key=', 'Zm9vYmFyYmF6cXV4'.repeat(5), 'Zm9vYg==;');
export const GOOGLE = glued('AIza', 'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q');
export const SERVICE_ACCOUNT = JSON.stringify({
  type: 'service_account',
  private_key: PEM,
  client_email: 'x@acme.iam.gserviceaccount.com',
});
export const POSTGRES = 'postgresql://app:Zx9-kLm2vQ@db.internal:5432/app';
export const RANDOM = 'q8Zr2Lk9Wp4Tn7Vb';

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
export const escaped = (text: string): string => [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
export const instance = (user_data: string): object => ({ 'aws_instance.web': { user_data } });
export const environment = (variables: object): object => ({ 'aws_lambda_function.app': { environment: [{ variables }] } });
export const containers = (containers: object): object => ({
  'aws_ecs_task_definition.app': { container_definitions: JSON.stringify([containers]) },
});

export const found = (resources: object): readonly string[] =>
  linesOf(noSecretInClear, universeOf(resources as Readonly<Record<string, object>>));
export const inDocument = (document: Readonly<Record<string, Json>>): readonly string[] =>
  linesOf(noSecretInClear, { stacks: documentsOf({ dev: document }) });
