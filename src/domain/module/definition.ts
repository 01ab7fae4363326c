import type { ModuleId } from '../ids.ts';
import type { Form } from './form.ts';
import type { Rubric } from './rubric.ts';

/** Days and numbers that a module may set; the defaults are in the schema that reads `module.yml`. */
export interface Policy {
  /** IANA name; a due date is the end of that day there. */
  readonly timeZone: string;
  readonly quorum: number;
  readonly target: number;
  readonly maximumReviews: number;
  readonly invitationDays: number;
  readonly reviewDays: number;
  readonly reviewerOpenLimit: number;
  readonly screeningDays: number;
  readonly roundDays: number;
  readonly revisionDays: number;
  readonly offerPageDays: number;
  readonly approvePageDays: number;
  readonly publishingDays: number;
  readonly bounceDays: number;
  readonly appealDays: number;
  readonly draftMonths: number;
  readonly takeBackMinutes: number;
  /** Who presses merge: the service, or people on the forge. */
  readonly merge: 'service' | 'forge';
  /** Risk levels in answers that need a second curator, and those that stop the case for safety. */
  readonly risk: { readonly field: string; readonly second: readonly string[]; readonly hold: readonly string[] };
}

export interface Section {
  /** A path such as `strategies/training`. */
  readonly id: string;
}

/** Headings of the published page and the fields under each, by kind of contribution. */
export interface PageLayout {
  readonly sections: readonly { readonly heading: string; readonly fields: readonly string[] }[];
}

export interface Operator {
  readonly name: string;
  readonly contact: string;
  readonly safetyContact: string;
  readonly site: string;
  /** Where the quick exit leads: an ordinary, busy site. */
  readonly exit: string;
}

/** Every text of a module in one language, flat: `fields.title.label`, `criteria.relevance.anchors.3`, … */
export type ModuleTexts = Readonly<Record<string, string>>;

export interface ModuleDefinition {
  readonly id: ModuleId;
  /** The commit of the content repository this was read from. */
  readonly commit: string;
  readonly languages: readonly string[];
  readonly interfaceLanguages: readonly string[];
  readonly sections: readonly Section[];
  readonly form: Form;
  readonly rubric: Rubric;
  readonly policy: Policy;
  readonly operator: Operator;
  readonly pages: Readonly<Record<string, PageLayout>>;
  readonly texts: Readonly<Record<string, ModuleTexts>>;
}

/** A text in the wanted language, else in English; the language found says what `lang` the element must carry. */
export function moduleText(
  definition: ModuleDefinition,
  language: string,
  key: string,
): { text: string; lang: string } {
  const own = definition.texts[language]?.[key];
  if (own !== undefined) return { text: own, lang: language };
  return { text: definition.texts['en']?.[key] ?? key, lang: 'en' };
}
