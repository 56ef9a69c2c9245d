import { RANDOM, base64, instance, environment, containers, found } from './secrets';

describe('finds nothing in', () => {
  it.each<[string, object]>([
    ['a reference', environment({ DB_PASSWORD: '${random_password.db.result}' })],
    ['a variable', environment({ DB_PASSWORD: '${var.db_password}' })],
    [
      'a part that is read at apply',
      environment({ DB_PASSWORD: '${jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"]}' }),
    ],
    ['a connection string of references', environment({ URL: 'postgresql://${var.user}:${random_password.db.result}@db/app' })],
    ['a connection string of the shell', environment({ URL: 'postgresql://app:$PASSWORD@db/app' })],
    ['a connection string that is a form', environment({ URL: 'postgresql://user:<password>@db/app' })],
    ['a URL with a port', environment({ URL: 'https://api.acme.example:8443/v1@2' })],
    ['an image of a registry', environment({ IMAGE: 'docker://ghcr.io/acme/app@sha256:0a1b2c' })],
    ['the ARN of a secret', environment({ SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:prod/db-Ab12Cd' })],
    [
      'the ARN of a secret by another name',
      environment({ DB_PASSWORD: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:prod/db-Ab12Cd' }),
    ],
    [
      'what a container takes from a secret',
      containers({ secrets: [{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:111111111111:parameter/db/password-1' }] }),
    ],
    ['the path of a parameter', environment({ DB_PASSWORD: '/prod/db/password' })],
    ['a reference of CloudFormation', environment({ DB_PASSWORD: '{{resolve:secretsmanager:prod/db1:SecretString:password}}' })],
    ['the alias of a key', { 'aws_ssm_parameter.db': { name: '/db', key_id: 'alias/aws/ssm', type: 'SecureString' } }],
    ['the name of a secret', environment({ SECRET_NAME: 'prod-db-1-Ab12Cd34' })],
    ['the id of an access key as AWS documents it', environment({ KEY: `AKIAIOSFODNN7EXAMPLE` })],
    ['a placeholder', environment({ DB_PASSWORD: 'CHANGE_ME' })],
    ['a placeholder in angle brackets', environment({ API_TOKEN: '<your-token-1234>' })],
    ['words', environment({ TOKEN: 'kubernetes-service-account' })],
    ['words in camel case', environment({ apiToken: 'useTheDefaultProvider' })],
    ['a switch', environment({ RESET_PASSWORD: 'false', TOKEN: 'disabled' })],
    ['a number', environment({ TOKEN: '86400000000' })],
    [
      'the length of a password',
      { 'aws_iam_account_password_policy.all': { minimum_password_length: 14, password_reuse_prevention: 24 } },
    ],
    [
      'a sentence',
      { 'aws_iam_policy.p': { description: 'The password protects what the token opens: see https://acme.example/token' } },
    ],
    ['the hash of code', { 'aws_lambda_function.app': { source_code_hash: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' } }],
    [
      'the hash of an object',
      { 'aws_s3_object.o': { etag: 'd41d8cd98f00b204e9800998ecf8427e', checksum_sha256: base64(RANDOM.repeat(2)) } },
    ],
    ['a zip in base64', { 'aws_lambda_function.app': { zip: `UEsDBBQAAAAIAA${base64(RANDOM.repeat(9))}` } }],
    [
      'what KMS encrypted',
      { 'aws_lambda_function.app': { environment: [{ variables: { DB_PASSWORD: `AQICAHh${base64(RANDOM.repeat(5))}` } }] } },
    ],
    ['a public key', { 'aws_key_pair.k': { public_key: `ssh-rsa ${base64(RANDOM.repeat(12))} ops@acme.example` } }],
    [
      'a public key in PEM',
      {
        'aws_cloudfront_public_key.k': {
          encoded_key: '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0B\n-----END PUBLIC KEY-----\n',
        },
      },
    ],
    [
      'a certificate',
      {
        'aws_iam_server_certificate.c': {
          certificate_body: '-----BEGIN CERTIFICATE-----\nMIIDXTCCAkWgAwIBAgIJ\n-----END CERTIFICATE-----\n',
        },
      },
    ],
    [
      'a certificate in base64',
      {
        'aws_eks_cluster.c': {
          certificate_authority: [
            { data: base64('-----BEGIN CERTIFICATE-----\nMIIDXTCCAkWgAwIBAgIJ\n-----END CERTIFICATE-----\n') },
          ],
        },
      },
    ],
    [
      'a policy of secrets',
      {
        'aws_iam_policy.p': {
          policy: JSON.stringify({
            Statement: [
              {
                Action: ['secretsmanager:GetSecretValue'],
                Resource: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:prod/db-Ab12Cd',
                Condition: { StringEquals: { 'aws:RequestTag/token': 'a1b2-c3d4' } },
              },
            ],
          }).replace('aws:RequestTag/token', 'aws:RequestTag/team'),
        },
      },
    ],
    ['identifiers of resources', { 'aws_instance.web': { subnet_id: 'subnet-0a1b2c3d4e5f60718', ami: 'ami-0a1b2c3d4e5f60718' } }],
    ['a UUID', { 'aws_kms_alias.k': { target_key_id: '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9' } }],
    [
      'an assignment from a command',
      instance(
        'TOKEN=$(curl -s -X PUT http://169.254.169.254/latest/api/token)\nPASSWORD="$(aws ssm get-parameter --name /db/password1)"\n',
      ),
    ],
    [
      'an assignment from the environment',
      instance('password = os.environ["DB_PASSWORD"]\nexport TOKEN=${SERVICE_TOKEN}\n'.replaceAll('${', '$${')),
    ],
    ['a call of a function', instance('password = getPasswordFromVault()\n')],
    ['an option that asks', instance('mysql --password --host db.internal.acme.example\n')],
    ['a file of a key', environment({ PRIVATE_KEY: '/etc/ssl/private/server.key', API_TOKEN: 'credentials1.json' })],
    ['a key of PGP by name', { 'aws_iam_access_key.k': { user: 'ci', pgp_key: 'keybase:acme_ops' } }],
    [
      'a metadata option',
      { 'aws_instance.web': { metadata_options: [{ http_tokens: 'required', http_put_response_hop_limit: 1 }] } },
    ],
    ['a choice between references', environment({ DB_PASSWORD: '${var.own != "" ? var.own : random_password.db.result}' })],
    [
      'a dictionary of variables',
      environment({ TOKEN_ENDPOINT: 'https://login.acme.example/oauth2/token', OAUTH_TOKEN_URL: 'https://x1.acme.example/t' }),
    ],
    [
      'what two rules of their own ask for',
      {
        'aws_db_instance.main': { password: 'Zx9kLm2vQ' },
        'aws_ssm_parameter.db': { name: '/a', type: 'SecureString', value: 'Zx9kLm2vQ' },
      },
    ],
  ])('%s', (_, resources) => {
    expect(found(resources)).toEqual([]);
  });
});
