import { type IncomingMessage, createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { inspect } from 'node:util';

import { Token, tokenOf } from '../../../commands/upload/api/token';
import { UploadWorld } from './upload-world';

// Each has an engine with certificates of its own.
jest.setTimeout(30_000);

let world: UploadWorld;
beforeEach(async () => {
  world = await UploadWorld.open();
});
afterEach(() => world.close());

describe('the token', () => {
  const of = (env: NodeJS.ProcessEnv, host = 'tfe.my-firm.example.com'): string =>
    tokenOf(host, { HOME: world.folder, ...env }).reveal();
  const login = (host: string): void => {
    world.write({ '.terraform.d/credentials.tfrc.json': JSON.stringify({ credentials: { [host]: { token: 'from-login' } } }) });
  };

  it.each([
    ['TF_TOKEN_tfe_my__firm_example_com'],
    ['TF_TOKEN_tfe_my-firm_example_com'],
    ['TF_TOKEN_tfe.my-firm.example.com'],
    ['TF_TOKEN_TFE_My__Firm_example_com'],
  ])('is that of %s before any other', (name) => {
    login('tfe.my-firm.example.com');

    expect(of({ [name]: 'of-the-host', TFE_TOKEN: 'general' })).toBe('of-the-host');
  });

  it('is TFE_TOKEN where the variable of another host stands beside it, before that of terraform login', () => {
    login('tfe.my-firm.example.com');

    expect(of({ TF_TOKEN_app_terraform_io: 'of-another', TFE_TOKEN: 'general' })).toBe('general');
  });

  it('is what terraform login kept for the host, in whatever spelling', () => {
    login('TFE.My-Firm.example.com:443');

    expect(of({})).toBe('from-login');
  });

  it('of a host in another script is found by its name in ASCII', () => {
    expect(of({ TF_TOKEN_xn____caf__dma_fr: 'of-the-host' }, 'xn--caf-dma.fr')).toBe('of-the-host');
  });

  it('is shown by no inspection and no JSON', () => {
    const token = new Token('secret-word');

    expect(inspect(token, { showHidden: true, depth: 5 }) + JSON.stringify({ token })).not.toContain('secret-word');
  });

  it('stands in nothing that is said, whatever goes wrong, and goes to no address beside the API', async () => {
    const folder = world.stack('dev');
    world.executor.script = { good: false, says: `Error: Bearer ${world.engine.token}` };
    const said = [
      await world.run([folder]),
      await world.run([folder, '--json']),
      await world.run([folder], {}, true),
      await world.run([folder], { HTTPS_PROXY: `http://user:${world.engine.token}@127.0.0.1:1` }),
      await world.run([folder, '--organization', world.engine.token.slice(0, 40)]),
      await world.run([folder], { TFE_TOKEN: `${world.engine.token}\n` }),
      await world.run([folder, '--message', world.engine.token, '--run', world.engine.token]),
    ];

    expect(said.map(({ status }) => status)).toEqual([3, 3, 3, 3, 2, 2, 2]);
    expect(said[0]!.stderr).toContain('Error: Bearer ***');
    expect(JSON.stringify(said)).not.toContain(world.engine.token);
    const beside = world.engine.seen.filter(({ request }) => !request.includes('/api/v2/'));
    expect(beside.length).toBeGreaterThan(4);
    expect(beside.filter(({ hadToken }) => hadToken)).toEqual([]);
  });
});

describe('the connection', () => {
  const OFF = 'NODE_TLS_REJECT_UNAUTHORIZED';
  afterEach(() => {
    delete process.env[OFF];
  });

  it.each([['1'], ['0']])(
    'to a host that nobody vouches for is refused, with NODE_TLS_REJECT_UNAUTHORIZED=%s too',
    async (value) => {
      process.env[OFF] = value;
      const { status, stderr } = await world.run([world.stack('dev')], { SSL_CERT_FILE: '' });

      expect(status).toBe(3);
      expect(stderr).toMatch(/^localhost:\d+: the connection is not safe or not possible, got UNABLE_TO_VERIFY_LEAF_SIGNATURE: /);
      expect(stderr).toContain(
        '; where the host has an authority of its own, name its certificate in NODE_EXTRA_CA_CERTS or SSL_CERT_FILE [LZ-UPLOAD-21]\n',
      );
      expect(world.engine.seen).toEqual([]);
    },
  );

  it('to a host of another name than its certificate says is refused', async () => {
    const host = world.engine.host.replace('localhost', 'localhost.localdomain');
    const { stderr } = await world.run([world.stack('dev'), '--hostname', host], { HTTPS_PROXY: '' });

    expect(stderr).toMatch(/\[LZ-UPLOAD-2[01]\]/);
    expect(world.engine.seen).toEqual([]);
  });

  describe('with a proxy', () => {
    let proxy: Server;
    const asked: { readonly host: string; readonly authorization: string | undefined }[] = [];
    const sockets = new Set<Socket>();
    const url = (): string => `http://user:word@127.0.0.1:${String((proxy.address() as AddressInfo).port)}`;

    beforeEach(async () => {
      asked.length = 0;
      const port = Number(world.engine.host.split(':')[1]);
      proxy = createServer().on('connect', (call: IncomingMessage, socket: Socket) => {
        asked.push({ host: call.url ?? '', authorization: call.headers['proxy-authorization'] });
        const through = connect(port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
          socket.pipe(through).pipe(socket);
        });
        for (const each of [socket, through]) sockets.add(each.on('error', () => each.destroy()));
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    });
    afterEach(async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    });

    it('goes through it, to a host that this machine itself does not know', async () => {
      const { status } = await world.run([world.stack('dev'), '--hostname', 'engine.example.com'], { HTTPS_PROXY: url() });

      // The engine hands out addresses of its own name, which go the same way.
      expect(new Set(asked.map(({ host }) => host))).toEqual(new Set(['engine.example.com:443', world.engine.host]));
      expect(asked[0]!.authorization).toBe(`Basic ${Buffer.from('user:word').toString('base64')}`);
      expect(status).toBe(0);
    });

    it('is as safe through it: a host that nobody vouches for is refused', async () => {
      process.env[OFF] = '0';
      const env = { HTTPS_PROXY: url(), SSL_CERT_FILE: '' };
      const { stderr } = await world.run([world.stack('dev'), '--hostname', 'engine.example.com'], env);

      expect(stderr).toContain(
        'engine.example.com: the connection is not safe or not possible, got UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      );
      expect(world.engine.seen).toEqual([]);
    });

    it('goes past it to a host of NO_PROXY', async () => {
      const { status } = await world.run([world.stack('dev')], { HTTPS_PROXY: url(), NO_PROXY: 'localhost' });

      expect({ status, asked }).toEqual({ status: 0, asked: [] });
    });
  });
});
