import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { lastLines } from './child';
import { openHomeAccount, type Credentials } from './home-account';
import { OperationError } from '../../modules/core/operation-error';

type Process = ChildProcessByStdio<Writable, Readable, Readable>;

/** The first line of `emulator.py proxy`. */
interface Announcement {
  readonly port: number;
  readonly certificateAuthority: string;
  readonly corrections: readonly string[];
}

/** What starting an emulator needs. */
export interface EmulatorOptions {
  /** The directory that holds emulator/emulator.py. */
  readonly root: string;
  /** The interpreter that `ensureEnvironment` answers. */
  readonly python: string;
}

const START_SECONDS = 60;

/** An AWS of its own on 127.0.0.1, gone with this process. */
export class Emulator {
  readonly port: number;
  /** The names of the corrections in use. */
  readonly corrections: readonly string[];
  readonly #certificateAuthority: string;
  readonly #process: Process;

  private constructor(process: Process, announcement: Announcement) {
    this.#process = process;
    this.port = announcement.port;
    this.corrections = announcement.corrections;
    this.#certificateAuthority = announcement.certificateAuthority;
  }

  /**
   * Starts an emulator on a free port and waits until it answers.
   * @throws OperationError LZ-SANDBOX-4 when it doesn't
   */
  static async start(options: EmulatorOptions): Promise<Emulator> {
    const script = join(options.root, 'emulator', 'emulator.py');
    // Tied: it ends when its standard input closes, so even with a parent that SIGKILL ended.
    const child = spawn(options.python, [script, 'proxy', '--port', '0', '--tied'], {
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    try {
      return new Emulator(child, await announcement(child));
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** The variables that make AWS clients of a child process speak to this emulator. */
  clientEnvironment(credentials: Credentials): NodeJS.ProcessEnv {
    const proxy = `http://127.0.0.1:${this.port}`;
    return {
      HTTPS_PROXY: proxy,
      HTTP_PROXY: proxy,
      AWS_CA_BUNDLE: this.#certificateAuthority,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: 'true',
      // A dead or failing emulator stays so; the default of 25 attempts takes minutes to find out.
      AWS_MAX_ATTEMPTS: '3',
    };
  }

  /** Credentials of an administrator in `accountId`, from which roles in all other accounts can be assumed. */
  homeCredentials(accountId: string): Promise<Credentials> {
    return openHomeAccount(this.port, accountId);
  }

  /** Forgets every resource, home credentials included. */
  reset(): Promise<void> {
    return this.#order('reset');
  }

  /**
   * Whether calls are judged by the policies of whoever makes them, boundaries and session policies. Of a request it knows
   * next to no condition keys. Until told so, everything is allowed.
   */
  enforceIam(on: boolean): Promise<void> {
    // The number of calls that are still answered to anybody.
    return this.#order('reset-auth', on ? '0' : 'inf');
  }

  /** What the emulator takes beside the calls of AWS. */
  #order(name: string, body = ''): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { Host: `localhost:${this.port}`, 'Content-Type': 'text/plain', 'Content-Length': body.length };
      const target = { host: '127.0.0.1', port: this.port, method: 'POST', path: `/moto-api/${name}` };
      const call = request({ ...target, headers, agent: false }, (answer) => {
        answer
          .resume()
          .once('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`the emulator took no ${name}`))));
      });
      call.once('error', reject).end(body);
    });
  }

  /** Ends the emulator; a second call does nothing. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 3000);
    await gone;
    clearTimeout(timer);
  }
}

function announcement(child: Process): Promise<Announcement> {
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words = lastLines(words + text, 40)));
  return new Promise((resolve, reject) => {
    const fail = (problem: string): void => {
      clearTimeout(timer);
      reject(
        new OperationError({
          subject: 'emulator',
          problem: `${problem}:\n${words}\n`,
          remedy: 'see its words above; it needs openssl on the PATH, and .emulator/ can be deleted to have it made anew',
          code: 'LZ-SANDBOX-4',
        }),
      );
    };
    const timer = setTimeout(() => fail(`didn't answer within ${START_SECONDS} s`), START_SECONDS * 1000);
    child.once('error', (error) => fail(error.message));
    child.once('close', (code) => fail(`ended with exit code ${String(code)}`));
    createInterface(child.stdout).once('line', (line) => {
      clearTimeout(timer);
      child.removeAllListeners('close');
      resolve(JSON.parse(line) as Announcement);
    });
  });
}
