/** Brings the service up on a temporary folder and measures it beside the limits of the machine. See docs/performance.md. */
import { appendFileSync } from 'node:fs';
import { measureFloors, type Floors } from './floors/measure-floors.ts';
import { LoadSender } from './load/load-sender.ts';
import { thisMachine } from './machine.ts';
import { allOperations } from './operations/all-operations.ts';
import { readOptions } from './options.ts';
import { profiling } from './profile/profiling.ts';
import { measureMatching } from './matching/measure-matching.ts';
import type { MatchingFigures } from './matching/matching-process.ts';
import { floorTable } from './report/floor-table.ts';
import { growthTable } from './report/growth-table.ts';
import { isMatched, matchingTable } from './report/matching-table.ts';
import { isSound, serviceLines, sizeTable } from './report/size-table.ts';
import { runSize, type SizeFigures } from './run-size.ts';
import { SEED } from './seeding/seeds.ts';
import { noWatch } from './serve-and-measure.ts';
import { temporaryFolder, undoOnSignals } from './undo-on-signals.ts';

const options = readOptions(process.argv.slice(2));
const { sizes, only, seconds, connections } = options;
const MATCHING = 'autoassign';
const MOST_MATCHED = 10_000;
const machine = thisMachine();
/** Progress goes beside the result. */
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

undoOnSignals();
const sender = new LoadSender();
process.exitCode = await run().finally(() => {
  sender.end();
});

/** Answers whether every row is sound, as an exit code. */
async function run(): Promise<0 | 1> {
  console.log(`${machine.cpu}, ${String(machine.cores)} cores, ${machine.disk}, Node ${machine.node}`);
  console.log(`commit ${machine.commit}, seed ${String(SEED)}, ${machine.date}\n`);
  const served = only.every((id) => id === MATCHING) && only.length > 0 ? undefined : await operations();
  const matched = await matchings();
  keep(JSON.stringify({ bench: 'service', ...machine, seed: SEED, seconds, ...served, matched }));
  return matched.every(isMatched) && (served?.sizes ?? []).every((size) => size.operations.every(isSound)) ? 0 : 1;
}

/** Everything that the service is asked for, on every size. */
async function operations(): Promise<{ floors: Floors; sizes: readonly SizeFigures[] }> {
  const floors = await limits();
  console.log(`${floorTable(floors)}\n`);
  const measured: SizeFigures[] = [];
  for (const cases of sizes) {
    const wanted = allOperations().filter(({ id }) => only.length === 0 || only.includes(id));
    const watch = options.profile ? await profiling() : noWatch;
    const size = await runSize(cases, { operations: wanted, seconds, connections, sender, watch, say });
    measured.push(size);
    console.log(`${serviceLines(size)}\n\n${sizeTable(size, floors)}\n`);
  }
  if (measured.length > 1) console.log(`${growthTable(measured)}\n`);
  return { floors, sizes: measured };
}

/** Reviewers for all cases at once; nobody has a hundred thousand cases that wait. */
async function matchings(): Promise<readonly MatchingFigures[]> {
  if (only.length > 0 && !only.includes(MATCHING)) return [];
  const matched: MatchingFigures[] = [];
  for (const cases of sizes.filter((size) => size <= MOST_MATCHED)) {
    say(`  ${MATCHING} of ${String(cases)} cases`);
    matched.push(await measureMatching(cases, SEED));
  }
  console.log(`${matchingTable(matched)}\n`);
  return matched;
}

async function limits(): Promise<Floors> {
  const { folder, remove } = temporaryFolder('floors');
  say('limits of this machine');
  try {
    return await measureFloors({ folder, sender, seconds, connections });
  } finally {
    remove();
  }
}

function keep(line: string): void {
  if (options.json === undefined) console.log(`\n${line}`);
  else appendFileSync(options.json, `${line}\n`);
}
