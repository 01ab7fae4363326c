import { moduleText } from '../module/definition.ts';
import type { ModuleDefinition } from '../module/definition.ts';
import type { Answers } from '../module/form.ts';
import { regionOf } from './regions.ts';

export const attributionModes = [
  'person_and_organisation',
  'organisation',
  'organisation_in_region',
  'anonymous',
] as const;
export type AttributionMode = (typeof attributionModes)[number];

export interface Attribution {
  readonly mode: AttributionMode;
  readonly text: string;
}

/**
 * How the contributor is named on the page, from what they chose. Whatever is missing makes it say less, never more:
 * without the name it needs, a choice falls back to the next that hides more.
 */
export function attributionOf(answers: Answers, definition: ModuleDefinition, language: string): Attribution {
  const chosen = attributionModes.find((mode) => mode === answers['attribution']) ?? 'anonymous';
  const words = (key: string): string => moduleText(definition, language, `attribution.${key}`).text;
  const organisation = textOf(answers, 'organisation');
  const person = textOf(answers, 'public_name');
  if (chosen === 'person_and_organisation' && person !== '' && organisation !== '') {
    return { mode: chosen, text: `${person}, ${organisation}` };
  }
  if ((chosen === 'organisation' || chosen === 'person_and_organisation') && organisation !== '') {
    return { mode: 'organisation', text: organisation };
  }
  const region = chosen === 'organisation_in_region' ? regionName(answers['countries'], language) : undefined;
  if (region !== undefined) {
    return { mode: 'organisation_in_region', text: words('in_region').replace('{region}', () => region) };
  }
  return { mode: 'anonymous', text: words('anonymous') };
}

function textOf(answers: Answers, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? value.trim() : '';
}

/** The one UN region that holds all the countries of the answer, by name; undefined when they spread over several. */
function regionName(countries: Answers[string] | undefined, language: string): string | undefined {
  const codes = Array.isArray(countries) ? countries.filter((code): code is string => typeof code === 'string') : [];
  const regions = new Set(codes.map(regionOf));
  const [region] = regions;
  if (regions.size !== 1 || region === undefined) return undefined;
  return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(region);
}
