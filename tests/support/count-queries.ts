import Database from 'better-sqlite3';

const runs = ['get', 'all', 'run', 'iterate'] as const;
type Runs = Record<(typeof runs)[number], (...values: unknown[]) => unknown>;

/** How many statements a piece of work runs, on whatever connection, prepared before or not. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const memory = new Database(':memory:');
  const statements = Object.getPrototypeOf(memory.prepare('select 1')) as Runs;
  memory.close();
  const kept = { ...Object.fromEntries(runs.map((name) => [name, statements[name]])) } as Runs;
  let count = 0;
  for (const name of runs)
    statements[name] = function counted(this: unknown, ...values: unknown[]): unknown {
      count += 1;
      return kept[name].apply(this, values);
    };
  try {
    await work();
  } finally {
    Object.assign(statements, kept);
  }
  return count;
}
