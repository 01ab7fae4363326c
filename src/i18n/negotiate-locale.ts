import { interfaceLanguages, isInterfaceLanguage, type InterfaceLanguage } from './languages.ts';

interface Wish {
  language: string;
  weight: number;
}

/**
 * The interface language that an Accept-Language header prefers (RFC 9110, 12.5.4), English when none fits.
 * A region is ignored: `ar-EG` is served `ar`.
 */
export function negotiateLocale(acceptLanguage: string | undefined): InterfaceLanguage {
  const wishes = (acceptLanguage ?? '').split(',').map(readWish);
  const sorted = wishes.filter((wish) => wish.weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { language } of sorted) {
    if (isInterfaceLanguage(language)) return language;
    if (language === '*') break;
  }
  return interfaceLanguages[0];
}

function readWish(part: string): Wish {
  const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
  const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((found) => found);
  const weight = quality === undefined ? 1 : Number(quality);
  return { language: range.trim().split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
