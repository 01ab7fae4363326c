import type { ChangeModel } from '../../../../views/cases/versions-panel.tsx';
import { fieldNamed } from '../../../domain/module/field-names.ts';
import type { FieldType } from '../../../domain/module/form.ts';
import type { DiffPart, FieldDifference } from '../../../domain/submission/difference.ts';
import { choiceText, nameText, plain, type FormWords } from '../../form-fields/field-texts.ts';

type Value = Extract<FieldDifference, { kind: 'changed' }>['before'];

/** A changed answer in words: texts word by word, choices by their names. */
export function changeModel(words: FormWords, difference: FieldDifference, language: string): ChangeModel {
  const label = nameText(words, difference.path);
  const lang = language === '' ? undefined : language;
  if (difference.kind === 'changed' && difference.parts !== undefined && !isChoice(words, difference.path)) {
    return { label, lang, change: { kind: 'parts', parts: difference.parts.map(shownPart) } };
  }
  const before = difference.kind === 'added' ? '' : valueWords(words, difference.path, difference.before);
  const after = difference.kind === 'removed' ? '' : valueWords(words, difference.path, difference.after);
  return { label, lang, change: { kind: 'values', before, after } };
}

const shownPart = ({ kind, text }: DiffPart) => ({ kind: kind === 'kept' ? ('same' as const) : kind, text });

/** The type of the leaf that a dotted name means, and where the names of its choices are. */
function leafOf({ definition }: FormWords, path: string): { type: FieldType; prefix: string } | undefined {
  const named = fieldNamed(definition, path);
  if (named === undefined) return undefined;
  const prefix = `fields.${named.field.id}`;
  if (named.part === undefined) return { type: named.field.type, prefix };
  return { type: named.part.type, prefix: `${prefix}.parts.${named.part.id}` };
}

function isChoice(words: FormWords, path: string): boolean {
  const kind = leafOf(words, path)?.type.type;
  return kind === 'choice' || kind === 'multi';
}

function valueWords(words: FormWords, path: string, value: Value): string {
  const leaf = leafOf(words, path);
  if (typeof value === 'boolean') return words.t(value ? 'common.yes' : 'common.no');
  const codes = Array.isArray(value) ? value : [String(value)];
  if (leaf?.type.type !== 'choice' && leaf?.type.type !== 'multi') return codes.join('\n');
  const { options } = leaf.type;
  return words.t.list(codes.map((code: string) => plain(choiceText(words, options, leaf.prefix, code))));
}
