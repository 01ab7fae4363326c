import { botOn } from '../bot.ts';
import { runGit } from './run-git.ts';

/** What the local forge remembers of a change. It survives the branch. */
export interface ChangeRecord {
  readonly number: number;
  readonly branch: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** The commit that the service made. */
  readonly head: string;
  /** Where the branch left the default branch. */
  readonly base: string;
  readonly mergeCommit?: string;
  readonly title: string;
  readonly body: string;
  readonly key: string;
  readonly day: string;
}

/** A record with the name of the object it was read from, which a write must still find. */
export interface StoredRecord {
  readonly record: ChangeRecord;
  readonly object: string;
}

const CHANGES = 'refs/fieldstone/changes/';
const NUMBERS = 'refs/fieldstone/numbers/';
export const ABSENT = '0'.repeat(40);

export const recordRef = (branch: string): string => CHANGES + branch;
export const numberRef = (number: number): string => NUMBERS + String(number);

/**
 * Writes a record as an annotated tag on the head: one object that carries the record and keeps the commit alive
 * when the branch is gone. No ref names it yet.
 */
export async function writeRecord(gitDir: string, record: ChangeRecord, signal: AbortSignal): Promise<string> {
  const tag = [
    `object ${record.head}`,
    'type commit',
    `tag ${record.branch}`,
    `tagger ${botOn(record.day)}`,
    '',
    `${JSON.stringify(record)}\n`,
  ].join('\n');
  const { stdout } = await runGit(gitDir, { args: ['mktag'], input: tag, signal });
  return stdout.toString('utf8').trim();
}

export async function readRecord(
  gitDir: string,
  branch: string,
  signal: AbortSignal,
): Promise<StoredRecord | undefined> {
  return (await readRecords(gitDir, recordRef(branch), signal)).find((stored) => stored.record.branch === branch);
}

/** Every record below a ref, in the order of their numbers. */
export async function readRecords(
  gitDir: string,
  below: string,
  signal: AbortSignal,
): Promise<readonly StoredRecord[]> {
  const { stdout } = await runGit(gitDir, {
    args: ['for-each-ref', '--format=%(objectname) %(contents:subject)', below],
    signal,
  });
  const lines = stdout
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map(parseLine).sort((a, b) => a.record.number - b.record.number);
}

export function readAllRecords(gitDir: string, signal: AbortSignal): Promise<readonly StoredRecord[]> {
  return readRecords(gitDir, CHANGES, signal);
}

/** The next number that no change has or had; numbers are given out once. */
export async function nextNumber(gitDir: string, signal: AbortSignal): Promise<number> {
  const { stdout } = await runGit(gitDir, { args: ['for-each-ref', '--format=%(refname:lstrip=3)', NUMBERS], signal });
  const given = stdout.toString('utf8').split('\n').map(Number);
  return Math.max(0, ...given) + 1;
}

function parseLine(line: string): StoredRecord {
  const cut = line.indexOf(' ');
  return { object: line.slice(0, cut), record: JSON.parse(line.slice(cut + 1)) as ChangeRecord };
}
