import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../config/read-config.ts';
import { databaseFaults } from '../db/check-database.ts';
import { verifyHistory } from '../db/history-store.ts';
import { openDatabase } from '../db/open-database.ts';
import { cliText } from './cli-text.ts';
import type { Command } from './command.ts';

/** Checks the whole database and the chain of the history; may run beside a running service. */
export const verifyCommand: Command = {
  name: 'verify',
  run: (_args, io) => {
    const file = path.join(readConfig().dataFolder, 'fieldstone.db');
    if (!existsSync(file)) {
      io.complain(cliText('cli.no_database', { file }));
      return Promise.resolve(1);
    }
    const db = openDatabase(file);
    try {
      const faults = databaseFaults(db);
      const chain = verifyHistory(db);
      for (const fault of faults) io.complain(cliText('cli.database_fault', { fault }));
      if (chain.brokenAt !== undefined) io.complain(cliText('cli.chain_broken', { row: chain.brokenAt }));
      const sound = faults.length === 0 && chain.brokenAt === undefined;
      if (sound) io.say(cliText('cli.sound', { rows: chain.rows, head: chain.head }));
      return Promise.resolve(sound ? 0 : 1);
    } finally {
      db.$client.close();
    }
  },
};
