import type { Server } from 'node:http';
import { platformAnswer, type Request, type Response } from './api/message.ts';
import { serve } from './edge/server.ts';
import { IDENTITY_PATH, type Identity } from './identity/identity.ts';

/** The portal's one address. It is taken first, as everything else is told its origin. */
export type Front = {
  server: Server;
  /** From now on requests are answered; before it they hear that the portal is starting. */
  open: (identity: Identity, handle: (request: Request) => Promise<Response>) => void;
};

const STARTING = platformAnswer(503, 'The portal is starting.');

export function createFront(now: () => Date, report: (message: string) => void): Front {
  let identity: Identity | undefined;
  let handle: (request: Request) => Promise<Response> = async () => STARTING;
  const server = serve({
    now,
    handle: (request) => handle(request),
    onError: (error) => report(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    intercept: (request, response) => {
      const path = request.url ?? '';
      if (!identity || (path !== IDENTITY_PATH && !path.startsWith(`${IDENTITY_PATH}/`))) return false;
      identity.handle(request, response);
      return true;
    },
  });
  return {
    server,
    open: (provider, handler) => {
      identity = provider;
      handle = handler;
    },
  };
}
