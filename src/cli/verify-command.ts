import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compareWithBackup } from '../backup/compare-with-backup.ts';
import { readConfig } from '../config/read-config.ts';
import { databaseFaults } from '../db/check-database.ts';
import { verifyHistory } from '../db/history-store.ts';
import { openDatabase, type Db } from '../db/open-database.ts';
import { cliText } from './cli-text.ts';
import type { Command, Terminal } from './command.ts';

/**
 * Checks the whole database and the chain of the history, and holds it against a backup where one is named. May run
 * beside a running service.
 */
export const verifyCommand: Command = {
  name: 'verify',
  run: (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { against: { type: 'string' } } });
    const file = path.join(readConfig().dataFolder, 'fieldstone.db');
    if (!existsSync(file)) {
      io.complain(cliText('cli.no_database', { file }));
      return Promise.resolve(1);
    }
    const db = openDatabase(file);
    try {
      const agrees = values.against === undefined || verifyAgainst(db, values.against, io);
      const isSound = verifyAlone(db, io, agrees);
      return Promise.resolve(isSound && agrees ? 0 : 1);
    } finally {
      db.$client.close();
    }
  },
};

/** Says that all is well only where nothing outside says otherwise. */
function verifyAlone(db: Db, io: Terminal, agrees: boolean): boolean {
  const faults = databaseFaults(db);
  const chain = verifyHistory(db);
  for (const fault of faults) io.complain(cliText('cli.database_fault', { fault }));
  if (chain.brokenAt !== undefined) io.complain(cliText('cli.chain_broken', { row: chain.brokenAt }));
  const isSound = faults.length === 0 && chain.brokenAt === undefined;
  if (isSound && agrees) io.say(cliText('cli.sound', { rows: chain.rows, head: chain.head }));
  return isSound;
}

function verifyAgainst(db: Db, folder: string, io: Terminal): boolean {
  const compared = compareWithBackup(db, folder);
  if (compared.kind === 'no_backup') {
    io.complain(cliText('cli.restore_not_a_backup', { folder }));
    return false;
  }
  const { historyRows: rows, madeAt } = compared.mark;
  const sentence = cliText(`cli.mark_${compared.kind}`, { rows, madeAt });
  if (compared.kind === 'holds') io.say(sentence);
  else io.complain(sentence);
  return compared.kind === 'holds';
}
