import type { Detector } from './finding.ts';
import { spansOf } from './finding.ts';

const PLAIN = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
/** Written around: "name (at) host (dot) org". */
const WRITTEN_OUT =
  /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63} ?[[({] ?(?:at|arobase|arroba|chez|آت) ?[\])}] ?[\p{L}\p{N}-]{1,63}(?: ?(?:\.|[[({] ?(?:dot|point|punto|ponto|نقطة) ?[\])}]) ?[\p{L}\p{N}-]{2,24}){1,4}/giu;
/** Spelled in words alone: "safe dot talk at host dot org". Sign and stop are of one language: "at any point". */
const SPELLED: readonly (readonly [needs: RegExp, shape: RegExp])[] = [
  ['dot', 'at'],
  ['point', 'arobase'],
  ['punto', 'arroba'],
  ['نقطة', 'آت'],
].map(([dot = '', at = '']) => {
  const name = '[\\p{L}\\p{N}_-]{1,40}';
  return [
    new RegExp(` ${at} ${name} ${dot} `, 'iu'),
    new RegExp(
      `(?<![\\p{L}\\p{N}_-])${name}(?: ${dot} ${name}){0,3} ${at} ${name}(?: ${dot} [\\p{L}\\p{N}-]{2,24}){1,4}`,
      'giu',
    ),
  ];
});

/** Each shape with what it cannot do without: most texts have none of these, and a look for that is quick. */
const SHAPES: readonly (readonly [needs: RegExp, shape: RegExp])[] = [
  [/@/u, PLAIN],
  [/[[({] ?(?:at|arobase|arroba|chez|آت) ?[\])}]/iu, WRITTEN_OUT],
  ...SPELLED,
];

export const findEmails: Detector = ({ plain }) =>
  SHAPES.flatMap(([needs, shape]) => (needs.test(plain) ? spansOf(shape, plain) : []));
