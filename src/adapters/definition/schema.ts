import { z } from 'zod';
import { evidenceLevels } from '../../domain/module/rubric.ts';

/** The shape of `module.yml`. What one part demands of another is checked afterwards. */

/** `constructor` and `prototype` would reach into the language's own objects. */
const id = z.string().regex(/^(?!constructor$|prototype$)[a-z][a-z0-9_]*$/, 'bad_id');
const sectionId = z
  .string()
  .regex(/^(?!constructor$|prototype$)[a-z][a-z0-9_]*(\/(?!constructor$|prototype$)[a-z][a-z0-9_]*)*$/, 'bad_id');
const name = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'bad_id');
/** Reaches into a group or matrix: `risk_people.survivors.level`. */
const dotted = z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){0,2}$/, 'bad_id');
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'bad_value');
const count = z.int().min(1).max(10_000);
const limit = z.int().min(0).max(10_000);
const address = z.string().regex(/^[A-Za-z0-9.!#$%&'*+/=?^_{}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, 'bad_value');
const site = z.url({ protocol: /^https?$/, error: 'bad_value' });
const timeZone = z.string().refine(isTimeZone, 'bad_value');

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const oneCondition = {
  field: dotted,
  in: z.array(z.string()).optional(),
  not_in: z.array(z.string()).optional(),
};
export const conditionShape = z.strictObject({ ...oneCondition, and: z.strictObject(oneCondition).optional() });

const options = {
  options: z.union([z.enum(['countries', 'languages', 'sections']), z.array(id).max(60)], { error: 'bad_value' }),
  also: z.array(id).max(20).optional(),
};

const leafShapes = <Common extends z.ZodRawShape>(common: Common) =>
  [
    z.strictObject({ ...common, ...options, type: z.literal('choice') }),
    z.strictObject({ ...common, ...options, type: z.literal('multi') }),
    z.strictObject({ ...common, type: z.literal('text'), min_characters: limit.default(0), max_characters: count }),
    z.strictObject({ ...common, type: z.literal('textarea'), min_words: limit.default(0), max_words: count }),
    z.strictObject({ ...common, type: z.literal('number'), round_to: z.int().min(2).max(1000).optional() }),
    z.strictObject({ ...common, type: z.literal('email') }),
    z.strictObject({ ...common, type: z.literal('url') }),
    z.strictObject({ ...common, type: z.literal('month'), past: z.boolean().optional() }),
    z.strictObject({ ...common, type: z.literal('date') }),
    z.strictObject({ ...common, type: z.literal('yes_no') }),
    z.strictObject({ ...common, type: z.literal('attest') }),
  ] as const;

const partShape = z.discriminatedUnion(
  'type',
  leafShapes({
    id,
    required: z.boolean().default(false),
    when: conditionShape.optional(),
    required_when: conditionShape.optional(),
  }),
);

const fieldCommon = {
  id,
  short: z.boolean().default(false),
  required: z.enum(['no', 'to_send', 'before_review']).default('no'),
  optional_when: conditionShape.optional(),
  when: conditionShape.optional(),
  visibility: z.enum(['public', 'reviewers', 'curators', 'sealed']),
  reviewers_when: conditionShape.optional(),
  public_when: conditionShape.optional(),
  refuses: z.array(id).optional(),
};
const parts = z.array(partShape).min(1).max(12);

const fieldShape = z.discriminatedUnion('type', [
  ...leafShapes(fieldCommon),
  z.strictObject({ ...fieldCommon, type: z.literal('group'), parts, ordered: z.tuple([id, id]).optional() }),
  z.strictObject({ ...fieldCommon, type: z.literal('repeat'), parts, max: z.int().min(1).max(50) }),
  z.strictObject({ ...fieldCommon, type: z.literal('matrix'), parts, rows: z.array(id).min(1).max(20) }),
]);

const policyShape = z.strictObject({
  time_zone: timeZone.default('UTC'),
  quorum: count.default(2),
  target: count.default(2),
  maximum_reviews: count.default(4),
  invitation_days: count.default(7),
  review_days: count.default(21),
  reviewer_open_limit: count.default(3),
  screening_days: count.default(7),
  round_days: count.default(28),
  revision_days: count.default(60),
  offer_page_days: count.default(10),
  approve_page_days: count.default(14),
  publishing_days: count.default(14),
  bounce_days: count.default(5),
  appeal_days: count.default(60),
  draft_months: count.default(12),
  take_back_minutes: count.default(30),
  merge: z.enum(['service', 'forge']).default('service'),
  risk: z.strictObject({ field: id, second: z.array(id), hold: z.array(id) }),
});

const points = z.int().min(0).max(100);
const rubricShape = z.strictObject({
  id: name,
  version: count,
  minimum_judged: count,
  thresholds: z.strictObject({ accept: points, minor: points, revise: points, no_total_below: points, spread: points }),
  gates: z
    .array(
      z.strictObject({
        id,
        safety: z.boolean(),
        prefill: z
          .array(
            z.strictObject({
              when: conditionShape.optional(),
              ...conditionShape.shape,
              otherwise: z.enum(['fail', 'unsure']),
            }),
          )
          .default([]),
      }),
    )
    .min(1),
  criteria: z
    .array(
      z.strictObject({
        id,
        weight: z.int().min(1).max(100),
        floor: z.strictObject({ median: z.int().min(0).max(4), minimum: z.int().min(0).max(4).optional() }).optional(),
        mendable: z.boolean().default(true),
        essential: z.boolean().default(false),
      }),
    )
    .min(1),
  suggested_evidence: z
    .array(
      z.strictObject({
        field: dotted,
        in: z.array(z.string()).min(1),
        when: z.array(conditionShape).optional(),
        level: z.enum(evidenceLevels),
      }),
    )
    .default([]),
});

export const moduleShape = z.strictObject({
  languages: z.array(language).min(1),
  interface_languages: z.array(language).min(1),
  sections: z.array(sectionId).min(1),
  operator: z.strictObject({
    name: z.string().min(1).max(200),
    contact: address,
    safety_contact: address,
    site,
    exit: site,
  }),
  policy: policyShape,
  form: z.strictObject({
    id: name,
    version: count,
    confirmations: z.array(id),
    pages: z.array(z.strictObject({ id, fields: z.array(id).min(1) })).min(1),
    fields: z.array(fieldShape).min(1).max(200),
  }),
  rubric: rubricShape,
  pages: z.record(id, z.array(z.strictObject({ heading: id, fields: z.array(id).min(1) })).min(1)),
});

export type RawModule = z.infer<typeof moduleShape>;
export type RawField = RawModule['form']['fields'][number];
export type RawPart = z.infer<typeof partShape>;
/** `and` goes one step deep; its own `and` is written here so that both steps are one type. */
export type RawCondition = z.infer<typeof conditionShape> & { and?: { and?: undefined } | undefined };
