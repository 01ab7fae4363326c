import { remember } from '../remember.ts';

/** What stands in an organisation's name without telling it apart: its legal form, and articles. */
const notTelling = new Set(
  [
    'ag asbl bv co company corp corporation cv ev gmbh inc incorporated kg limited llc llp ltd ngo nv ong onlus',
    'plc pty pvt sa sarl sas spa srl the vzw',
  ]
    .join(' ')
    .split(' '),
);

const honorifics = new Set('dr mr mrs ms mx prof professor sr sra mme mlle dra eng'.split(' '));

/**
 * The words of a name as they are compared: compatibility forms, case, accents, Arabic vowel marks, stretches and
 * spellings of one letter, invisible marks and punctuation do not count. Dots and apostrophes join: "e.V." is "ev".
 */
function wordsOf(name: string): readonly string[] {
  const plain = name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFD');
  return plain
    .replace(/[\p{M}\p{Cf}\u0640.'’ʼ]/gu, '')
    .replace(/\u0649/g, '\u064A')
    .replace(/\u0629/g, '\u0647')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The words without those of a list; all of them where nothing else is left. */
function without(words: readonly string[], list: ReadonlySet<string>): readonly string[] {
  const left = words.filter((word) => !list.has(word));
  return left.length === 0 ? words : left;
}

/** The key under which two spellings of one organisation are equal; '' of an empty name. */
export const organisationKey = remembered((name) => without(wordsOf(name), notTelling).join(' '));

const wordsOfPerson = remembered((name) => without(wordsOf(name), honorifics));

/** Each reviewer is held against case after case. */
function remembered<Answer>(answer: (name: string) => Answer): (name: string) => Answer {
  return remember(1000, (name: string) => name, answer);
}

export const isSameOrganisation = (left: string, right: string): boolean =>
  organisationKey(left) !== '' && organisationKey(left) === organisationKey(right);

/**
 * Whether two personal names may be the same person's: all words of the shorter are in the longer, in any order, titles
 * aside. "Hassan" therefore meets "Amina Hassan": a conflict seen too often can be overridden, one overlooked cannot.
 */
export function mayBeSamePerson(left: string, right: string): boolean {
  const [one, other] = [wordsOfPerson(left), wordsOfPerson(right)];
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return shorter.length > 0 && shorter.every((word) => longer.includes(word));
}
