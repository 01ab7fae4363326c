/** Reads single rows by a prepared statement of drizzle for `SECONDS`; writes one JSON line about it. */
import Database from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import path from 'node:path';

const ROWS = 10_000;
const LOOK_EVERY = 1000;

const texts = sqliteTable('texts', { n: integer().primaryKey(), text: text().notNull() });
const client = new Database(path.join(process.env['FOLDER'] ?? '.', 'reads.db'));
client.exec('create table texts (n integer primary key, text text not null) strict');
client.exec(
  `with recursive each(n) as (select 1 union all select n + 1 from each where n < ${ROWS})
   insert into texts select n, hex(randomblob(100)) from each`,
);
const read = drizzle(client)
  .select()
  .from(texts)
  .where(eq(texts.n, sql.placeholder('n')))
  .prepare();

const before = process.cpuUsage();
const started = performance.now();
const until = started + Number(process.env['SECONDS']) * 1000;
let done = 0;
while (performance.now() < until) {
  for (let n = 0; n < LOOK_EVERY; n += 1) read.get({ n: ((done + n) % ROWS) + 1 });
  done += LOOK_EVERY;
}
const { user, system } = process.cpuUsage(before);
const figures = { perSecond: done / ((performance.now() - started) / 1000), cpu: (user + system) / 1000 / done };
console.log(JSON.stringify(figures));
