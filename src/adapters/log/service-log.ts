import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { faultFields } from './fault-fields.ts';

/** One answer, named by the pattern of its route: the address itself may hold a receipt or a token. */
interface Answer {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly reference?: string;
}

/** What the service says about itself. Nothing in it may come from a person. */
export interface ServiceLog {
  fault(reference: string, error: unknown): void;
  answered(entry: Answer): void;
  jobFailed(kind: string, error: unknown): void;
  /** A fact about the service itself, such as its start or its end. */
  said(fact: string): void;
}

/** Writes a line of JSON an event. A line is built from named fields, so nothing slips in with an object. */
export function serviceLog(level: string, destination?: DestinationStream): ServiceLog {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  return overLogger(destination === undefined ? pino(options) : pino(options, destination));
}

function overLogger(log: Logger): ServiceLog {
  return {
    fault: (reference, error) => {
      log.error({ reference, ...faultFields(error) }, 'fault');
    },
    answered: ({ method, route, status, ms, reference }) => {
      log.info({ method, route, status, ms, ...(reference === undefined ? {} : { reference }) }, 'answered');
    },
    jobFailed: (kind, error) => {
      log.warn({ kind, ...faultFields(error) }, 'job failed');
    },
    said: (fact) => {
      log.info(fact);
    },
  };
}
