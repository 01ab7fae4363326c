import { readDefinition } from '../../src/adapters/definition/read-definition.ts';
import { exampleFiles } from '../../src/cli/example-files.ts';
import { practiceAnswers } from '../../src/demonstration/script.ts';
import { HALF_YEAR_LIMIT } from '../../src/domain/assignment/alternates.ts';
import type { ModuleId, PersonId, PublicId, SubmissionId } from '../../src/domain/ids.ts';
import type { KnownReviewer, MatchingQuestion } from '../../src/domain/matching/weigh-case.ts';
import type { ModuleDefinition } from '../../src/domain/module/definition.ts';
import { splitSealed } from '../../src/domain/module/visible-answers.ts';
import { regionOf } from '../../src/domain/safety/regions.ts';
import type { CaseMaterial } from '../../src/ports/matcher.ts';
import { type Dice } from '../seeding/seeded-random.ts';

export const REVIEWERS = 200;
export const WANTED = 3;
/** As many as are read from the database at a time. */
const SLICE = 50;
const HOUSES = 40;

const languages = ['en', 'en', 'en', 'fr', 'es', 'ar'];
const countries = 'in pk tz rw ar ni jo lr ke co ma fj ua ge'.toUpperCase().split(' ');
const names = 'Ana Ben Eve Ida Omar Lena Musa Noor Rosa Sam Tala Yan'.split(' ');

/** Room for a few more than all places, so that desks are full and it is hard to better anything. */
export const roomFor = (cases: number): number => Math.ceil((cases * WANTED * 1.05) / REVIEWERS);

/** Reviewers with made-up interests, each with room for `room`: the limit of half a year is set back that far. */
export function madeUpQuestion(room: number, dice: Dice): MatchingQuestion {
  const reading = readDefinition(exampleFiles(), 'security-sector' as ModuleId, 'bench');
  if (!reading.ok) throw new Error('The example module is broken');
  const { definition } = reading;
  const policy = { ...definition.policy, reviewerOpenLimit: room };
  const reviewers = Array.from({ length: REVIEWERS }, (_, at) => madeUpReviewer(definition, at, room, dice));
  return { definition: { ...definition, policy }, reviewers, now: '2026-06-01T12:00:00.000Z' };
}

function madeUpReviewer(definition: ModuleDefinition, at: number, room: number, dice: Dice): KnownReviewer {
  return {
    personId: `person-${String(at)}` as PersonId,
    name: `${dice.of(names)} Reviewer ${String(at)}`,
    email: `person-${String(at)}@house-${String(at % HOUSES)}.example`,
    organisation: `House ${String(at % HOUSES)}`,
    topics: some(codesOf(definition, 'approach'), 3, dice),
    kinds: some(codesOf(definition, 'institutions'), 2, dice),
    languages: [...new Set(['en', dice.of(languages), dice.of(languages)])],
    regions: [regionOf(dice.of(countries)) ?? ''],
    load: { open: 0, halfYear: HALF_YEAR_LIMIT - room },
  };
}

/** Cases with the answers of a real practice, each with interests of its own and from a house of its own. */
export function* madeUpCases(count: number, { definition }: MatchingQuestion, dice: Dice): Generator<CaseMaterial[]> {
  const whole = practiceAnswers('in-mp-womens-help-desks');
  for (let from = 0; from < count; from += SLICE)
    yield Array.from({ length: Math.min(SLICE, count - from) }, (_, at) =>
      madeUpCase(definition, whole, from + at, dice),
    );
}

function madeUpCase(
  definition: ModuleDefinition,
  whole: ReturnType<typeof practiceAnswers>,
  at: number,
  dice: Dice,
): CaseMaterial {
  const { open, sealed } = splitSealed(definition, {
    ...whole,
    approach: some(codesOf(definition, 'approach'), 3, dice),
    institutions: some(codesOf(definition, 'institutions'), 2, dice),
    countries: [dice.of(countries)],
    organisation: `House ${String(dice.below(HOUSES))}`,
    contact_name: `${dice.of(names)} Writer ${String(at)}`,
    contact_email: `writer@house-${String(dice.below(HOUSES))}.example`,
  });
  return {
    submissionId: `case-${String(at)}` as SubmissionId,
    publicId: `P-${String(at)}` as PublicId,
    revision: 1,
    since: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
    language: dice.of(languages),
    opens: true,
    wanted: WANTED,
    answers: JSON.stringify(open),
    sealed: JSON.stringify(sealed),
    conflicts: [],
    asked: [],
  };
}

function codesOf({ form }: ModuleDefinition, field: string): readonly string[] {
  const type = form.fields.find(({ id }) => id === field)?.type;
  return type?.type === 'multi' && type.options.kind === 'listed' ? type.options.values : [];
}

const some = (codes: readonly string[], most: number, dice: Dice): string[] => [
  ...new Set(Array.from({ length: 1 + dice.below(most) }, () => dice.of(codes))),
];
