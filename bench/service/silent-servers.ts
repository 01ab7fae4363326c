import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';

export interface SilentServer {
  readonly port: number;
  close(): void;
}

/**
 * A mail server that takes every connection and says nothing. Letters queue up behind the first, as they should, and
 * the work of handing them over is not counted with the requests.
 */
export const silentMail = (): Promise<SilentServer> => listening(createServer());

/** A forge that keeps everybody waiting and then has an error to tell. */
export const slowForge = (seconds: number): Promise<SilentServer> =>
  listening(
    createHttpServer((_req, res) => {
      setTimeout(() => {
        res.writeHead(503).end();
      }, seconds * 1000);
    }),
  );

async function listening(server: Server): Promise<SilentServer> {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
