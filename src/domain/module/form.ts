/** The submission form as a module describes it. Nothing here knows any particular field. */

/**
 * Whether something applies, asked of the answer to one other field. A dotted name reaches into a group.
 * Without an answer no condition holds, so an empty `notIn` means "answered" and an empty `in` means "never".
 * `and` must hold too: a field that is itself asked only sometimes may still carry an answer from before.
 */
export type Condition = ({ field: string; in: readonly string[] } | { field: string; notIn: readonly string[] }) & {
  readonly and?: Condition;
};

/**
 * Where the choices of a field come from: written in the form, or a list that the module or the world keeps, with
 * further choices of the form's own in `also` (such as "not sure").
 */
export type Options =
  | { kind: 'listed'; values: readonly string[] }
  | { kind: 'countries'; also?: readonly string[] }
  | { kind: 'languages'; also?: readonly string[] }
  | { kind: 'sections'; also?: readonly string[] };

/** A ladder: each step sees what the steps before it see. `sealed` answers never enter a letter, a page or git. */
export type Visibility = 'public' | 'reviewers' | 'curators' | 'sealed';

export type LeafType =
  | { type: 'choice'; options: Options }
  | { type: 'multi'; options: Options }
  | { type: 'text'; minCharacters: number; maxCharacters: number }
  | { type: 'textarea'; minWords: number; maxWords: number }
  /** `roundTo` 5: reviewers and the public see 740 for 742, and `<5` for 3, so that small groups stay unknown. */
  | { type: 'number'; roundTo?: number }
  | { type: 'email' }
  | { type: 'url' }
  /** `YYYY` or `YYYY-MM`; with `past`, not later than this month. */
  | { type: 'month'; past?: boolean }
  | { type: 'date' }
  | { type: 'yes_no' }
  | { type: 'attest' };

export type FieldType =
  | LeafType
  /** `ordered` names two parts of which the first must not be later or larger than the second. */
  | { type: 'group'; fields: readonly SubField[]; ordered?: readonly [string, string] }
  | { type: 'repeat'; max: number; fields: readonly SubField[] }
  | { type: 'matrix'; rows: readonly string[]; fields: readonly SubField[] };

/** A part of a group, a repeated entry or a matrix row. `when` asks a sibling. */
export interface SubField {
  readonly id: string;
  readonly required: boolean;
  /** Required only then; asks a sibling too. */
  readonly requiredWhen?: Condition;
  readonly when?: Condition;
  readonly type: LeafType;
}

/** When an answer must be there: never, before sending, or before the first round of review. */
export type Required = 'no' | 'to_send' | 'before_review';

export interface Field {
  readonly id: string;
  readonly type: FieldType;
  /** Part of the short form (about ten minutes), with which a case can be sent. */
  readonly short: boolean;
  readonly required: Required;
  /** Asked then, but not required: a kind of contribution that can do without it. */
  readonly optionalWhen?: Condition;
  /** The field is asked only then. */
  readonly when?: Condition;
  readonly visibility: Visibility;
  /** Visible to reviewers, or on the public page, only then; without it `visibility` alone says. */
  readonly reviewersWhen?: Condition;
  readonly publicWhen?: Condition;
  /** Values that are never accepted, such as records about single persons. */
  readonly refuses?: readonly string[];
}

/** One page of the form; its title is in the texts under `form_pages.<id>`. */
export interface FormPage {
  readonly id: string;
  readonly fields: readonly string[];
}

export interface Form {
  readonly id: string;
  readonly version: number;
  readonly fields: readonly Field[];
  readonly pages: readonly FormPage[];
  /** Attestations that stand on the check-your-answers page and belong to every send. */
  readonly confirmations: readonly string[];
}

/** An answer as JSON: what was typed for a leaf, an object for a group or matrix, a list for a repeat. */
export type AnswerValue = string | boolean | number | null | readonly string[] | AnswerRecord | readonly AnswerRecord[];
export interface AnswerRecord {
  readonly [part: string]: AnswerValue;
}
export type Answers = Readonly<Record<string, AnswerValue>>;
