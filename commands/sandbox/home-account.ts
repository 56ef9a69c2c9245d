import { randomUUID } from 'node:crypto';
import { request } from 'node:http';

/** A pair of access keys. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A pair with the token of a session. */
interface Session extends Credentials {
  readonly sessionToken?: string;
}

/**
 * Keys of a user in `accountId`: a session of a role there (the emulator asks for no role to exist) makes the user.
 * The session's own keys would do for Terraform, but a home account has users, not sessions.
 */
export async function openHomeAccount(port: number, accountId: string): Promise<Credentials> {
  const anybody: Session = { accessKeyId: 'test', secretAccessKey: 'test' };
  const role = { RoleArn: `arn:aws:iam::${accountId}:role/bootstrap`, RoleSessionName: 'bootstrap' };
  const session = await call(port, anybody, 'sts', '2011-06-15', { Action: 'AssumeRole', ...role });
  const inAccount: Session = { ...keys(session), sessionToken: element(session, 'SessionToken') };
  const UserName = `bootstrap-${randomUUID()}`;
  await call(port, inAccount, 'iam', '2010-05-08', { Action: 'CreateUser', UserName });
  return keys(await call(port, inAccount, 'iam', '2010-05-08', { Action: 'CreateAccessKey', UserName }));
}

function keys(xml: string): Credentials {
  return { accessKeyId: element(xml, 'AccessKeyId'), secretAccessKey: element(xml, 'SecretAccessKey') };
}

function element(xml: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  if (found === undefined) throw new Error(`the emulator answered without ${name}: ${xml}`);
  return found;
}

/** One call of AWS's query protocol through the proxy. The emulator finds the account by the key and checks no signature. */
function call(port: number, by: Session, service: string, version: string, parameters: Record<string, string>): Promise<string> {
  const host = `${service}.amazonaws.com`;
  const headers = {
    Host: host,
    'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    Authorization: `AWS4-HMAC-SHA256 Credential=${by.accessKeyId}/20250101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    ...(by.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': by.sessionToken }),
  };
  const body = new URLSearchParams({ ...parameters, Version: version }).toString();
  return new Promise((resolve, reject) => {
    // The proxy closes each connection without saying so beforehand: no agent may keep one for the next call.
    const sent = request(
      { host: '127.0.0.1', port, method: 'POST', path: `http://${host}/`, headers, agent: false },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.once('end', () =>
          answer.statusCode === 200 ? resolve(text) : reject(new Error(`the emulator refused ${service}: ${text}`)),
        );
      },
    );
    sent.once('error', reject).end(body);
  });
}
