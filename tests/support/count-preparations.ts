import Database from 'better-sqlite3';

type Prepare = (this: unknown, sql: string) => unknown;

/** The statements that a piece of work prepares, on whatever connection. */
export async function preparations(work: () => Promise<unknown>): Promise<string[]> {
  const connection = Database.prototype as { prepare: Prepare };
  const { prepare } = connection;
  const prepared: string[] = [];
  connection.prepare = function counted(sql): unknown {
    prepared.push(sql);
    return prepare.call(this, sql);
  };
  try {
    await work();
  } finally {
    connection.prepare = prepare;
  }
  return prepared;
}
