import { Agent, request as call, type IncomingMessage, type ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
import type { FromIdentity, IdentitySettings, Person, ToIdentity } from './protocol.ts';

export const IDENTITY_PATH = '/_local/oidc';

export type IdentityOptions = IdentitySettings & {
  /** Who the sign-in page offers, read each time it is shown. */
  people: () => Promise<readonly Person[]>;
  report: (message: string) => void;
};

/** The identity provider behind `/_local/oidc`. */
export type Identity = {
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  close: () => Promise<void>;
};

/** Starts the provider in a thread and passes requests on to it, host and all. */
export async function startIdentity({ people, report, ...settings }: IdentityOptions): Promise<Identity> {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: settings,
    execArgv: [],
    env: {},
  });
  const agent = new Agent({ keepAlive: true });
  thread.on('error', (error) => report(`Identity provider: ${error.message}`));
  const port = await new Promise<number>((resolve, reject) => {
    thread.once('error', reject);
    thread.on('message', async (message: FromIdentity) => {
      if (message.kind === 'listening') return resolve(message.port);
      const answer: ToIdentity = { kind: 'people', id: message.id, people: await people().catch(() => []) };
      thread.postMessage(answer);
    });
  });
  thread.unref();

  return {
    handle: (request, response) => {
      const { method, url: path, headers } = request;
      const proto = { 'x-forwarded-proto': 'http', 'x-forwarded-host': headers.host ?? '' };
      const onward = call(
        { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...proto } },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      onward.on('error', () => response.headersSent || response.writeHead(502).end());
      request.pipe(onward);
    },
    close: async () => {
      agent.destroy();
      await thread.terminate();
    },
  };
}
