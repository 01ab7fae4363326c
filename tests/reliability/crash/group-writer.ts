/** A process of its own that asks for several writes in one turn of the event loop, and says which were answered. */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { openDatabase } from '../../../src/db/open-database.ts';
import { people } from '../../../src/db/schema/index.ts';
import { groupedWrites } from '../../../src/db/write.ts';
import type { PersonId } from '../../../src/domain/ids.ts';

const [, , file = '', manner = ''] = process.argv;
const WRITERS = 6;
const THROWS = 2;
const write = groupedWrites(openDatabase(file));
const answered = (n: number): void => {
  writeSync(1, `${String(n)}\n`);
};

function person(n: number) {
  const id = `p${String(n)}`;
  return {
    id: id as PersonId,
    name: id,
    email: `${id}@example.org`,
    languages: [],
    topics: [],
    createdAt: '2026-01-01T00:00:00.000Z',
  };
}

async function one(n: number): Promise<void> {
  await write((tx) => {
    tx.insert(people).values(person(n)).run();
    if (n === THROWS) throw new Error('This one alone');
    if (manner === 'early') answered(n);
  });
  if (manner !== 'early') answered(n);
}

process.on('message', (word: { go?: boolean }) => {
  if (word.go !== true) return;
  void Promise.allSettled(Array.from({ length: WRITERS }, (_, n) => one(n))).then(() => {
    process.disconnect();
  });
});
// What is preloaded lets go of the line; here it is all that there is to wait for.
process.channel?.ref();
