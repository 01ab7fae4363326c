import type { Service } from '../../src/compose.ts';
import type { ModuleDefinition } from '../../src/domain/module/definition.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { bulkInsert, type Insert } from './bulk-insert.ts';
import { HistoryChain } from './history-chain.ts';
import { Dice } from './seeded-random.ts';
import { reviewersFor } from './spread.ts';
import { Texts } from './texts.ts';

/** Same seed, same database (but for its instants, which lie before the moment of seeding). */
export const SEED = 20_261_125;

/** Everything that makes rows. */
export interface Seeds {
  readonly service: Pick<Service, 'db' | 'web'>;
  readonly module: ModuleDefinition;
  readonly insert: Insert;
  readonly chain: HistoryChain;
  readonly dice: Dice;
  readonly texts: Texts;
  readonly now: Date;
  readonly reviewers: readonly PersonId[];
}

export function makeSeeds(service: Service, cases: number, more = 0): Seeds {
  const module = service.registry.all()[0];
  if (module === undefined) throw new Error('The example module cannot be read');
  const dice = new Dice(SEED + more);
  const insert = bulkInsert(service.db);
  const end = service.db.$client.prepare('select n, hash from history order by n desc limit 1').get();
  return {
    service,
    module,
    insert,
    chain: new HistoryChain(insert, end as { n: number; hash: string } | undefined),
    dice,
    texts: new Texts(module, dice),
    now: new Date(),
    reviewers: Array.from({ length: reviewersFor(cases) }, (_, index) => `reviewer-${String(index)}` as PersonId),
  };
}

const DAY_MS = 86_400_000;

/** An instant so many days before now, or after it when negative. */
export const daysAgo = ({ now }: Pick<Seeds, 'now'>, days: number): string =>
  new Date(now.getTime() - days * DAY_MS).toISOString();
