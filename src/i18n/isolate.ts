import type { Direction } from './languages.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';
const otherWay = {
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u,
  rtl: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u,
};

/**
 * Shields a value put into a sentence that runs the other way, so that brackets and full stops stay where they belong
 * (Unicode Bidirectional Algorithm, UAX 9). An address is left alone: an invisible character after it would break it.
 */
export function isolate(value: string, direction: Direction): string {
  if (!otherWay[direction].test(value) || /^(https?:\/\/|mailto:)/.test(value)) return value;
  return `${FIRST_STRONG_ISOLATE}${value}${POP_DIRECTIONAL_ISOLATE}`;
}
