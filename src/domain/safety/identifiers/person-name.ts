import { ARABIC_NAMES, isPublicInArabic } from './arabic-names.ts';
import { capitalRuns, type Run } from './capital-runs.ts';
import type { Detector, Span } from './finding.ts';
import { hitsOf } from './finding.ts';
import { isSomebody } from './name-evidence.ts';
import { NOT_NAMES } from './not-names.ts';
import { CASE_PERSONS, CASE_PERSONS_BEGINNING, KIN, OWN_EN, OWN_ES, OWN_FR, ROLES, TITLE } from './person-words.ts';
import { holdsOffice, isPublic } from './public-names.ts';

const PART = "['’‘]?\\p{Lu}[\\p{L}’'-]{1,30}";
const JOINED = `(?: (?:(?:de|del|la|las|los|van|bin|binti|bint|mint|ben|al|el|da|dos|das|du|der|ould|y) ){0,2}${PART})`;
/** One name or more; and two or more, where one alone could be anything. */
const NAME = `(?<hit>${PART}${JOINED}{0,3})`;
const FULL_NAME = `(?<hit>${PART}${JOINED}{1,3})`;
const BEGIN = "(?<![\\p{L}\\p{N}’'])";
const beginning = (words: string): string => words.replace(/(?<=^|\|)\p{Ll}/gu, (first) => first.toUpperCase());
/** "Ciudad Mujer Morazán": a capital behind another capital begins no sentence. */
const PERSON = `${BEGIN}(?:${CASE_PERSONS}|(?<!\\p{Lu}\\p{L}{1,20} )(?:${beginning(CASE_PERSONS_BEGINNING)}))`;
const ROLE = `${BEGIN}(?:${ROLES})`;
const CALLED =
  '(?:named|called|by the name of|known as|nomm[ée]e?|pr[ée]nomm[ée]e?|appel[ée]e?|llamad[ao]|de nombre|chamad[ao]|aitwaye|anayeitwa|jina lake)';

const NAMES: readonly RegExp[] = [
  // "the survivor, Amara K.", "la denunciante doña Marisela Q.": a word for somebody in a case, then a name.
  `${PERSON}(?:,| \\(|:)? (?:${TITLE} )?${NAME}`,
  // "her landlord, Peter K.", "le gardien Kossi A.", "lists its night worker as Dorothy W."
  `${ROLE}(?:,|:| \\(| as| is| was| est| es)? ${FULL_NAME}`,
  // "a girl of twelve named …", "une femme appelée …", "una mujer llamada …"
  `${PERSON}[^.\\n]{0,40}? ${CALLED} ${NAME}`,
  `${BEGIN}(?:${ROLES})[^.\\n]{0,40}? ${CALLED} ${FULL_NAME}`,
  `${PERSON}[^.\\n]{0,60}? (?:s['’]appelle|se llama) ${FULL_NAME}`,
  `${BEGIN}(?:[Hh]er|[Hh]is|[Mm]y|[Tt]he survivor['’]s|[Tt]he victim['’]s|whose) (?:real |full |first )?name (?:is|was) ${NAME}`,
  `${BEGIN}(?:[Ee]lle s['’]appelle|[Jj]e m['’]appelle|[Ss]on nom est|[Ss]e llama|[Mm]e llamo|[Ss]u nombre es|[Jj]ina lake ni) ${NAME}`,
  `${BEGIN}(?:I am|I['’]m|[Jj]e suis|[Yy]o soy|[Ss]oy|[Ss]igned(?: by)?:?|[Ss]ignée?:?|[Ff]irmad[ao] por:?) ${FULL_NAME}`,
  `${BEGIN}(?<!(?:Nuestra|Notre) )${TITLE} ${NAME}`,
  // "la denunciante, M. Q.", "M. Q., de 31 años"
  `${PERSON}(?:,| \\(|:)? (?<hit>\\p{Lu}\\. ?\\p{Lu}\\.(?: ?\\p{Lu}\\.)?)`,
  `${BEGIN}(?<hit>\\p{Lu}\\. ?\\p{Lu}\\.(?: ?\\p{Lu}\\.)?)(?=,? (?:\\(?\\d{2}[,)]|aged \\d|âgée? de \\d|de \\d{1,2} años|\\d{1,2} ans))`,
  // "they call her «la Flaca»"
  `${BEGIN}(?:llam\\p{L}{1,5}|dicen|anotó|como|apodad[ao]|as|called?|dite?|surnomm\\p{L}{1,3}|appell\\p{L}{1,4}) [«"“](?<hit>(?:la |el |l['’]|le |the )\\p{Lu}\\p{Ll}[\\p{L} ]{1,25})[»"”]`,
  // "a certain Rabah B.", "everybody knows that it is Lourdes C."
  `${BEGIN}(?:a certain|one|un certain|une certaine|un tal|una tal|(?:sabe|saben|knows?) que es|knows? (?:that )?(?:it|she|he) (?:is|was)|savent? que c['’]est) ${FULL_NAME}`,
  `${BEGIN}[Cc]ont[aá]ct[ao]?(?: person| sur place)? ?: ?${FULL_NAME}`,
  `${BEGIN}(?:${OWN_EN}) of ${FULL_NAME}`,
  `${BEGIN}(?:${OWN_FR}) de ${FULL_NAME}`,
  `${BEGIN}(?:${OWN_ES}) de ${FULL_NAME}`,
].map((source) => new RegExp(source, 'dgu'));

/** Names of persons, found by what is said around them. */
export const findPersonNames: Detector = ({ plain }) => [
  ...namesIn(plain),
  ...NAMES.flatMap((pattern) => hitsOf(pattern, plain)).filter(
    (span) => isName(plain, span) && !holdsOffice(aheadOf(span, plain), behind(span, plain)),
  ),
  ...arabicNamesIn(plain),
];

const ARABIC_LETTER = /[\u0621-\u064A]/u;

/** Without a letter of it there is no name of it, and trying its patterns takes as long as all the others. */
function arabicNamesIn(plain: string): readonly Span[] {
  if (!ARABIC_LETTER.test(plain)) return [];
  return ARABIC_NAMES.flatMap((pattern) => hitsOf(pattern, plain)).filter((span) => !isPublicInArabic(plain, span));
}

function isName(plain: string, { start, end }: Span): boolean {
  const name = plain.slice(start, end);
  return !NOT_NAMES.test(name) && (name !== name.toUpperCase() || name.endsWith('.'));
}

const AROUND = 80;

/** Runs of capitals that something around them, or in them, tells to be a name, and nothing to be of public life. */
function namesIn(plain: string): readonly Span[] {
  const runs = capitalRuns(plain).filter((run) => !isPublic(run, aheadOf(run, plain), behind(run, plain)));
  const told: Run[] = [];
  const known = new Set<string>();
  for (const run of runs) {
    const last = told.at(-1);
    if (run.words > 1 && run.text.split(' ').some((word) => known.has(word))) {
      told.push(run);
      continue;
    }
    const listed = last !== undefined && LISTED.test(plain.slice(last.end, run.start));
    if (listed || isSomebody(run, aheadOf(run, plain), behind(run, plain)) || isAmong(run, plain)) {
      told.push(run);
      for (const word of run.text.split(' ')) if (word.length > 3) known.add(word);
    }
  }
  return told;
}

/** "Amara K., Lourdes C. and Solène": whoever is named in one breath with a person is one. */
const LISTED = /^(?: \(\d{1,2}\))?,? (?:(?:and|et|y|e) )?$/u;
const aheadOf = ({ start }: Span, plain: string): string => plain.slice(Math.max(0, start - AROUND), start);
const behind = ({ end }: Span, plain: string): string => plain.slice(end, end + AROUND);

/** A run of two names or more in a sentence about one person, unless it stands where a place would. */
function isAmong(run: Run, plain: string): boolean {
  if (run.words === 1 || AT_PLACE.test(aheadOf(run, plain))) return false;
  const before = plain.slice(Math.max(0, run.start - SENTENCE), run.start);
  const after = plain.slice(run.end, run.end + SENTENCE);
  const sentence = `${before.slice(before.search(/[^.!?\n]*$/u))} ${/^[^.!?\n]*/u.exec(after)?.[0] ?? ''}`;
  return ABOUT_ONE.test(sentence);
}
const SENTENCE = 160;
const AT_PLACE =
  /(?<!\p{L})(?:in|at|from|near|to|left|reached|quitt(?:a|ait|é|er)|dejó|through|around|outside|across|of|off|towards?|into|between|and|the|à|au|aux|en|de|du|des|dans|vers|sur|depuis|entre|et|par|pour|la|le|les|del|desde|hacia|por|a|al|el|los|las|y|e) (?:\p{Ll}+ (?:of|de|du|d['’]) ?)?$|["«“'(]$|\d[A-Za-z]?,? $|(?:^|\n)\s*$/iu;
const ABOUT_ONE = new RegExp(
  `(?<!\\p{L})(?:she|her|hers|he|his|him|herself|himself|elle|ella|${KIN}|${CASE_PERSONS})(?!\\p{L})`,
  'iu',
);
