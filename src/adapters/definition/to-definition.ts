import type { ModuleDefinition, ModuleTexts, Policy } from '../../domain/module/definition.ts';
import type { Condition, Field, FieldType, LeafType, Options, SubField } from '../../domain/module/form.ts';
import type { EvidenceSuggestion, Gate, GatePrefill, Rubric } from '../../domain/module/rubric.ts';
import type { ModuleId } from '../../domain/ids.ts';
import type { RawCondition, RawField, RawModule, RawPart } from './schema.ts';

export interface Origin {
  readonly id: ModuleId;
  readonly commit: string;
  readonly texts: Readonly<Record<string, ModuleTexts>>;
}

/** The definition in the words of the domain. Optional things that are not there are left out, never undefined. */
export function toDefinition(raw: RawModule, origin: Origin): ModuleDefinition {
  return {
    id: origin.id,
    commit: origin.commit,
    languages: raw.languages,
    interfaceLanguages: raw.interface_languages,
    sections: raw.sections.map((id) => ({ id })),
    form: { ...raw.form, fields: raw.form.fields.map(toField) },
    rubric: toRubric(raw.rubric),
    policy: toPolicy(raw.policy),
    operator: {
      name: raw.operator.name,
      contact: raw.operator.contact,
      safetyContact: raw.operator.safety_contact,
      site: raw.operator.site,
      exit: raw.operator.exit,
    },
    pages: Object.fromEntries(Object.entries(raw.pages).map(([kind, sections]) => [kind, { sections }])),
    texts: origin.texts,
  };
}

function toField(raw: RawField): Field {
  return {
    id: raw.id,
    type: toFieldType(raw),
    short: raw.short,
    required: raw.required,
    visibility: raw.visibility,
    ...(raw.optional_when && { optionalWhen: toCondition(raw.optional_when) }),
    ...(raw.when && { when: toCondition(raw.when) }),
    ...(raw.reviewers_when && { reviewersWhen: toCondition(raw.reviewers_when) }),
    ...(raw.public_when && { publicWhen: toCondition(raw.public_when) }),
    ...(raw.refuses && { refuses: raw.refuses }),
  };
}

function toFieldType(raw: RawField): FieldType {
  switch (raw.type) {
    case 'group':
      return { type: 'group', fields: raw.parts.map(toSubField), ...(raw.ordered && { ordered: raw.ordered }) };
    case 'repeat':
      return { type: 'repeat', max: raw.max, fields: raw.parts.map(toSubField) };
    case 'matrix':
      return { type: 'matrix', rows: raw.rows, fields: raw.parts.map(toSubField) };
    default:
      return toLeafType(raw);
  }
}

function toSubField(raw: RawPart): SubField {
  return {
    id: raw.id,
    required: raw.required,
    type: toLeafType(raw),
    ...(raw.when && { when: toCondition(raw.when) }),
    ...(raw.required_when && { requiredWhen: toCondition(raw.required_when) }),
  };
}

type RawLeaf = RawPart | Exclude<RawField, { type: 'group' | 'repeat' | 'matrix' }>;

function toLeafType(raw: RawLeaf): LeafType {
  switch (raw.type) {
    case 'choice':
    case 'multi':
      return { type: raw.type, options: toOptions(raw) };
    case 'text':
      return { type: 'text', minCharacters: raw.min_characters, maxCharacters: raw.max_characters };
    case 'textarea':
      return { type: 'textarea', minWords: raw.min_words, maxWords: raw.max_words };
    case 'number':
      return { type: 'number', ...(raw.round_to !== undefined && { roundTo: raw.round_to }) };
    case 'month':
      return { type: 'month', ...(raw.past !== undefined && { past: raw.past }) };
    default:
      return { type: raw.type };
  }
}

function toOptions(raw: Extract<RawLeaf, { type: 'choice' | 'multi' }>): Options {
  if (typeof raw.options !== 'string') return { kind: 'listed', values: [...raw.options, ...(raw.also ?? [])] };
  return { kind: raw.options, ...(raw.also && { also: raw.also }) };
}

export function toCondition(raw: RawCondition): Condition {
  const and = raw.and && { and: toCondition(raw.and) };
  return raw.in ? { field: raw.field, in: raw.in, ...and } : { field: raw.field, notIn: raw.not_in ?? [], ...and };
}

function toRubric(raw: RawModule['rubric']): Rubric {
  return {
    id: raw.id,
    version: raw.version,
    gates: raw.gates.map(toGate),
    criteria: raw.criteria.map(({ floor, ...criterion }) => ({
      ...criterion,
      ...(floor && { floor: { median: floor.median, ...(floor.minimum !== undefined && { minimum: floor.minimum }) } }),
    })),
    minimumJudged: raw.minimum_judged,
    suggestedEvidence: raw.suggested_evidence.map(({ when, ...suggestion }): EvidenceSuggestion => ({
      ...suggestion,
      ...(when && { when: when.map(toCondition) }),
    })),
    thresholds: {
      accept: raw.thresholds.accept,
      minor: raw.thresholds.minor,
      revise: raw.thresholds.revise,
      noTotalBelow: raw.thresholds.no_total_below,
      spread: raw.thresholds.spread,
    },
  };
}

function toGate(raw: RawModule['rubric']['gates'][number]): Gate {
  const prefill = raw.prefill.map((line): GatePrefill => ({
    ...toCondition(line),
    otherwise: line.otherwise,
    ...(line.when && { when: toCondition(line.when) }),
  }));
  return { id: raw.id, safety: raw.safety, prefill };
}

function toPolicy(raw: RawModule['policy']): Policy {
  return {
    timeZone: raw.time_zone,
    quorum: raw.quorum,
    target: raw.target,
    maximumReviews: raw.maximum_reviews,
    invitationDays: raw.invitation_days,
    reviewDays: raw.review_days,
    reviewerOpenLimit: raw.reviewer_open_limit,
    screeningDays: raw.screening_days,
    roundDays: raw.round_days,
    revisionDays: raw.revision_days,
    offerPageDays: raw.offer_page_days,
    approvePageDays: raw.approve_page_days,
    publishingDays: raw.publishing_days,
    bounceDays: raw.bounce_days,
    appealDays: raw.appeal_days,
    draftMonths: raw.draft_months,
    takeBackMinutes: raw.take_back_minutes,
    merge: raw.merge,
    risk: raw.risk,
  };
}
