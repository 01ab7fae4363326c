/** How well the identifier check does on the labelled texts: a table of recall and false alarms, then one JSON line. */
import { findIdentifiers } from '../src/domain/safety/identifiers.ts';
import { identifierTypes } from '../src/domain/safety/identifiers/finding.ts';
import {
  countOf,
  countsOf,
  falsePerCleanText,
  judge,
  readLabelled,
  textLanguages,
  textSets,
  type Count,
  type Judged,
  type TextSet,
} from './guard-score.ts';

type ByLanguage = readonly (readonly [language: string, judged: readonly Judged[]])[];

const WIDTH = 13;
const NAME_WIDTH = 21;
const LONG = 200_000;

function judgedIn(set: TextSet): ByLanguage {
  const each = textLanguages.map((language) => [language, readLabelled(set, language).map(judge)] as const);
  return [...each, ['all', each.flatMap(([, judged]) => judged)]];
}

const cell = ({ found, expected, falseAlarms }: Count): string =>
  `${found}/${expected}${falseAlarms === 0 ? '' : ` +${falseAlarms}`}`;
const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(NAME_WIDTH) + cells.map((text) => text.padStart(WIDTH)).join('');

function table(set: TextSet, columns: ByLanguage): readonly string[] {
  return [
    row(
      set,
      columns.map(([language]) => language),
    ),
    ...identifierTypes.map((type) =>
      row(
        type,
        columns.map(([, judged]) => cell(countOf(judged, type))),
      ),
    ),
    row(
      'false/clean',
      columns.map(([, judged]) => falsePerCleanText(judged).toFixed(2)),
    ),
  ];
}

/** CPU milliseconds for 200 KB of the texts themselves, which hold far more findings than any real one. */
function millisecondsForLongText(): number {
  const texts = textLanguages.flatMap((language) => readLabelled('tune', language)).map(({ text }) => text);
  const joined = texts.join('\n');
  const long = joined.repeat(Math.ceil(LONG / joined.length)).slice(0, LONG);
  findIdentifiers(long);
  const before = process.cpuUsage();
  findIdentifiers(long);
  return Math.round(process.cpuUsage(before).user / 1000);
}

const sets = textSets.map((set) => [set, judgedIn(set)] as const);
console.log('found/expected, +false alarms\n');
for (const [set, columns] of sets) console.log(`${table(set, columns).join('\n')}\n`);
const milliseconds = millisecondsForLongText();
console.log(`${LONG} characters: ${milliseconds} ms of CPU\n`);
console.log(
  JSON.stringify({
    bench: 'guard',
    long: { characters: LONG, milliseconds },
    sets: Object.fromEntries(
      sets.map(([set, columns]) => [
        set,
        Object.fromEntries(
          columns.map(([language, judged]) => [
            language,
            { falsePerCleanText: falsePerCleanText(judged), types: countsOf(judged) },
          ]),
        ),
      ]),
    ),
  }),
);
