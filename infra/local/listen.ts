import type { Server } from 'node:http';

/**
 * Listens on loopback only: nobody else on the network reaches a portal without passwords. Answers the port
 * (a free one for 0); throws a sentence when it is taken.
 */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? busy(port) : error),
    );
    server.listen({ port, host: '127.0.0.1' }, resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return address.port;
}

/** Ends a server at once: open connections are of no use to anybody any more. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function busy(port: number): Error {
  return new Error(
    `Port ${port} is taken. Stop the program that uses it, or choose another port: PORT=${port + 100} npm start`,
  );
}
