import type { Command, Terminal } from './cli/command.ts';
import { UsageError } from './cli/command.ts';
import { backupCommand } from './cli/backup-command.ts';
import { cliText } from './cli/cli-text.ts';
import { doctorCommand } from './cli/doctor-command.ts';
import { migrateCommand } from './cli/migrate-command.ts';
import { peopleCommand } from './cli/people-command.ts';
import { rehearseCommand } from './cli/rehearse-command.ts';
import { restoreCommand } from './cli/restore-command.ts';
import { serveCommand } from './cli/serve-command.ts';
import { verifyCommand } from './cli/verify-command.ts';
import { StartFailure } from './config/start-failures.ts';

const commands: readonly Command[] = [
  serveCommand,
  migrateCommand,
  peopleCommand,
  rehearseCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  doctorCommand,
];

const terminal: Terminal = {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
};

/** Runs the command that the first word names; anything that can be expected to go wrong is one plain sentence. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = commands.find((one) => one.name === name);
  if (command === undefined || args.includes('--help')) {
    terminal.say(cliText('cli.help'));
    return name === undefined || name === '--help' || name === 'help' || command !== undefined ? 0 : 1;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    const expected = error instanceof StartFailure || error instanceof UsageError || isBadOption(error);
    if (!expected) throw error;
    terminal.complain(error instanceof Error ? error.message : '');
    return 1;
  }
}

const isBadOption = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

process.exitCode = await main(process.argv.slice(2));
