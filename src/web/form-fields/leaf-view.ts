import type { LeafView } from '../../../views/components/field-view.ts';
import type { Phrase } from '../../../views/components/phrase.tsx';
import type { AnswerValue, LeafType } from '../../domain/module/form.ts';
import type { FormWords } from './field-texts.ts';
import { optionsView } from './option-views.ts';

/** More choices than that are a list to open, or the page becomes endless. */
const MOST_RADIOS = 12;
const MOST_RADIOS_IN_PARTS = 5;

export interface LeafInput {
  readonly type: LeafType;
  /** Of the texts: `fields.kind`, `fields.outcomes.parts.direction`. */
  readonly prefix: string;
  readonly value: AnswerValue | undefined;
  /** Inside a group, an entry or a row there is less room. */
  readonly inside: boolean;
  /** The language in which the person writes. */
  readonly writes: string | undefined;
}

export function leafView(words: FormWords, { type, prefix, value, inside, writes }: LeafInput): LeafView {
  const typed = { value: typedText(value), lang: writes, dir: 'auto' as const };
  switch (type.type) {
    case 'text':
      return { kind: 'text', input: 'text', ...typed };
    case 'textarea':
      return { kind: 'textarea', ...typed, rows: rowsFor(type.maxWords) };
    case 'number':
    case 'email':
    case 'url':
      return { kind: 'text', input: type.type, value: typedText(value) };
    case 'month':
    case 'date':
      return { kind: type.type, value: typedText(value) };
    case 'yes_no':
      return { kind: 'yes_no', value: value === true ? 'yes' : value === false ? 'no' : '' };
    case 'attest':
      return { kind: 'attest', chosen: value === true };
    case 'multi':
      return { kind: 'checkboxes', ...optionsView(words, type.options, prefix, choices(value)) };
    case 'choice': {
      const view = optionsView(words, type.options, prefix, choices(value));
      const most = inside ? MOST_RADIOS_IN_PARTS : MOST_RADIOS;
      const many = view.groups !== undefined || view.options.length > most;
      return { kind: many ? 'select' : 'radios', ...view };
    }
  }
}

const rowsFor = (maxWords: number): number => Math.min(14, Math.max(4, Math.round(maxWords / 30)));

/** What stands in a text field; several answers to one question are shown together, so that none is lost. */
function typedText(value: AnswerValue | undefined): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : '';
}

function choices(value: AnswerValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The limits of an answer in words; where the help must say it or nobody needs it, nothing. */
export function limitsText({ t }: FormWords, type: LeafType): Phrase | undefined {
  if (type.type === 'textarea') {
    const { minWords: min, maxWords: max } = type;
    return min > 1 ? t('common.words_between', { min, max }) : t('common.words_at_most', { max });
  }
  if (type.type !== 'text' || type.minCharacters < 2 || type.minCharacters === type.maxCharacters) return undefined;
  return t('submit.characters_between', { min: type.minCharacters, max: type.maxCharacters });
}
