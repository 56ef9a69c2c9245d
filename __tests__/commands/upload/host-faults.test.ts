import { UploadWorld } from './upload-world';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { makeServerCertificate, type ServerCertificate } from '../../engine/certificate-authority';

// Each has an engine with certificates of its own.
jest.setTimeout(30_000);

/** A host that answers each path with what is written for it. */
class OddHost {
  readonly answers = new Map<string, readonly [status: number, body: string]>();
  readonly tokens: string[] = [];
  readonly #server: Server;

  constructor(certificate: ServerCertificate) {
    this.#server = createServer(certificate, (request, response) => {
      const path = (request.url ?? '').replace(/\?.*/, '');
      if (request.headers.authorization !== undefined) this.tokens.push(path);
      const [status, body] = this.answers.get(path) ?? [404, ''];
      response.writeHead(status).end(body);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `localhost:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const DISCOVERY = '/.well-known/terraform.json';
const WORKSPACE = '/api/v2/organizations/acme/workspaces/dev';

let world: UploadWorld;
let odd: OddHost;
let host: string;
beforeAll(async () => {
  world = await UploadWorld.open();
  world.stack('dev');
  odd = new OddHost(makeServerCertificate(join(world.folder, 'odd'), ['localhost']));
  host = await odd.listen();
});
afterAll(async () => {
  await odd.stop();
  await world.close();
});
beforeEach(() => {
  odd.answers.clear();
  odd.tokens.length = 0;
  odd.answers.set(DISCOVERY, [200, '{"tfe.v2":"/api/v2"}']);
});

const upload = () =>
  world.run([join(world.folder, 'dev'), '--hostname', host], { SSL_CERT_FILE: join(world.folder, 'odd/authority.pem') });

const stranger = (subject: string): string =>
  `${subject}: ${host} doesn't answer as HCP Terraform does; name the host of an HCP Terraform, a Terraform Enterprise or an engine that speaks their API [LZ-UPLOAD-26]\n`;

describe('a host', () => {
  it.each([
    ['no JSON', 'Welcome to the shop'],
    ['no such service', '{"modules.v1":"/modules/"}'],
    ['a service of another host', '{"tfe.v2":"https://elsewhere.example.com/api/v2/"}'],
    ['a service without TLS', '{"tfe.v2":"http://localhost/api/v2/"}'],
  ])('whose discovery tells %s is refused and gets no token', async (_, body) => {
    odd.answers.set(DISCOVERY, [200, body]);

    expect(await upload()).toEqual({ status: 3, stdout: '', stderr: stranger(host) });
    expect(odd.tokens).toEqual([]);
  });

  it('that answers the API with a page of HTML is refused', async () => {
    odd.answers.set(WORKSPACE, [200, '<html></html>']);

    expect((await upload()).stderr).toBe(stranger('workspace acme/dev'));
  });

  it('that forbids is told in its own words, made harmless', async () => {
    odd.answers.set(WORKSPACE, [403, JSON.stringify({ errors: [{ title: 'forbidden', detail: 'Not \u001b[2Jyou' }] })]);
    const { status, stderr } = await upload();

    expect(status).toBe(3);
    expect(stderr).toBe(
      `workspace acme/dev: ${host} refuses it, got 403 "Not \\u001b[2Jyou"; see what the host says; rights are given to the team or user of the token [LZ-UPLOAD-25]\n`,
    );
  });

  it("that can't use the upload is told with its reason", async () => {
    const resource = (id: string, attributes: object): readonly [number, string] => [
      200,
      JSON.stringify({ data: { id, attributes } }),
    ];
    odd.answers.set(WORKSPACE, resource('ws-1', {}));
    odd.answers.set('/api/v2/workspaces/ws-1/configuration-versions', resource('cv-1', { 'upload-url': `https://${host}/put` }));
    odd.answers.set('/put', [200, '']);
    odd.answers.set('/api/v2/configuration-versions/cv-1', resource('cv-1', { status: 'errored', 'error-message': 'too large' }));

    expect((await upload()).stderr).toContain(
      "configuration version cv-1: the host can't use the upload, got too large; see whether the folder holds a stack, and whether the host takes an upload of its size [LZ-UPLOAD-29]",
    );
    expect(odd.tokens).not.toContain('/put');
  });

  it('that has a plan without its JSON is told', async () => {
    const data = (id: string, attributes: object, relationships = {}): readonly [number, string] => [
      200,
      JSON.stringify({ data: { id, attributes, relationships } }),
    ];
    const to = (id: string): object => ({ data: { id } });
    odd.answers.set(WORKSPACE, data('ws-1', {}));
    odd.answers.set(
      '/api/v2/runs/run-1',
      data('run-1', { status: 'planned_and_finished' }, { workspace: to('ws-1'), plan: to('plan-1') }),
    );
    odd.answers.set('/api/v2/plans/plan-1', data('plan-1', {}));
    odd.answers.set('/api/v2/plans/plan-1/json-output', [204, '']);
    const args = [join(world.folder, 'dev'), '--hostname', host, '--run', 'run-1', '--plan-out', join(world.folder, 'plan.json')];
    const { status, stderr } = await world.run(args, { SSL_CERT_FILE: join(world.folder, 'odd/authority.pem') });

    expect(status).toBe(3);
    expect(stderr).toContain(
      "the JSON of the plan: it isn't there; take the run up again a little later, by --run; run run-1 is left as it is",
    );
    expect(stderr).toContain('[LZ-UPLOAD-28]');
  });

  it('whose run belongs to another workspace is refused', async () => {
    odd.answers.set(WORKSPACE, [200, '{"data":{"id":"ws-1","attributes":{}}}']);
    odd.answers.set('/api/v2/runs/run-1', [200, '{"data":{"id":"run-1","attributes":{}}}']);
    const args = [join(world.folder, 'dev'), '--hostname', host, '--run', 'run-1'];
    const { stderr } = await world.run(args, { SSL_CERT_FILE: join(world.folder, 'odd/authority.pem') });

    expect(stderr).toContain(
      'run run-1: it belongs to another workspace than acme/dev; name the stack that it was begun for [LZ-UPLOAD-30]',
    );
  });
});
