import type { ModuleTexts } from '../../domain/module/definition.ts';
import type { Found } from './shape-mistakes.ts';
import type { Place } from './yaml-source.ts';

export interface TextsReading {
  readonly texts: ModuleTexts;
  readonly mistakes: readonly Found[];
}

/** Nested texts to flat keys, `fields.title.label`; whatever is not a text is a mistake. */
export function flattenTexts(value: unknown): TextsReading {
  const texts = Object.create(null) as Record<string, string>;
  const mistakes: Found[] = [];
  const walk = (node: unknown, place: Place): void => {
    if (typeof node === 'string' && node.trim() !== '' && place.length > 0) texts[place.join('.')] = node.trim();
    else if (isBlock(node)) for (const [key, inner] of Object.entries(node)) walk(inner, [...place, key]);
    else mistakes.push({ place, kind: 'text_not_words', params: { name: place.join('.') } });
  };
  walk(value, []);
  return { texts, mistakes };
}

const isBlock = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
