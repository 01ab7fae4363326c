import { execFile } from 'node:child_process';
import { env } from 'node:process';
import { ForgeRefused, ForgeUnavailable } from '../../../domain/publication/forge-faults.ts';

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitCall {
  readonly args: readonly string[];
  readonly signal: AbortSignal;
  readonly input?: string | Buffer;
  /** Exit codes that are an answer, not a fault; 0 always is. */
  readonly answers?: readonly number[];
}

const TIMEOUT_MS = 30_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Nothing of the machine's or the user's settings may change what git does here, and no hook of the repository
 * runs. Everything is flushed to disk before a ref names it, so that a power cut leaves no ref without its object.
 */
const SETTINGS = {
  'core.hooksPath': '/dev/null',
  'core.fsync': 'all',
  'core.filesRefLockTimeout': '5000',
  'core.packedRefsTimeout': '5000',
  'gc.auto': '0',
  'core.quotePath': 'false',
};
const SETTING_ARGS = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** The search path is the one thing taken over: it says where git is, not what the service does. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: env['PATH'],
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

/** Runs git on one bare repository, without a shell. Throws `ForgeUnavailable` or `ForgeRefused`. */
export function runGit(gitDir: string, call: GitCall): Promise<GitAnswer> {
  const args = [...SETTING_ARGS, `--git-dir=${gitDir}`, ...call.args];
  const options = {
    encoding: 'buffer',
    env: gitEnvironment(),
    signal: call.signal,
    timeout: TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      const words = stderr.toString('utf8');
      if (code === 0 || (typeof code === 'number' && call.answers?.includes(code) === true)) {
        resolve({ code, stdout, stderr: words });
      } else {
        reject(faultOf(call.args[0] ?? '', words, error));
      }
    });
    // git may end before it has read everything; its exit code says why, the broken pipe does not.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(call.input ?? '');
  });
}

function faultOf(command: string, stderr: string, cause: unknown): Error {
  const doing = `git ${command}: ${stderr.split('\n', 1)[0] ?? ''}`;
  const lasting = /not a git repository|Not a valid object name|bad object|unknown option/iu.test(stderr);
  return lasting ? new ForgeRefused(doing, { cause }) : new ForgeUnavailable(doing, { cause });
}
