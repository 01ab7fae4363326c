import type Database from 'better-sqlite3';
import type { House } from './house.ts';
import type { Acknowledged } from './patient-line.ts';

type Look = Database.Database;
type Keys = House['keys'];

/** What somebody was told is done must be found in the database ever after. */
interface Promise_ {
  readonly told: RegExp;
  readonly holds: (db: Look, one: Acknowledged, keys: Keys) => boolean;
}

const has = (db: Look, sql: string, ...values: unknown[]): boolean =>
  db
    .prepare(`select exists (${sql})`)
    .pluck()
    .get(...values) === 1;

const OF_CASE = 'select id from submissions where public_id = ?';
const publicIdOf = ({ path }: Acknowledged): string => path.split('/')[5] ?? '';
const ofCase =
  (sql: string) =>
  (db: Look, one: Acknowledged): boolean =>
    has(db, sql.replace('$case', OF_CASE), publicIdOf(one));
const OF_FORM = 'select id from submissions where form_hash = ?';
const ofSubmitter =
  (sql: string) =>
  (db: Look, { formId }: Acknowledged, keys: Keys): boolean =>
    has(db, sql.replace('$case', OF_FORM), keys.hash('form', formId));

/** Addresses of what is posted, each with what it promises. Looking at the forge promises nothing. */
const promises: readonly Promise_[] = [
  { told: /\/practice\/[\w-]+$/, holds: isTyped },
  { told: /\/send$/, holds: ofSubmitter('select 1 from versions where submission_id in ($case)') },
  { told: /\/hold$/, holds: ofCase('select 1 from holds where submission_id in ($case) and lifted_at is not null') },
  { told: /\/screening$/, holds: ofCase('select 1 from screenings where submission_id in ($case)') },
  { told: /\/reviewers$/, holds: ofCase('select 1 from rounds where submission_id in ($case)') },
  {
    told: /\/invitation\/[\w-]+\/accept$/,
    holds: (db, { path }, keys) => {
      const link = keys.hash('link', path.split('/')[3] ?? '');
      return has(db, 'select 1 from assignments where link_hash = ? and accepted_at is not null', link);
    },
  },
  {
    told: /\/review\/[\w-]+\/submit$/,
    holds: (db, { path }) => has(db, 'select 1 from reviews where assignment_id = ?', path.split('/')[3]),
  },
  { told: /\/review\/[\w-]+\/[\w-]+$/, holds: isJudged },
  { told: /\/decision$/, holds: ofCase('select 1 from decisions where submission_id in ($case)') },
  {
    told: /\/second$/,
    holds: ofCase('select 1 from decisions where submission_id in ($case) and second_by is not null'),
  },
  {
    told: /\/send-now$/,
    holds: ofCase(
      `select 1 from decisions where submission_id in ($case) and (released_at is not null or exists (
         select 1 from jobs where dedupe_key = 'release_decision:' || decisions.id and run_after < release_at))`,
    ),
  },
  { told: /\/cases\/[\w-]+\/page$/, holds: ofCase('select 1 from pages where submission_id in ($case)') },
  {
    told: /\/my\/page$/,
    holds: ofSubmitter("select 1 from pages where submission_id in ($case) and answer = 'approved'"),
  },
  { told: /\/merge$/, holds: isMerging },
];

/** What was promised, and which of it does not hold. */
export class Ledger {
  readonly lost = new Set<Acknowledged>();
  readonly #told: Acknowledged[] = [];
  #checked = 0;

  get told(): number {
    return this.#told.length;
  }

  readonly acknowledged = (one: Acknowledged): void => {
    if (promises.some(({ told }) => told.test(one.path))) this.#told.push(one);
  };

  /** Holds what was promised since the last look against the database; before anybody can mend anything. */
  check(house: House): void {
    this.#look(house, this.#told.slice(this.#checked));
    this.#checked = this.#told.length;
  }

  /** At the end: nothing of what was there may have gone since. */
  checkAll(house: House): void {
    this.#look(house, this.#told);
  }

  #look(house: House, told: readonly Acknowledged[]): void {
    if (told.length === 0) return;
    for (const one of house.lookNow((db) => told.filter((each) => !holds(db, each, house.keys)))) this.lost.add(one);
  }
}

const holds = (db: Look, one: Acknowledged, keys: Keys): boolean =>
  promises.find(({ told }) => told.test(one.path))?.holds(db, one, keys) ?? true;

const LONG_ENOUGH = 12;
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
/** Letters and digits: what the service makes of line ends and of signs that nobody sees is not the matter here. */
const flat = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

/** Every text that stood on the page is in what is kept of this form, as a draft or as what was sent. */
function isTyped(db: Look, { fields, formId }: Acknowledged, keys: Keys): boolean {
  const form = keys.hash('form', formId);
  const kept = ['drafts', 'versions', 'contacts'].flatMap(
    (table) =>
      db.prepare(`select answers from ${table} where submission_id in (${OF_FORM})`).pluck().all(form) as string[],
  );
  const texts = [...fields].filter(([name]) => !own.has(name)).map(([, text]) => text);
  const said = kept.flatMap((answers) => textsIn(JSON.parse(answers))).join('\n');
  return (
    kept.length > 0 &&
    texts.filter(({ length }) => length >= LONG_ENOUGH).every((text) => flat(said).includes(flat(text)))
  );
}
const own = new Set(['form_id', 'csrf', 'of', 'seen', 'asked', 'add', 'go']);

function isJudged(db: Look, { path, fields }: Acknowledged): boolean {
  const draft = db.prepare('select answers from review_drafts where assignment_id = ?').pluck().get(path.split('/')[3]);
  const kept = JSON.parse(typeof draft === 'string' ? draft : '{}') as Record<string, Record<string, unknown>>;
  return [...fields.keys()].every((name) => {
    const [kind = '', id = ''] = name.split('.');
    if (kind !== 'gate' && kind !== 'score') return true;
    return kept[`${kind}s`]?.[id] !== undefined;
  });
}

function isMerging(db: Look, one: Acknowledged): boolean {
  const of = `select id from publications where submission_id in (${OF_CASE})`;
  return has(
    db,
    `select 1 from jobs where kind = 'merge_change' and json_extract(payload, '$.publicationId') in (${of})`,
    publicIdOf(one),
  );
}
