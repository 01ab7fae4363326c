import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from '../backup/restore-backup.ts';
import { prepareDataFolder } from '../config/data-folder.ts';
import { readConfig } from '../config/read-config.ts';
import { FolderTaken } from '../config/start-failures.ts';
import { lockDataFolder } from '../db/data-lock.ts';
import { cliText } from './cli-text.ts';
import { UsageError, type Command } from './command.ts';

/** Puts a backup into an empty data folder. */
export const restoreCommand: Command = {
  name: 'restore',
  run: (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string' } },
    });
    const [from] = positionals;
    if (from === undefined) throw new UsageError(cliText('cli.restore_usage'));
    const { dataFolder, secretKey } = readConfig();
    prepareDataFolder(dataFolder);
    const lock = lockDataFolder(dataFolder);
    if (lock === undefined) throw new FolderTaken(dataFolder);
    try {
      const restored = restoreBackup(from, values.key, dataFolder);
      if (restored.kind === 'restored') {
        io.say(cliText('cli.restored', { rows: restored.rows, folder: dataFolder }));
        const hasKey = secretKey !== undefined || existsSync(path.join(dataFolder, 'secret.key'));
        if (!hasKey) io.complain(cliText('cli.restored_without_key'));
      } else if (restored.kind === 'unsound') io.complain(cliText('cli.restore_unsound', { why: restored.why }));
      else
        io.complain(
          cliText(`cli.restore_${restored.kind}`, { folder: restored.kind === 'occupied' ? dataFolder : from }),
        );
      return Promise.resolve(restored.kind === 'restored' ? 0 : 1);
    } finally {
      lock.release();
    }
  },
};
