import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BackupFailed, makeBackup } from '../backup/make-backup.ts';
import { readConfig } from '../config/read-config.ts';
import { openDatabase } from '../db/open-database.ts';
import { systemNow } from '../compose.ts';
import { cliText } from './cli-text.ts';
import { UsageError, type Command } from './command.ts';

/** Copies the data folder into another while the service runs; the key goes elsewhere. */
export const backupCommand: Command = {
  name: 'backup',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { keys: { type: 'string' } },
    });
    const [target] = positionals;
    if (target === undefined || values.keys === undefined) throw new UsageError(cliText('cli.backup_usage'));
    const config = readConfig();
    const file = path.join(config.dataFolder, 'fieldstone.db');
    if (!existsSync(file)) throw new UsageError(cliText('cli.no_database', { file }));
    const secretFile = path.join(config.dataFolder, 'secret.key');
    const db = openDatabase(file);
    try {
      const folder = await makeBackup({
        db,
        now: systemNow(),
        repositories: config.repositories.flatMap((one) => (one.kind === 'local' ? [one.folder] : [])),
        secretFile: config.secretKey === undefined && existsSync(secretFile) ? secretFile : undefined,
        target,
        keysTarget: values.keys,
      });
      io.say(cliText('cli.backed_up', { folder }));
      return 0;
    } catch (error) {
      if (!(error instanceof BackupFailed)) throw error;
      io.complain(cliText(`cli.backup_${error.reason}`, { folder: target, why: error.message }));
      return 1;
    } finally {
      db.$client.close();
    }
  },
};
