import type { Run } from './capital-runs.ts';

/** Who holds a public office may be named, and so may whom a street, a law or a school is called after. */
const OFFICES =
  'minister|president|ambassador|commissioner|judge|justice|magistrate|governor|mayor|senator|deputy|professor|dean|director|secretary|chancellor|attorney[- ]general|prosecutor|chief(?: of police)?|general|king|queen|pope|bishop|representative|rapporteur|spokesperson|spokesman|spokeswoman|chair(?:person|man|woman)?|first lady|envoy|high commissioner|ministre|pr[ée]sidente?|ambassad(?:eur|rice)|commissaire|juge|gouverneure?|maire|s[ée]nat(?:eur|rice)|d[ée]put[ée]e?|professeure?|doyenne?|direct(?:eur|rice)|secr[ée]taire(?: g[ée]n[ée]rale?)?|procureure?(?: g[ée]n[ée]rale?)?|pr[ée]f[èe]te?|[ée]v[êe]que|porte-parole|rapporteure?|première dame|ministr[ao]|presidenta?|embajadora?|comisari[ao]|comisionad[ao]|juez|jueza|magistrad[ao]|gobernadora?|alcalde|alcaldesa|intendent[ea]|senadora?|diputad[ao]|profesora?|decan[ao]|directora?|secretari[ao]|fiscal(?: general)?|defensora?(?: del pueblo)?|obispo|vocer[ao]|portavoz|relatora?|jef[ea]';
/** The same in small letters and as titles before a name. */
const ANY_OFFICE = `${OFFICES}|${OFFICES.replace(/(?<=^|\|)\p{Ll}/gu, (first) => first.toUpperCase())}`;
const NAMED_AFTER =
  'law|act|bill|house|home|shelter|school|hospital|clinic|centre|center|foundation|award|prize|street|road|avenue|square|bridge|airport|town|city|village|district|county|province|region|island|lake|mount|port|camp|library|theatre|church|mosque|station|film|novel|loi|maison|foyer|refuge|école|lycée|collège|université|hôpital|fondation|prix|rue|avenue|boulevard|place|pont|quai|ville|village|commune|île|lac|mont|port|camp|bibliothèque|église|mosquée|gare|film|roman|association|asociaci[óo]n|ley|lei|casa|hogar|albergue|refugio|escuela|colegio|liceo|instituto|universidad|hospital|fundaci[óo]n|premio|calle|avenida|plaza|puente|ciudad|pueblo|aldea|municipio|provincia|departamento|isla|lago|puerto|campamento|biblioteca|iglesia|barrio|colonia|cant[óo]n|parroquia|comunidad|comarca|revista|editorial|memory|honou?r|mémoire|memoria|honor';
/** "of Justice", "de la Policía Nacional": of what; a verb in between would make somebody else of the name. */
const OF_WHAT =
  "(?: (?:divisionnaire|principal|g[ée]n[ée]rale?|adjointe?|d[ée]l[ée]gu[ée]e?|provincial|nacional|municipal|departamental|regional|adjunt[ao]|titular|designate))?(?: (?:of|for|de|del|des|du|d['’]) ?(?:(?:the|la|le|las|los|les|l['’]) ?)?(?:\\p{Lu}[\\p{L}'’-]+|\\p{Ll}+)(?:,? (?:and|et|y|of|de|de la|del|des|du|for|the|la|les|las|los|\\p{Lu}[\\p{L}'’-]+)){0,7})?";

const OFFICE_BEFORE = new RegExp(
  `(?<!\\p{L})(?:${ANY_OFFICE}|[Dd]r\\.?|[Pp]rof\\.?|Hon\\.|H\\.E\\.)${OF_WHAT},? $`,
  'u',
);
const OFFICE_FIRST = new RegExp(`^(?:${OFFICES}|dr|prof|hon)\\.? `, 'iu');
const OFFICE_AFTER = new RegExp(
  `^(?: \\([^)]{0,40}\\))?, (?:(?:the|then|former|first|deputy|vice|an?|la|le|el|une?|una|ex|alors|entonces)[- ]){0,3}(?:${OFFICES}|head of|heads|founder|fundadora?|fondat(?:eur|rice)|chef(?:fe)? d|jef[ea] d)(?!\\p{L})|^, qui (?:dirig|présid)`,
  'iu',
);
const NAMED_BEFORE = new RegExp(
  `(?:bears?|porte|lleva|recibió|reçu) (?:the|le|el|son|su) (?:name|nom|nombre) (?:of|de) $|(?<!\\p{L})(?:${NAMED_AFTER})(?: (?:of|named after|called|de|del|de la|des|du|dite?|llamad[ao]))? ?["«“']? ?$`,
  'iu',
);
const NAMED_BEHIND = new RegExp(`^ (?:${NAMED_AFTER})(?!\\p{L})`, 'u');
/** "Heise (1998)", "Stark, 2007", "Ellsberg et al.", "in: Campbell". */
const CITED =
  /^(?:,? et al|,? \(?(?:19|20)\d{2}[a-z]?\)?|,? (?:and|et|y|&) \p{Lu}[\p{L}’'-]+,? \((?:19|20)\d{2}|, \p{Lu}\.|(?:, \p{Lu}[\p{L}’'-]+){0,3} (?:and|et|y|&) \p{Lu}[\p{L}’'-]+,? \((?:19|20)\d{2})/u;
const CITING =
  /(?:\b(?:see|cf\.?|ed\.?|eds\.?|voir|v[ée]ase|vid\.?|v\.)|[&]|\((?:19|20)\d{2}\)[,;]?(?: and| et| y)?) $/iu;

/** A person beside whose name a public office stands. */
export const holdsOffice = (before: string, after: string): boolean =>
  OFFICE_BEFORE.test(before) || OFFICE_AFTER.test(after);

/** Whether a run of capitals is of public life by what stands beside it. */
export const isPublic = (run: Run, before: string, after: string): boolean =>
  OFFICE_FIRST.test(run.text) ||
  holdsOffice(before, after) ||
  NAMED_BEFORE.test(before) ||
  NAMED_BEHIND.test(after) ||
  CITED.test(after) ||
  CITING.test(before) ||
  isCountry(run.text);

const LANGUAGES = ['en', 'fr', 'es', 'pt'] as const;
const A = 65;
const LETTERS = 26;

/** Names of countries and territories as people write them, from the language data that every engine carries. */
const COUNTRIES: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return allPairs().flatMap((code) => names.of(code)?.split(/ \(|\)| (?:and|et|y|e) /u) ?? []);
  }).filter((name) => name !== ''),
);

function allPairs(): readonly string[] {
  const letters = Array.from({ length: LETTERS }, (_, index) => String.fromCharCode(A + index));
  return letters.flatMap((first) => letters.map((second) => first + second));
}

const isCountry = (text: string): boolean => COUNTRIES.has(text);
