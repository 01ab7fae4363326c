import type { ModuleId } from '../../../src/domain/ids.ts';
import type { ModuleDefinition } from '../../../src/domain/module/definition.ts';
import type { Field, FieldType } from '../../../src/domain/module/form.ts';
import type { PublicId } from '../../../src/domain/ids.ts';
import type { PageInput } from '../../../src/domain/publication/page-input.ts';
import { policy, rubric } from '../../support/domain-examples.ts';

const field = (id: string, type: FieldType): Field => ({
  id,
  type,
  short: false,
  required: 'no',
  visibility: 'public',
});
const text = { type: 'text', minCharacters: 0, maxCharacters: 200 } as const;
const textarea = { type: 'textarea', minWords: 0, maxWords: 600 } as const;

/** A module with one field of every kind. */
export const definition: ModuleDefinition = {
  id: 'example' as ModuleId,
  commit: '0'.repeat(40),
  languages: ['en', 'ar'],
  interfaceLanguages: ['en', 'ar'],
  sections: [{ id: 'strategies/training' }],
  form: {
    id: 'practice',
    version: 1,
    confirmations: [],
    pages: [],
    fields: [
      field('title', text),
      field('summary', textarea),
      field('countries', { type: 'multi', options: { kind: 'countries' } }),
      field('language', { type: 'choice', options: { kind: 'languages' } }),
      field('status_now', { type: 'choice', options: { kind: 'listed', values: ['running', 'ended'] } }),
      field('period', {
        type: 'group',
        fields: ['from', 'to'].map((id) => ({ id, required: false, type: { type: 'month' } as const })),
      }),
      field('actions', textarea),
      field('mechanism', textarea),
      field('outcomes', {
        type: 'repeat',
        max: 8,
        fields: [
          { id: 'outcome', required: true, type: text },
          { id: 'number', required: false, type: { type: 'number' } },
        ],
      }),
      field('evidence_links', {
        type: 'repeat',
        max: 8,
        fields: [
          { id: 'title', required: true, type: text },
          { id: 'author', required: false, type: text },
          { id: 'year', required: false, type: { type: 'number' } },
          { id: 'url', required: false, type: { type: 'url' } },
          { id: 'annotation', required: false, type: textarea },
        ],
      }),
      field('tested', { type: 'yes_no' }),
      field('risk', { type: 'matrix', rows: ['staff'], fields: [] }),
    ],
  },
  rubric,
  policy,
  operator: { name: '', contact: '', safetyContact: '', site: '', exit: '' },
  pages: {
    practice: {
      sections: [
        {
          heading: 'facts',
          fields: ['summary', 'countries', 'language', 'status_now', 'period', 'tested', 'risk', 'unknown'],
        },
        { heading: 'done', fields: ['actions', 'mechanism'] },
        { heading: 'changed', fields: ['outcomes', 'evidence_links'] },
      ],
    },
  },
  texts: {
    en: {
      'pages.facts': 'At a glance',
      'pages.done': 'What was done',
      'pages.changed': 'What changed',
      'fields.countries.label': 'Countries',
      'fields.language.label': 'Language',
      'fields.status_now.label': 'Still running',
      'fields.status_now.options.running': 'Running',
      'fields.period.label': 'Time',
      'fields.period.parts.from.label': 'from',
      'fields.period.parts.to.label': 'to',
      'fields.tested.label': 'Tested?',
      'fields.tested.options.yes': 'Yes',
      'fields.mechanism.label': 'Why did it work?',
      'fields.outcomes.label': 'Outcomes',
      'fields.outcomes.parts.outcome.label': 'Outcome',
      'fields.outcomes.parts.number.label': 'Number',
      'fields.evidence_links.label': 'Sources',
      'attribution.anonymous': 'A contributor who stays unnamed',
      'attribution.in_region': 'An organisation in {region}',
    },
    ar: { 'pages.facts': 'نظرة سريعة', 'attribution.in_region': 'منظمة في {region}' },
  },
};

export function pageInput(changes: Partial<PageInput> = {}): PageInput {
  return {
    definition,
    publicId: 'P-K7Q2M' as PublicId,
    kind: 'practice',
    language: 'en',
    answers: {},
    attribution: { mode: 'anonymous', text: 'A contributor who stays unnamed' },
    evidence: 'E2',
    review: { rubric: 'gbv', version: 1, reviews: 2, medians: { relevance: 3 }, decidedOn: '2026-03-04' },
    addedOn: '2026-03-10',
    licence: 'cc_by_4_0',
    consentVersion: '1',
    sections: ['strategies/training'],
    status: 'current',
    ...changes,
  };
}
