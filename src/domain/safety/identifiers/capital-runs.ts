import { GIVEN_NAMES } from './given-names.ts';
import { matchesOf, type Span } from './finding.ts';
import { NEVER_IN_NAMES, NOT_NAMES, SENTENCE_LEADS } from './not-names.ts';

/** Words in a row that are written as names are; `words` counts those with a capital. */
export interface Run extends Span {
  readonly text: string;
  readonly words: number;
  /** What only names have: an initial at an end, "daughter of" or "son of" inside, a widespread given name. */
  readonly marked: boolean;
  readonly given: boolean;
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}’'-]{0,30}[\\p{Ll}\\p{M}]";
const INITIAL = '\\p{Lu}\\.';
const OF_KIN = 'bin|binti|bint|bte|mint|ben|ibn|ould|ag|wa|abu|umm|om';
const PARTICLE = `(?:${OF_KIN}|al|el|ul|ur|de|del|della|di|da|do|dos|das|du|la|las|los|van|von|der|den|y)`;
const NEXT = `(?: (?:${PARTICLE} ){0,3}(?:${WORD}|${INITIAL}(?=[ ,;:)]|\\.|$)))`;
const RUN = new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${WORD}|${INITIAL}(?= \\p{Lu}\\p{Ll}))${NEXT}{0,5}`, 'gu');
const OF_FATHER = new RegExp(`\\p{L} (?:${OF_KIN}) \\p{Lu}`, 'u');
const INITIAL_LAST = new RegExp(` ${INITIAL}$`, 'u');
const INITIAL_FIRST = new RegExp(`^${INITIAL} \\p{Lu}`, 'u');
const TRAILING_PARTICLE = new RegExp(`(?: ${PARTICLE})+$`, 'u');

/** Runs of capitals that may be names: without the word that only begins the sentence, and of no known public thing. */
export function capitalRuns(plain: string): readonly Run[] {
  return matchesOf(RUN, plain).flatMap((match) => {
    const text = match[0].replace(TRAILING_PARTICLE, '');
    const led = leadOf(text);
    const name = text.slice(led);
    const capitals = name.split(' ').filter((word) => /^\p{Lu}/u.test(word));
    if (capitals.length === 0 || NOT_NAMES.test(name) || NEVER_IN_NAMES.test(name)) return [];
    const start = match.index + led;
    return [
      {
        start,
        end: start + name.length,
        text: name,
        words: capitals.length,
        marked: isMarked(name, plain.slice(Math.max(0, start - 2), start), plain.slice(start + name.length)),
        given: capitals.some((word) => word.split('-').some((part) => GIVEN_NAMES.has(part))),
      },
    ];
  });
}

/** "Block C." may end a sentence and "A. Requests" begin a heading; inside a sentence an initial is a name's. */
const isMarked = (name: string, ahead: string, behind: string): boolean =>
  OF_FATHER.test(name) ||
  (INITIAL_LAST.test(name) && /^(?:,|;| \(| \p{Ll})/u.test(behind)) ||
  (INITIAL_FIRST.test(name) && /[\p{Ll},:;»”"] $/u.test(ahead));

/** Length of what stands before the name: "When ", "Según ", "Cuenta ". */
function leadOf(text: string): number {
  let length = 0;
  for (const word of text.split(' ')) {
    if (!SENTENCE_LEADS.has(word) && !(length > 0 && /^\p{Ll}/u.test(word))) return length;
    length += word.length + 1;
  }
  return text.length;
}
