import Database from 'better-sqlite3';
import path from 'node:path';

/** A table of texts in a file of its own; each call is one commit that survives a power cut. */
export function openBareTable(folder: string): (text: string) => void {
  const client = new Database(path.join(folder, `floor-${String(process.pid)}.db`));
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.exec('create table if not exists texts (n integer primary key, text text not null) strict');
  const insert = client.prepare('insert into texts (text) values (?)');
  return (text) => {
    insert.run(text);
  };
}
