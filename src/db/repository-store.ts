import { eq } from 'drizzle-orm';
import type { Reader, Tx } from './in-transaction.ts';
import { repositories } from './schema/index.ts';

export interface KnownRepository {
  readonly number: number;
  readonly head: string;
}

/** The repository that a name led to when it was last seen; undefined when it never was. */
export function knownRepository(reader: Reader, key: string): KnownRepository | undefined {
  const { number, head } = repositories;
  return reader.select({ number, head }).from(repositories).where(eq(repositories.key, key)).get();
}

export function keepRepository(tx: Tx, key: string, known: KnownRepository): void {
  tx.insert(repositories)
    .values({ key, ...known })
    .onConflictDoUpdate({ target: repositories.key, set: known })
    .run();
}
