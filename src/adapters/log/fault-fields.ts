/** What a log may keep of a fault. */
interface FaultFields {
  readonly error: string;
  readonly code?: string;
  readonly message: string;
  readonly at: readonly string[];
  readonly cause?: FaultFields;
}

/** Kinds whose message quotes what somebody typed: a parser shows the input, a failed statement its parameters. */
const quoting = /^(?:SyntaxError|URIError|DrizzleQueryError)$/u;
const address = /[^\s<>"',;]+@[^\s<>"',;]+/gu;
/** A mail server that refuses a letter may quote the link in it, which opens a case. */
const link = /\bhttps?:\/\/[^\s<>"']+/giu;

/** Reads a fault for the log without anything that may come from a person; five causes deep at most. */
export function faultFields(error: unknown, depth = 5): FaultFields {
  if (!(error instanceof Error)) return { error: typeof error, message: '', at: [] };
  const kind = error.constructor.name === 'Error' ? error.name : error.constructor.name;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    error: kind,
    ...(code === undefined ? {} : { code }),
    message: quoting.test(kind)
      ? ''
      : error.message.replace(link, '[link]').replace(address, '[address]').slice(0, 500),
    at: stackOf(error),
    ...(error.cause === undefined || depth === 0 ? {} : { cause: faultFields(error.cause, depth - 1) }),
  };
}

/** The frames alone: the lines before them repeat the message. */
function stackOf(error: Error): string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return frames.slice(0, 12).map((line) => line.trim());
}
