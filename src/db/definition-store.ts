import { and, eq } from 'drizzle-orm';
import type { ModuleId } from '../domain/ids.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { Reader, Tx } from './in-transaction.ts';
import { insertsInto } from './row-writes.ts';
import { definitions } from './schema/index.ts';
import { statement, type Given } from './statement.ts';

const insertDefinition = insertsInto(definitions, (insert) => insert.onConflictDoNothing());

/** Keeps a definition that something may be pinned to; the same commit again changes nothing. */
export function keepDefinition(tx: Tx, definition: ModuleDefinition, readAt: string): void {
  insertDefinition(tx, { module: definition.id, commit: definition.commit, definition, readAt });
}

const ofCommit = statement((reader, { module, commit }: Given<{ module: ModuleId; commit: string }>) =>
  reader
    .select({ definition: definitions.definition })
    .from(definitions)
    .where(and(eq(definitions.module, module), eq(definitions.commit, commit))),
);

/** The definition that a version or a round is pinned to. Throws when it is gone, which the foreign rows forbid. */
export function pinnedDefinition(reader: Reader, module: ModuleId, commit: string): ModuleDefinition {
  const key = `${module}@${commit}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const row = ofCommit(reader).get({ module, commit });
  if (row === undefined) throw new Error(`The definition of ${module} at ${commit} is not in the database`);
  cache.set(key, row.definition);
  return row.definition;
}

/** Definitions are immutable by commit, and large: read each once. */
const cache = new Map<string, ModuleDefinition>();

/** The definitions last read of each module, to start with when a repository cannot be reached. */
export function latestDefinitions(reader: Reader): ModuleDefinition[] {
  const rows = reader.select().from(definitions).orderBy(definitions.readAt).all();
  return [...new Map(rows.map((row) => [row.module, row.definition])).values()];
}
