/* eslint-disable @typescript-eslint/unbound-method -- each is called with the object that it belongs to */
/**
 * Loaded into the service before the program: counts the moments around everything that leaves a trace, and kills the
 * process at the one it was told. The program knows nothing of it.
 */
import childProcess from 'node:child_process';
import fs from 'node:fs/promises';
import http from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import Database from 'better-sqlite3';

const names: string[] = [];
let dieAt = 0;
let isArmed = false;

function point(name: string): void {
  if (!isArmed) return;
  names.push(name);
  if (names.length !== dieAt) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal takes this thread at the end of the call; nothing more of the program may run until then.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

process.on('message', (word: { arm?: number; ask?: boolean }) => {
  if (word.arm !== undefined) {
    names.length = 0;
    dieAt = word.arm;
    isArmed = true;
    process.send?.({ armed: true });
  }
  if (word.ask === true) process.send?.({ passed: names });
});
process.channel?.unref();

type Run = (...words: unknown[]) => unknown;
type Transaction = Run & Record<'default' | 'deferred' | 'immediate' | 'exclusive', Run>;

/** The outermost transaction alone commits; those inside it are savepoints. */
function aroundTransactions(): void {
  const make = Database.prototype.transaction as unknown as (this: Database.Database, body: Run) => Transaction;
  const kinds = ['default', 'deferred', 'immediate', 'exclusive'] as const;
  const around = function (this: Database.Database, body: Run): Transaction {
    let depth = 0;
    const inner = make.call(this, (...words: unknown[]) => {
      const answer = body(...words);
      if (depth === 0) point('before commit');
      return answer;
    });
    const whole = Object.fromEntries(
      kinds.map((kind) => [
        kind,
        (...words: unknown[]) => {
          const isInside = this.inTransaction;
          depth = isInside ? 1 : 0;
          const answer = inner[kind](...words);
          if (!isInside) point('after commit');
          return answer;
        },
      ]),
    ) as unknown as Transaction;
    return Object.assign((...words: unknown[]) => whole.default(...words), whole);
  };
  Object.assign(Database.prototype, { transaction: around });
}

/** Commits that are written as statements of their own. */
function aroundStatements(): void {
  const isCommit = (sql: string): boolean => /^\s*(?:commit|end)\b/iu.test(sql);
  const { exec, prepare } = Database.prototype;
  Database.prototype.exec = function (sql) {
    if (!isCommit(sql)) return exec.call(this, sql);
    point('before commit');
    const answer = exec.call(this, sql);
    point('after commit');
    return answer;
  };
  const preparing = function (this: Database.Database, sql: string): unknown {
    const statement = prepare.call(this, sql);
    if (!isCommit(sql)) return statement;
    const run = statement.run.bind(statement) as Run;
    return Object.assign(statement, {
      run: (...words: unknown[]) => {
        point('before commit');
        const answer = run(...words);
        point('after commit');
        return answer;
      },
    });
  };
  Object.assign(Database.prototype, { prepare: preparing });
}

/** Of answers, those to what was posted. */
function aroundAnswers(): void {
  const { end } = http.ServerResponse.prototype;
  const around = function (this: http.ServerResponse, ...words: unknown[]): unknown {
    if (this.req.method !== 'POST') return (end as Run).apply(this, words);
    point('before answer');
    this.once('finish', () => {
      point('after answer');
    });
    return (end as Run).apply(this, words);
  };
  Object.assign(http.ServerResponse.prototype, { end: around });
}

function aroundGit(): void {
  const { execFile } = childProcess;
  const around = (file: string, words: string[], options: object, done: Run): unknown => {
    const what = words.find((word) => /^[a-z]/u.test(word) && !word.includes('=')) ?? '';
    point(`before git ${what}`);
    return execFile(file, words, options, (...answer: unknown[]) => {
      point(`after git ${what}`);
      done(...answer);
    });
  };
  Object.assign(childProcess, { execFile: around });
}

function aroundRenames(): void {
  const { rename } = fs;
  fs.rename = async (from, to) => {
    point('before rename');
    await rename(from, to);
    point('after rename');
  };
}

/** The hand-over of a letter to a mail server. */
function aroundLetters(): void {
  const Connection = createRequire(import.meta.url)('nodemailer/lib/smtp-connection') as { prototype: { send: Run } };
  const { send } = Connection.prototype;
  Connection.prototype.send = function (envelope: unknown, message: unknown, done: unknown): unknown {
    point('before letter');
    return send.call(this, envelope, message, (...answer: unknown[]) => {
      point('after letter');
      (done as Run)(...answer);
    });
  };
}

aroundTransactions();
aroundStatements();
aroundAnswers();
aroundGit();
aroundRenames();
aroundLetters();
syncBuiltinESMExports();
