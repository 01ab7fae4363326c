import path from 'node:path';
import { prepareDataFolder } from '../config/data-folder.ts';
import { readConfig } from '../config/read-config.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { closeDatabase, openDatabase } from '../db/open-database.ts';
import { cliText } from './cli-text.ts';
import type { Command } from './command.ts';

/** Brings the database to this version's schema and ends; `serve` does the same at its start. */
export const migrateCommand: Command = {
  name: 'migrate',
  run: (_args, io) => {
    const { dataFolder } = readConfig();
    prepareDataFolder(dataFolder);
    const db = openDatabase(path.join(dataFolder, 'fieldstone.db'));
    try {
      const { applied } = migrateDatabase(db);
      io.say(cliText('cli.migrated', { count: applied }));
    } finally {
      closeDatabase(db);
    }
    return Promise.resolve(0);
  },
};
