import type { PageLayout } from '../module/definition.ts';
import type { AnswerRecord, AnswerValue, Field, SubField } from '../module/form.ts';
import { markdownLine, markdownText } from './markdown-text.ts';
import type { PageInput } from './page-input.ts';
import { isRecord, joined, leafText, recordsOf, wordsOf } from './page-values.ts';
import type { Wording } from './page-values.ts';

/** The page's text: a heading per section of the kind's layout, under it the answers that there are. */
export function pageBody(input: PageInput): string {
  const sections = layoutOf(input).map(({ heading, fields }) => {
    const blocks = sectionBlocks(input, fields);
    return blocks.length === 0 ? [] : [`## ${markdownLine(wordsOf(input, `pages.${heading}`))}`, ...blocks];
  });
  return `${sections.flat().join('\n\n')}\n`;
}

/** A changed page keeps the layout of its kind; what the change's own layout shows beyond that stands first. */
function layoutOf({ definition, kind, change }: PageInput): PageLayout['sections'] {
  const own = definition.pages[kind]?.sections ?? [];
  if (change === undefined) return own;
  const shown = own.flatMap(({ fields }) => fields);
  const news = (definition.pages[change.by]?.sections ?? []).map(({ heading, fields }) => ({
    heading,
    fields: fields.filter((id) => !shown.includes(id)),
  }));
  return [...news, ...own];
}

/** Facts of one line that follow each other become one list; a second long text gets its question as a heading. */
function sectionBlocks(input: PageInput, ids: readonly string[]): readonly string[] {
  const blocks: string[] = [];
  let facts: string[] = [];
  const endFacts = () => {
    if (facts.length > 0) blocks.push(facts.join('\n'));
    facts = [];
  };
  for (const id of ids) {
    const field = input.definition.form.fields.find((known) => known.id === id);
    const shown = field === undefined ? undefined : show(input, field, input.answers[id]);
    if (shown === undefined || field === undefined) continue;
    if (shown.kind === 'fact') {
      facts.push(`- **${asLead(labelOf(input, field.id))}** ${shown.text}`);
      continue;
    }
    endFacts();
    if (blocks.length > 0 || shown.titled) blocks.push(`### ${labelOf(input, field.id)}`);
    blocks.push(shown.text);
  }
  endFacts();
  return blocks;
}

type Shown = { kind: 'fact'; text: string } | { kind: 'block'; text: string; titled: boolean };

function show(wording: Wording, field: Field, value: AnswerValue | undefined): Shown | undefined {
  const shown = showUnchecked(wording, field, value);
  return shown === undefined || shown.text === '' ? undefined : shown;
}

function showUnchecked(wording: Wording, field: Field, value: AnswerValue | undefined): Shown | undefined {
  const prefix = `fields.${field.id}`;
  const { type } = field;
  switch (type.type) {
    case 'textarea':
      return typeof value === 'string' ? { kind: 'block', text: markdownText(value), titled: false } : undefined;
    case 'group':
      if (!isRecord(value)) return undefined;
      if (isCited(type.fields))
        return { kind: 'block', text: citation(wording, type.fields, prefix, value), titled: false };
      return { kind: 'fact', text: sentence(wording, type.fields, prefix, value) };
    case 'repeat':
      return {
        kind: 'block',
        text: repeated(wording, type.fields, prefix, recordsOf(value)),
        titled: !isCited(type.fields),
      };
    case 'matrix':
      // Who could be harmed is never public; a module that thinks otherwise has to say how it would read.
      return undefined;
    default:
      return { kind: 'fact', text: leafText(wording, type, prefix, value) };
  }
}

const labelOf = (wording: Wording, field: string): string => markdownLine(wordsOf(wording, `fields.${field}.label`));
/** A label that is no question leads to its answer by a colon. */
const asLead = (label: string): string => (/[?؟:]$/u.test(label) ? label : `${label}:`);
const partLabel = (wording: Wording, prefix: string, part: string): string =>
  markdownLine(wordsOf(wording, `${prefix}.parts.${part}.label`));

function partText(wording: Wording, part: SubField, prefix: string, record: AnswerRecord): string {
  return leafText(wording, part.type, `${prefix}.parts.${part.id}`, record[part.id]);
}

/** A group in one line: choices by their names alone, everything else behind its label. */
function sentence(wording: Wording, parts: readonly SubField[], prefix: string, record: AnswerRecord): string {
  const shown = parts.map((part) => {
    const text = partText(wording, part, prefix, record);
    if (text === '' || part.type.type === 'choice') return text;
    return `${partLabel(wording, prefix, part.id)}: ${text}`;
  });
  return joined(wording, shown, true);
}

/** A work with a title and an address is cited; other entries stand in a table. */
const isCited = (parts: readonly SubField[]): boolean => parts.some((part) => part.type.type === 'url');

function repeated(
  wording: Wording,
  parts: readonly SubField[],
  prefix: string,
  records: readonly AnswerRecord[],
): string {
  if (records.length === 0) return '';
  if (isCited(parts)) return records.map((record) => entryOf(citation(wording, parts, prefix, record))).join('\n');
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = row(parts.map((part) => partLabel(wording, prefix, part.id)));
  const body = records.map((record) => row(parts.map((part) => partText(wording, part, prefix, record))));
  return [head, row(parts.map(() => '---')), ...body].join('\n');
}

/** An entry of a list; what belongs to it is indented, or it would end the list. */
const entryOf = (text: string): string => `- ${text.replace(/\n(?=[^\n])/gu, '\n  ')}`;

/** `**Title** (author, year). <address>`, below it what is said about the work, and the languages that it is there in. */
function citation(wording: Wording, parts: readonly SubField[], prefix: string, record: AnswerRecord): string {
  const text = (id: string): string => {
    const part = parts.find((known) => known.id === id);
    return part === undefined || part.type.type === 'textarea' ? '' : partText(wording, part, prefix, record);
  };
  const by = joined(wording, [text('author'), yearOf(record)]);
  const named = [text('title') === '' ? '' : `**${text('title')}**`, by === '' ? '' : `(${by})`];
  const lists = parts.filter((part) => part.type.type === 'multi');
  const others = parts.filter((part) => !['title', 'author', 'year'].includes(part.id) && !lists.includes(part));
  const rest = others.map((part) => text(part.id)).filter((shown) => shown !== '');
  const line = [named.filter((shown) => shown !== '').join(' '), ...rest].filter((shown) => shown !== '').join('. ');
  const said = parts.filter((part) => part.type.type === 'textarea').map((part) => record[part.id]);
  const notes = said.filter((note): note is string => typeof note === 'string').map(markdownText);
  const ends = lists.map((part) => {
    const listed = partText(wording, part, prefix, record);
    return listed === '' ? '' : `${asLead(partLabel(wording, prefix, part.id))} ${listed}.`;
  });
  return [line, ...notes, ...ends].filter((shown) => shown !== '').join('\n\n');
}

function yearOf(record: AnswerRecord): string {
  const year = record['year'];
  return typeof year === 'string' || typeof year === 'number' ? markdownLine(String(year)) : '';
}
