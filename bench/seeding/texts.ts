import { practiceAnswers } from '../../src/demonstration/script.ts';
import { isAsked } from '../../src/domain/module/conditions.ts';
import type { ModuleDefinition } from '../../src/domain/module/definition.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import type { Dice } from './seeded-random.ts';

/** Real practices whose risks are low, so that no case stops for safety by itself. */
const practices = [
  'in-mp-womens-help-desks',
  'in-mh-special-cells',
  'in-ka-police-training-manual',
  'jo-family-protection-department',
  'pk-rozan-rabta',
  'rw-isange-one-stop-centres',
  'tz-police-gender-children-desks',
  'ar-comisarias-buenos-aires',
];

/** Stands in more than half of all titles. */
export const COMMON_WORD = 'police';
/** Stands in three titles of cases that were sent. */
export const RARE_WORD = 'lighthouse';

const RARELY = [20, 60, 110];

const places = 'Northern Southern Coastal Upper Lower Central River Border Island Valley Mountain Desert'.split(' ');
const things = 'desks courts patrols hotlines shelters training units protocols registers visits boards'.split(' ');
const people = 'women girls widows migrants farmers students workers neighbours families survivors'.split(' ');

/** The texts of the practices: the short form of each, and every eighth time the long one. */
export class Texts {
  readonly #short: readonly Answers[];
  readonly #long: readonly Answers[];
  readonly #dice: Dice;

  constructor(module: ModuleDefinition, dice: Dice) {
    const whole = practices.map((id) => practiceAnswers(id));
    this.#short = whole.map((answers) => asShort(module, answers));
    this.#long = whole;
    this.#dice = dice;
  }

  answers(index: number): Answers {
    const kind = index % 8 === 0 ? this.#long : this.#short;
    return { ...this.#dice.of(kind), title: this.#title(index) };
  }

  /** One text for all who send the short form. */
  short(index: number): Answers {
    return { ...this.#short[0], title: this.#title(index) };
  }

  #title(index: number): string {
    const dice = this.#dice;
    const common = index % 9 < 5 ? ` with the ${COMMON_WORD}` : '';
    const rare = RARELY.includes(index) ? ` at the ${RARE_WORD}` : '';
    return `${dice.of(places)} ${dice.of(things)} for ${dice.of(people)}${common}${rare}, no. ${String(index)}`;
  }
}

function asShort({ form }: ModuleDefinition, whole: Answers): Answers {
  const answers: Answers = { ...whole, kind: 'illustrative_example' };
  const asked = form.fields.filter((field) => field.id in answers && isAsked(field, answers)).map(({ id }) => id);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.includes(id)));
}
