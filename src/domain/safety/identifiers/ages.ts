/** Ages under 18 in words, from one on, so that the place in its list tells the age. Arabic has them counted and ranked. */
const LATIN: readonly string[][] = [
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'.split(
    ' ',
  ),
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept'.split(' '),
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete'.split(' '),
];
const ARABIC_COUNTED = [
  'سنة واحدة|سنتين|ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر|إحدى عشرة|اثنتي عشرة|ثلاث عشرة|أربع عشرة|خمس عشرة|ست عشرة|سبع عشرة',
  'عام واحد|عامين|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|أحد عشر|اثني عشر|ثلاثة عشر|أربعة عشر|خمسة عشر|ستة عشر|سبعة عشر',
  'الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة|السابعة|الثامنة|التاسعة|العاشرة|الحادية عشرة|الثانية عشرة|الثالثة عشرة|الرابعة عشرة|الخامسة عشرة|السادسة عشرة|السابعة عشرة',
].map((list) => list.split('|'));

/** Longer words first: "ثلاث عشرة" before "ثلاث". */
const alternatives = (lists: readonly string[][]): string =>
  lists
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|');

export const AGE = `(?<age>\\d{1,2}|${alternatives(LATIN)})`;
export const ARABIC_AGE = `(?<age>\\d{1,2}|${alternatives(ARABIC_COUNTED)})`;

/** Years of a number or a word of `AGE` or `ARABIC_AGE`. */
export function yearsOf(text: string): number {
  const word = text.toLowerCase();
  const place = [...LATIN, ...ARABIC_COUNTED].map((list) => list.indexOf(word)).find((at) => at !== -1);
  return place === undefined ? Number(text) : place + 1;
}
