import { parseArgs } from 'node:util';

export interface Options {
  readonly sizes: readonly number[];
  /** Ids of operations; empty for all. */
  readonly only: readonly string[];
  /** How long each operation is asked at each number of connections. */
  readonly seconds: number;
  readonly connections: readonly number[];
  /** One line of JSON is added to this file. */
  readonly json: string | undefined;
  /** Says for each operation which functions it spends its time in. */
  readonly profile: boolean;
}

export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      only: { type: 'string', default: '' },
      seconds: { type: 'string', default: '2' },
      connections: { type: 'string', default: '1,16,64' },
      json: { type: 'string' },
      profile: { type: 'boolean', default: false },
    },
  });
  return {
    sizes: numbers(values.sizes),
    only: values.only.split(',').filter((id) => id !== ''),
    seconds: Number(values.seconds),
    connections: numbers(values.connections),
    json: values.json,
    profile: values.profile,
  };
}

const numbers = (list: string): number[] => list.split(',').map(Number);
