import { answerAt, holds, isAnswered, isAsked, isRecord } from './conditions.ts';
import type { Asked } from './conditions.ts';
import type { ModuleDefinition } from './definition.ts';
import type { AnswerRecord, AnswerValue, Answers, Field, LeafType, SubField, Visibility } from './form.ts';

/** Who looks. `owner` is the submitter, and the curator who asks for sealed answers with a reason. */
export type Viewer = 'public' | 'reviewers' | 'curators' | 'owner';

/** The steps of the ladder from which a viewer may read. */
const sees: Readonly<Record<Viewer, readonly Visibility[]>> = {
  public: ['public'],
  reviewers: ['public', 'reviewers'],
  curators: ['public', 'reviewers', 'curators'],
  owner: ['public', 'reviewers', 'curators', 'sealed'],
};

/**
 * The answers that this viewer may read: an allow-list. What no field describes, what is not asked, and what is not
 * of the shape that the field has, never passes. For reviewers and the public, small numbers are rounded.
 */
export function answersFor(definition: ModuleDefinition, answers: Answers, viewer: Viewer): Answers {
  const shown = definition.form.fields
    .filter((field) => isAsked(field, answers) && maySee(field, answers, viewer))
    .map((field): readonly [string, AnswerValue | undefined] => [
      field.id,
      shownField(field, answerAt(answers, field.id), viewer),
    ]);
  return present(shown);
}

function maySee(field: Field, answers: Asked, viewer: Viewer): boolean {
  if (!sees[viewer].includes(field.visibility)) return false;
  if (viewer === 'public') return field.publicWhen === undefined || holds(field.publicWhen, answers);
  if (viewer === 'reviewers') return field.reviewersWhen === undefined || holds(field.reviewersWhen, answers);
  return true;
}

const shownGroup = (fields: readonly SubField[], value: AnswerValue | undefined, viewer: Viewer) =>
  isRecord(value) ? shownParts(fields, value, viewer) : undefined;

const present = (pairs: readonly (readonly [string, AnswerValue | undefined])[]): AnswerRecord =>
  Object.fromEntries(pairs.filter((pair): pair is readonly [string, AnswerValue] => isAnswered(pair[1])));

function shownField({ type }: Field, value: AnswerValue | undefined, viewer: Viewer): AnswerValue | undefined {
  switch (type.type) {
    case 'group':
      return shownGroup(type.fields, value, viewer);
    case 'repeat':
      return entriesIn(value)
        .map((entry) => shownParts(type.fields, entry, viewer))
        .filter((entry) => isAnswered(entry));
    case 'matrix':
      return isRecord(value)
        ? present(type.rows.map((row) => [row, shownGroup(type.fields, answerAt(value, row), viewer)]))
        : undefined;
    default:
      return shownLeaf(type, value, viewer);
  }
}

function entriesIn(value: AnswerValue | undefined): readonly AnswerRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function shownParts(fields: readonly SubField[], value: AnswerRecord, viewer: Viewer): AnswerRecord {
  const asked = fields.filter((part) => isAsked(part, value));
  return present(asked.map(({ id, type }) => [id, shownLeaf(type, answerAt(value, id), viewer)]));
}

function shownLeaf(type: LeafType, value: AnswerValue | undefined, viewer: Viewer): AnswerValue | undefined {
  if (type.type === 'multi') return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
  if (typeof value === 'object' || !isAnswered(value)) return undefined;
  const outside = viewer === 'public' || viewer === 'reviewers';
  return outside && type.type === 'number' && type.roundTo !== undefined ? rounded(value, type.roundTo) : value;
}

/** To the nearest step; below one step only that it is below. What is no number is not shown. */
function rounded(value: AnswerValue | undefined, step: number): AnswerValue | undefined {
  const small = `<${String(step)}`;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (text === small) return small;
  if (!/^\d+(?:\.\d+)?$/.test(text)) return undefined;
  return Number(text) < step ? small : Math.round(Number(text) / step) * step;
}

/**
 * Parts sealed answers from the rest, for two stores. An answer that no field describes any more is sealed: nobody
 * can say what it holds.
 */
export function splitSealed(definition: ModuleDefinition, answers: Answers): { sealed: Answers; open: Answers } {
  const open = new Set(definition.form.fields.filter(({ visibility }) => visibility !== 'sealed').map(({ id }) => id));
  const entries = Object.entries(answers);
  return {
    sealed: Object.fromEntries(entries.filter(([id]) => !open.has(id))),
    open: Object.fromEntries(entries.filter(([id]) => open.has(id))),
  };
}
