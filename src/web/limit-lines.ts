import type { Server } from 'node:http';

/** A slow line must be able to finish a page; a silent one must not hold a place for ever. */
const LINE_LIMITS = {
  headersTimeout: 20_000,
  requestTimeout: 30 * 60_000,
  keepAliveTimeout: 15_000,
  maxConnections: 1000,
};

/** How long a line may take, in milliseconds, and how many there may be; a test gives shorter ones. */
export function limitLines(server: Server, limits: Partial<typeof LINE_LIMITS> = {}): void {
  Object.assign(server, LINE_LIMITS, limits);
}
