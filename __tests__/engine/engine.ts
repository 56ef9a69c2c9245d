import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { makeServerCertificate } from './certificate-authority';
import { HostedObjects } from './protocol/hosted-objects';
import { Router } from './protocol/router';
import { configurationRoutes } from './routes/configuration-routes';
import { organizationRoutes } from './routes/organization-routes';
import { planRoutes } from './routes/plan-routes';
import { policyRoutes } from './routes/policy-routes';
import { queueRun, runRoutes } from './routes/run-routes';
import { stateRoutes } from './routes/state-routes';
import { workspaceRoutes } from './routes/workspace-routes';
import { EngineServer, type SeenRequest } from './server';
import type { Executor } from './runs/executor';
import type { PolicyOutcome } from './runs/policy';
import { RunLife } from './runs/run-life';
import { TerraformExecutor } from './runs/terraform-executor';
import { World } from './runs/world';

/** How an engine is started. */
export interface EngineOptions {
  /** Its certificates and the files of its runs go there; whoever names it removes it. */
  readonly directory: string;
  /**
   * What the engine's own Terraform sees beside PATH and HOME: the emulator, the CLI configuration.
   * @default - nothing
   */
  readonly environment?: NodeJS.ProcessEnv;
  /** Who plans and applies. @default - real Terraform */
  readonly executor?: Executor;
}

/** A server that real Terraform's `cloud` block takes for HCP Terraform, and that runs real Terraform on what it is sent. */
export interface Engine {
  /** With its port, as `hostname` in a `cloud` block takes it. */
  readonly host: string;
  readonly token: string;
  readonly organization: string;
  /** The certificate authority to trust. */
  readonly authorityFile: string;
  /** What a Terraform needs that speaks to this engine: its token, and whom to trust. */
  readonly environmentForTerraform: NodeJS.ProcessEnv;
  /** Every request that came. */
  readonly seen: readonly SeenRequest[];
  readonly world: World;
  /** Lets requests that look so go wrong. */
  readonly disturb: EngineServer['disturbances']['add'];
  /** Holds runs that begin from now on against policies of these outcomes. */
  readonly judgeBy: (policies: readonly PolicyOutcome[]) => void;
  /** Cancels all runs, ends every Terraform, closes the server. */
  readonly stop: () => Promise<void>;
}

const ORGANIZATION = 'acme';

/** Starts an engine on a free port of this machine. */
export async function startEngine({ directory, environment = {}, executor }: EngineOptions): Promise<Engine> {
  mkdirSync(directory, { recursive: true });
  const certificate = makeServerCertificate(join(directory, 'certificates'), ['localhost', 'engine.example.com']);
  // Of the form of real ones, which scanners know; this one opens nothing but this engine.
  const token = `engineOfTheTests.atlasv1.${'t'.repeat(60)}`;
  const worker = executor ?? new TerraformExecutor(environment);
  const world = new World(ORGANIZATION, directory, worker);
  const host = (): string => `localhost:${String(server.port)}`;
  const hosted = new HostedObjects(() => `https://${host()}`);
  const life = new RunLife(world, hosted);
  const router = new Router(
    hosted.routes,
    organizationRoutes(world),
    workspaceRoutes(world),
    stateRoutes(world, hosted),
    configurationRoutes(world, hosted, (version) => queueRun(world, life, version)),
    runRoutes(world, life),
    planRoutes(world, hosted),
    policyRoutes(world),
  );
  const server = new EngineServer(certificate, token, router);
  await server.listen();
  return {
    host: host(),
    token,
    organization: ORGANIZATION,
    authorityFile: certificate.authorityFile,
    environmentForTerraform: { SSL_CERT_FILE: certificate.authorityFile, [`TF_TOKEN_${host()}`]: token },
    seen: server.seen,
    world,
    disturb: (...fault) => server.disturbances.add(...fault),
    judgeBy: (policies) => (world.policies = policies),
    stop: async () => {
      await life.stop();
      worker.stop?.();
      await server.stop();
    },
  };
}
