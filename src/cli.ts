import type { Command, Terminal } from './cli/command.ts';
import { UsageError } from './cli/command.ts';
import { cliText } from './cli/cli-text.ts';
import { StartFailure } from './config/start-failures.ts';

/** Each is loaded only when it is called: a text is checked without waiting for a database or a server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./cli/serve-command.ts')).serveCommand,
  migrate: async () => (await import('./cli/migrate-command.ts')).migrateCommand,
  people: async () => (await import('./cli/people-command.ts')).peopleCommand,
  rehearse: async () => (await import('./cli/rehearse-command.ts')).rehearseCommand,
  backup: async () => (await import('./cli/backup-command.ts')).backupCommand,
  restore: async () => (await import('./cli/restore-command.ts')).restoreCommand,
  verify: async () => (await import('./cli/verify-command.ts')).verifyCommand,
  doctor: async () => (await import('./cli/doctor-command.ts')).doctorCommand,
  'check-text': async () => (await import('./cli/check-text-command.ts')).checkTextCommand,
};

const terminal: Terminal = {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
};

/** Runs the command that the first word names; anything that can be expected to go wrong is one plain sentence. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined || args.includes('--help')) {
    terminal.say(cliText('cli.help'));
    return name === undefined || name === '--help' || name === 'help' || load !== undefined ? 0 : 1;
  }
  try {
    const command = await load();
    return await command.run(args, terminal);
  } catch (error) {
    const expected = error instanceof StartFailure || error instanceof UsageError || isBadOption(error);
    if (!expected) throw error;
    terminal.complain(error instanceof Error ? error.message : '');
    return error instanceof StartFailure ? error.exitCode : 1;
  }
}

const isBadOption = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

process.exitCode = await main(process.argv.slice(2));
