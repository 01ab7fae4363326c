/** One thing that the program can be asked to do from a terminal. */
export interface Command {
  readonly name: string;
  /** Runs it with the words after its name; the number is the exit code. */
  run(args: readonly string[], io: Terminal): Promise<number>;
}

/** Where a command speaks; a test listens there. */
export interface Terminal {
  say(line: string): void;
  complain(line: string): void;
}

/** The command was called in a way that it does not understand; the message says how it is called. */
export class UsageError extends Error {}
