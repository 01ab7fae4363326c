import { parse } from 'yaml';
import type { ModuleDefinition } from '../module/definition.ts';
import type { Answers, Field, FieldType } from '../module/form.ts';
import { partsOf } from '../module/text-keys.ts';
import type { PageFile, PageStatus } from './page-input.ts';

/** What one publication put on a page: the answers that were public, in the language of its writer. */
export interface PageLayer {
  readonly language: string;
  readonly answers: Answers;
}

/**
 * The answers of a page after all that was laid over it, the oldest first: what somebody answered anew stands, what
 * they left empty stays. Words stay only in their own language; codes, numbers and cited works in every one.
 */
export function layeredAnswers(
  definition: ModuleDefinition,
  layers: readonly PageLayer[],
  { language, answers }: PageLayer,
): Answers {
  const known = new Map(definition.form.fields.map((field) => [field.id, field]));
  const kept = layers.flatMap((layer) =>
    Object.entries(layer.answers).filter(([id]) => {
      const field = known.get(id);
      return field?.visibility === 'public' && (layer.language === language || isWordless(field));
    }),
  );
  return { ...Object.fromEntries(kept), ...answers };
}

const isWordless = ({ type }: Field): boolean => {
  const parts = partsOf(type).map((part): FieldType => part.type);
  if (parts.some((part) => part.type === 'url') && !parts.some((part) => part.type === 'textarea')) return true;
  return (parts.length > 0 ? parts : [type]).every((one) => one.type !== 'text' && one.type !== 'textarea');
};

/** What stays of a published page's facts when it is changed. */
export interface PageFacts {
  readonly kind: string;
  readonly status: PageStatus;
  readonly addedOn: string;
  readonly licence: string;
  readonly attribution: { readonly mode: string; readonly text: string };
}

/** Reads the facts from a page's own files; throws when they hold none, for every page was written with them. */
export function factsOfPage(files: readonly PageFile[]): PageFacts {
  const meta = files.find(({ path }) => path.endsWith('/meta.yml'));
  const facts = parse(meta?.text ?? '', { version: '1.1' }) as Record<string, unknown> | null;
  const text = (name: string): string => {
    const value = facts?.[name];
    if (typeof value !== 'string') throw new Error(`A published page has no ${name}`);
    return value;
  };
  const attribution = facts?.['attribution'] as { mode: string; text: string };
  return {
    kind: text('kind'),
    status: text('status') as PageStatus,
    addedOn: text('added_on'),
    licence: text('licence'),
    attribution: { mode: attribution.mode, text: attribution.text },
  };
}

/** The pages in other languages than the one that is written now. They stay as they are. */
export const otherLanguages = (files: readonly PageFile[], language: string): readonly PageFile[] =>
  files.filter(({ path }) => /\/index\.[a-z]{2,3}\.md$/u.test(path) && !path.endsWith(`/index.${language}.md`));

export const languageOfPage = (path: string): string => /\/index\.([a-z]{2,3})\.md$/u.exec(path)?.[1] ?? '';

/** From the freest to the strictest. */
const licences: readonly string[] = ['cc0_1_0', 'cc_by_4_0', 'cc_by_nc_sa_3_0_igo'];

/** The licence of a page that has words under both: the stricter; an unknown one of the older words stays. */
export function licenceOfBoth(older: string, newer: string): string {
  if (!licences.includes(older)) return older;
  return licences.indexOf(newer) > licences.indexOf(older) ? newer : older;
}
