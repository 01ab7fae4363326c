import type { ModuleId } from '../../../src/domain/ids.ts';
import type { ModuleDefinition } from '../../../src/domain/module/definition.ts';
import type { Field } from '../../../src/domain/module/form.ts';

type Said = Pick<Field, 'id' | 'type'> & Partial<Field>;

/** A field of which a test says only what matters to it. */
export const field = (said: Said): Field => ({ short: false, required: 'no', visibility: 'public', ...said });

export const text = (maxCharacters = 100, minCharacters = 0) =>
  ({ type: 'text', minCharacters, maxCharacters }) as const;
export const listed = (...values: string[]) => ({ kind: 'listed', values }) as const;

/** A module with these fields, all on one page, and an empty rubric. */
export function moduleWith(...fields: Field[]): ModuleDefinition {
  return {
    id: 'small' as ModuleId,
    commit: 'c0ffee',
    languages: ['en', 'ar'],
    interfaceLanguages: ['en'],
    sections: [{ id: 'introduction' }, { id: 'tools/training' }],
    form: {
      id: 'small',
      version: 1,
      fields,
      pages: [{ id: 'all', fields: fields.map(({ id }) => id) }],
      confirmations: [],
    },
    rubric: {
      id: 'small',
      version: 1,
      gates: [],
      criteria: [],
      minimumJudged: 1,
      suggestedEvidence: [],
      thresholds: { accept: 70, minor: 60, revise: 45, noTotalBelow: 50, spread: 20 },
    },
    policy: {
      timeZone: 'UTC',
      quorum: 2,
      target: 2,
      maximumReviews: 4,
      invitationDays: 7,
      reviewDays: 21,
      reviewerOpenLimit: 3,
      screeningDays: 7,
      roundDays: 28,
      revisionDays: 60,
      offerPageDays: 10,
      approvePageDays: 14,
      publishingDays: 14,
      bounceDays: 5,
      appealDays: 60,
      draftMonths: 12,
      takeBackMinutes: 30,
      merge: 'service',
      risk: { field: 'risk', second: [], hold: [] },
    },
    operator: {
      name: 'Somebody',
      contact: 'contact@example.org',
      safetyContact: 'safety@example.org',
      site: 'https://example.org/',
      exit: 'https://example.org/',
    },
    pages: {},
    texts: { en: { 'module.title': 'Small', 'only.english': 'Here' }, ar: { 'module.title': 'صغيرة' } },
  };
}
