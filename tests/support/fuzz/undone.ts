import type { Express } from 'express';
import type { Service } from '../../../src/compose.ts';
import { inTransaction } from '../../../src/db/in-transaction.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Write } from '../../../src/usecases/unit.ts';
import { createApp } from '../../../src/web/app.ts';

const stillAt = (now: Date): Clock => ({ now: () => now });

/**
 * The pages of a service on one connection whose writes can be undone together: within `during` each request reads what
 * the ones before it wrote, and afterwards nothing of it ever was. The service's own worker must have been stopped.
 */
export class Undone {
  readonly app: Express;
  readonly write: Write;
  readonly #service: Service;

  /** Without a clock of the test's time stands still. */
  constructor(service: Service, clock: Clock = stillAt(service.web.clock.now())) {
    this.#service = service;
    const { random, keys, modules } = service.web;
    this.write = (work) =>
      new Promise((resolve) => {
        resolve(inTransaction(service.db, (tx) => work({ tx, clock, random, keys, modules })));
      });
    const lookNow = () => Promise.resolve();
    this.app = createApp({ ...service.web, write: this.write, lookNow, clock }, 'public');
  }

  /** Transactions within are savepoints of this one. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const { $client } = this.#service.db;
    $client.exec('begin immediate');
    try {
      return await work();
    } finally {
      $client.exec('rollback');
    }
  }

  /** Whether any row of any table holds this text, as it is or inside JSON. */
  holds(text: string): boolean {
    const { $client } = this.#service.db;
    const within = JSON.stringify(text).slice(1, -1);
    return this.#columns().some(({ table, columns }) => {
      const any = columns.map((column) => `instr("${column}", :text) or instr("${column}", :within)`).join(' or ');
      return $client.prepare(`select 1 from "${table}" where ${any} limit 1`).get({ text, within }) !== undefined;
    });
  }

  #known: { table: string; columns: string[] }[] | undefined;

  #columns(): { table: string; columns: string[] }[] {
    const { $client } = this.#service.db;
    const tables = $client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
    this.#known ??= tables.map((table) => ({
      table,
      columns: $client.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[],
    }));
    return this.#known;
  }
}
