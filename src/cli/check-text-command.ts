import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { findIdentifiers } from '../domain/safety/identifiers.ts';
import { cliText } from './cli-text.ts';
import { UsageError, type Command } from './command.ts';

const STANDARD_INPUT = '-';
const MOST_BYTES = 10_000_000;
const USED_WRONGLY = 2;

/**
 * Prints what in a text may identify a person, as JSON: `[{type, excerpt, start, end}]`. `start` and `end` count UTF-16
 * code units of the text as it was read (UTF-8; a byte order mark counts as one). Needs no data folder, no settings
 * and no running service. Exit code: 0 if nothing is found, 1 if anything is, 2 with one sentence if it cannot be read.
 */
export const checkTextCommand: Command = {
  name: 'check-text',
  run: async (args, io) => {
    try {
      const findings = findIdentifiers(await readText(args));
      io.say(JSON.stringify(findings));
      return findings.length === 0 ? 0 : 1;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.complain(error.message);
      return USED_WRONGLY;
    }
  },
};

async function readText(args: readonly string[]): Promise<string> {
  const [file, ...others] = args;
  const isOption = file !== STANDARD_INPUT && file?.startsWith('-') === true;
  if (file === undefined || others.length > 0 || isOption) throw new UsageError(cliText('cli.check_text_usage'));
  const bytes = await readBytes(file === STANDARD_INPUT ? process.stdin : createReadStream(file), file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(cliText('cli.check_text_not_utf8', { file }));
  }
}

async function readBytes(stream: Readable, file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_BYTES) break;
    }
  } catch {
    throw new UsageError(cliText('cli.check_text_unreadable', { file }));
  }
  if (size > MOST_BYTES) throw new UsageError(cliText('cli.check_text_too_long', { file, most: MOST_BYTES / 1e6 }));
  return Buffer.concat(chunks);
}
