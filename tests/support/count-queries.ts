import type { World } from './world.ts';

/** How many statements a piece of work prepares; each page's reads are prepared anew. */
export async function countQueries(world: World, work: () => Promise<unknown>): Promise<number> {
  const client = (world.service.db as unknown as { $client: { prepare: (sql: string) => unknown } }).$client;
  const { prepare } = client;
  let count = 0;
  client.prepare = function counted(sql: string): unknown {
    count += 1;
    return prepare.call(client, sql);
  };
  try {
    await work();
  } finally {
    client.prepare = prepare;
  }
  return count;
}
