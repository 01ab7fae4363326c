import type { ModuleDefinition } from './definition.ts';
import type { Field, FieldType, Options, SubField } from './form.ts';
import type { Rubric } from './rubric.ts';
import { evidenceLevels, TOP_SCORE } from './rubric.ts';

type Described = Omit<ModuleDefinition, 'texts'>;

export interface TextKeys {
  /** Must exist in English. */
  readonly required: readonly string[];
  /** May exist. */
  readonly optional: readonly string[];
}

/** Every text that a module's structure asks for; anything beyond is a slip of the pen. */
export function textKeys(definition: Described): TextKeys {
  const { form } = definition;
  return {
    required: [
      'module.title',
      'module.summary',
      'before_you_start',
      'consent.publication',
      'attribution.anonymous',
      'attribution.in_region',
      ...definition.sections.map(({ id }) => `sections.${id}`),
      ...form.pages.map(({ id }) => `form_pages.${id}`),
      ...form.fields.flatMap(fieldKeys),
      ...rubricKeys(definition.rubric),
      ...headings(definition).map((heading) => `pages.${heading}`),
    ],
    optional: [...form.fields.flatMap(helpKeys), ...Object.keys(definition.pages).map((kind) => `kinds.${kind}`)],
  };
}

const headings = (definition: Described): string[] => [
  ...new Set(Object.values(definition.pages).flatMap(({ sections }) => sections.map(({ heading }) => heading))),
];

function fieldKeys({ id, type }: Field): string[] {
  const prefix = `fields.${id}`;
  const rows = type.type === 'matrix' ? type.rows.map((row) => `${prefix}.rows.${row}`) : [];
  return [
    `${prefix}.label`,
    ...optionKeys(prefix, type),
    ...partsOf(type).flatMap((part) => partKeys(prefix, part)),
    ...rows,
  ];
}

function partKeys(prefix: string, part: SubField): string[] {
  const own = `${prefix}.parts.${part.id}`;
  return [`${own}.label`, ...optionKeys(own, part.type)];
}

function helpKeys({ id, type }: Field): string[] {
  return [`fields.${id}.help`, ...partsOf(type).map((part) => `fields.${id}.parts.${part.id}.help`)];
}

/** The parts of a group, repeated entry or matrix row; none for a single answer. */
export function partsOf(type: FieldType): readonly SubField[] {
  return 'fields' in type ? type.fields : [];
}

function optionKeys(prefix: string, type: FieldType): string[] {
  if (type.type !== 'choice' && type.type !== 'multi') return [];
  return ownOptions(type.options).map((code) => `${prefix}.options.${code}`);
}

const ownOptions = (options: Options): readonly string[] =>
  options.kind === 'listed' ? options.values : (options.also ?? []);

function rubricKeys(rubric: Rubric): string[] {
  const points = Array.from({ length: TOP_SCORE + 1 }, (_, point) => point);
  return [
    ...rubric.gates.flatMap(({ id }) => [`gates.${id}.label`, `gates.${id}.fail_when`]),
    ...rubric.criteria.flatMap(({ id }) => [
      `criteria.${id}.label`,
      `criteria.${id}.question`,
      ...points.map((point) => `criteria.${id}.anchors.${String(point)}`),
    ]),
    ...evidenceLevels.flatMap((level) => [`evidence.${level}.label`, `evidence.${level}.rule`]),
  ];
}
