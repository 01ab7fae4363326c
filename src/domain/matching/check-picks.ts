import { loadsOf, numberAt, peopleFor, worthOf, type MatchingProblem, type Picks } from './problem.ts';

/** A rule that an answer breaks. */
export type Breach =
  'case_missing' | 'too_many_people' | 'same_person_twice' | 'must_not_be_asked' | 'more_than_there_is_room_for';

/**
 * Every rule that an answer breaks, whoever worked it out: each case has its people, no more than it wants, nobody
 * twice and nobody who must not be asked; and nobody is asked more often than they have room.
 */
export function breachesOf(problem: MatchingProblem, picks: Picks): Breach[] {
  const { cases, people } = problem;
  const loads = loadsOf(problem, picks);
  const broken = (breach: Breach, is: boolean): Breach[] => (is ? [breach] : []);
  return [
    ...broken('case_missing', picks.length !== cases.length),
    ...broken(
      'more_than_there_is_room_for',
      people.some(({ room }, person) => numberAt(loads, person) > room),
    ),
    ...cases.flatMap(({ wanted }, one) => {
      const asked = peopleFor(picks, one);
      const may = (person: number): boolean => person in people && worthOf(problem, one, person) > 0;
      return [
        ...broken('too_many_people', asked.length > wanted),
        ...broken('same_person_twice', new Set(asked).size < asked.length),
        ...broken('must_not_be_asked', !asked.every(may)),
      ];
    }),
  ];
}
