import type { Run } from './capital-runs.ts';
import { DOES, SPEECH, TOWARDS } from './deeds.ts';
import { KIN, OWN_EN, ROLES, TRADES } from './person-words.ts';

const END = '(?!\\p{L})';
const BEGIN = "(?<![\\p{L}’'])";
const ANYBODY = `(?:${ROLES}|${TRADES})`;
const QUOTE = '["«“\'‘]?';

const ADULT =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|vingt|trente|quarante|cinquante|soixante)(?:[- ]\\p{Ll}{2,6}){0,2}|eighteen|nineteen|dix-huit|dix-neuf|dieciocho|diecinueve|veinti?\\p{Ll}{1,6}|(?:treinta|cuarenta|cincuenta|sesenta)(?: y \\p{Ll}{2,6})?)';
const YEARS = '(?: ans| años| years(?: old)?)';
const AGED = new RegExp(
  [
    `,? \\((?:aged )?\\d{1,2}${YEARS}?(?:, [^()]{1,40})?\\)`,
    `, (?:(?:aged|age|now|then) )?(?:\\d{2}|${ADULT})${YEARS}?(?:,|\\.(?= |$)|;| and (?:a|now|from))`,
    ',? (?:aged|âgée? de) [\\p{Ll}\\d]{1,9}',
    `, (?:de )?(?:apenas |solo |tout juste |à peine )?(?:\\d{1,2}|\\p{Ll}{4,14})${YEARS}${END}`,
  ]
    .map((source) => `^${source}`)
    .join('|'),
  'u',
);
const A_MAN_OR_WOMAN =
  "(?:(?:an?|the|one|her|his|my|their|our|une?|la|le|ma|mon|sa|son|leur|el|una|un|su|mi|nuestra) |l['’])?(?:\\p{Ll}{2,14} ){0,2}?";
const BEHIND_FULL: readonly RegExp[] = [
  `(?:,(?! (?:and|et|y|where|when|while|but|mais|pero|donde|où|qui|que) )[^,.;\\n]{1,60})?,? ${DOES}${END}`,
  // "…, a widow", "…, couturière", "… (my sister)"
  `(?:, (?!(?:and|et|y|where|when|while|but|mais|pero|donde|où|qui|que) )| \\()${A_MAN_OR_WOMAN}${ANYBODY}${END}`,
  `, (?:who|whom|whose|quien|cuy[oa]s?|dont (?:le mari|la mère|les enfants))${END}`,
  `['’]s (?:late |own |eldest |youngest |little )?(?:${OWN_EN}|body|children|face|arm|phone|boyfriend|partner|in-laws)${END}`,
  `,? \\(?(?:cell|phone|tel|mobile|tél|téléphone|celular|teléfono|WhatsApp|Telegram)${END}`,
].map((source) => new RegExp(`^${source}`, 'u'));
const AHEAD_OF_FULL: readonly RegExp[] = [
  new RegExp(`${BEGIN}(?:${TOWARDS}|${SPEECH}) ${QUOTE}$`, 'iu'),
  /(?<!\p{L})(?:name|nom|nombre|firma|signed|signature|signée?|from|witness|testigo|témoin|client|patient|usuaria|applicant) ?: ?$/iu,
  new RegExp(
    `${BEGIN}(?:women|girls|men|boys|sisters|brothers|survivors|victims|witnesses|friends|neighbours|workers|femmes|filles|hommes|sœurs|frères|survivantes|victimes|voisines|mujeres|niñas|hombres|hermanas|hermanos|sobrevivientes|víctimas|vecinas|compañeras|lideresas)(?:,|:) ${QUOTE}$`,
    'u',
  ),
  new RegExp(`${BEGIN}${ANYBODY}(?:,|:| \\()? (?:called |named |nommée? |llamad[oa] )?${QUOTE}$`, 'u'),
];

/** Where one name alone is enough: after a relation of somebody, after what one goes by, after what was just said. */
const AHEAD_OF_ONE: readonly RegExp[] = [
  new RegExp(
    `${BEGIN}(?:(?:her|his|my|their|sa|son|ma|mon|leur|su|sus|mi|la|el|le) |l['’])(?:\\p{Ll}{3,10} )?(?:${KIN})(?:,| \\(|:)? ${QUOTE}$`,
    'iu',
  ),
  new RegExp(
    `${BEGIN}(?:famil(?:y|ia)|famille(?: de)?|known as|nicknamed|alias|we call|surnommée?|prénommée?|(?:la|lo|le) llaman|apodad[oa]|on l['’]appelle) (?:["«“'‘] ?)?$`,
    'iu',
  ),
  new RegExp(
    `${BEGIN}(?:je m['’]appelle|my name is|me llamo|elle s['’]appelle|se fait appeler|se hace llamar|se llama|calls? herself|goes by) ${QUOTE}$`,
    'iu',
  ),
  new RegExp(`["”»’'],? ?(?:${SPEECH}) $`, 'u'),
];
const ONE_AGED =
  /^(?:, (?:(?:aged|age|now) )?\d{2},|, (?:de )?(?:apenas )?(?:\d{1,2}|\p{Ll}{4,14}) (?:ans|años|years old)(?!\p{L})| \(\d{1,2} (?:ans|años|years(?: old)?)\)|,? (?:aged|âgée? de) \d)/u;
const ONE_DOING = new RegExp(`^, (?:an? |une? |la |le )?(?:${TRADES})(?:,| from| de)`, 'u');
/** "…", Rehema said: between what was said and the saying. */
const SAID_BEFORE = /["”»’'],? ?$/u;
const SAYING = new RegExp(`^ (?:${SPEECH})(?!\\p{L})`, 'u');
/** Nothing but a person, however short the name: not a town, not a house. */
const SUFFERS =
  /^ (?:was raped|was beaten|was widowed|gave birth|told (?:us|me) (?:that|how|about|of) (?:she|her|he|his|the)|fled|cried|wept|is pregnant|got pregnant|whispered|shrugged|smiled|nodded|nous a |m['’]a (?:dit|raconté)|a pleuré|a accouché|est enceinte|a été violée|pleure|sourit|nos (?:dijo|contó)|me (?:dijo|contó)|lloró|llora|dio a luz|quedó embarazada|fue violada|sonríe)/u;

/** "Tante Rose", "Tía Chepa": how people are called where they live. */
const TITLED =
  /^(?:Aunt|Auntie|Aunty|Uncle|Granny|Mama|Maman|Papa|Tante|Tantie|Tata|Tonton|Mémé|Tía|Tia|Tío|Tio|Doña|Don|Seño|Niña|Ibu|Bapak|Daw|Mbak|Khun|Begum|Hajia|Hajiya|Alhaji|Mzee|Bibi|Nana|Smt|Shrimati|Kumari|Mme|Mlle|Mrs|Miss|Madame|Mademoiselle|Señora|Señorita|Sra|Srta) \p{Lu}/u;
/** Where a town stands rather than a person. */
const AT_PLACE =
  /(?<!\p{L})(?:in|at|near|from|around|outside|left|leaving|leaves|reached|to reach|à|dans|vers|près de|quitt(?:a|ait|é|er)|en|desde|hacia|cerca de|dejó) $/iu;

const some = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text));

/** Whether what stands around a run says that it is somebody's name. */
export function isSomebody(run: Run, ahead: string, behind: string): boolean {
  if (some(AHEAD_OF_ONE, ahead) || TITLED.test(run.text)) return true;
  if (AT_PLACE.test(ahead) && !some(AHEAD_OF_FULL, ahead))
    return run.marked || (run.words > 1 && (run.given || AGED.test(behind)));
  if (SAID_BEFORE.test(ahead) && SAYING.test(behind)) return true;
  if (run.words === 1)
    return ONE_AGED.test(behind) || ONE_DOING.test(behind) || (SUFFERS.test(behind) && !run.text.endsWith('s'));
  return run.marked || run.given || AGED.test(behind) || some(BEHIND_FULL, behind) || some(AHEAD_OF_FULL, ahead);
}
