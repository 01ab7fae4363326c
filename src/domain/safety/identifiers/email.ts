import type { Detector } from './finding.ts';
import { spansOf } from './finding.ts';

const PLAIN = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
/** Written around: "name (at) host (dot) org". */
const WRITTEN_OUT =
  /[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63} ?[[({] ?(?:at|arobase|arroba|chez|آت) ?[\])}] ?[\p{L}\p{N}-]{1,63}(?: ?(?:\.|[[({] ?(?:dot|point|punto|ponto|نقطة) ?[\])}]) ?[\p{L}\p{N}-]{2,24}){1,4}/giu;

export const findEmails: Detector = ({ plain }) => [...spansOf(PLAIN, plain), ...spansOf(WRITTEN_OUT, plain)];
