import type { Span } from './finding.ts';
import { ARABIC_DEEDS, ARABIC_SAYS, ARABIC_GIVEN, ARABIC_GIVEN_OR_WORD, ARABIC_NO_NAMES } from './arabic-words.ts';

/**
 * Arabic has no capitals, so a name is known by what stands around it, by how families are called, or by a given name
 * that is seldom an ordinary word.
 */
const LETTER = '[\\u0621-\\u0652]';
const WORD = `${LETTER}{2,20}`;
const BEGIN = `(?<!${LETTER})`;
const END = `(?!${LETTER})`;
const NO_WORD = `(?![وفبلك]?(?:${ARABIC_NO_NAMES.join('|')})${END})`;
/** Verbs of the present begin with these letters, and so do few family names. */
const NO_VERB = `(?![تين]${LETTER}{3})`;
const GIVEN_NAME = `(?:${ARABIC_GIVEN.join('|')})${END}`;
const GIVEN_OR_WORD = `(?:${ARABIC_GIVEN_OR_WORD.join('|')})${END}`;
const OF_KIN = '(?:بن|ابن|بنت|منت|ولد|أبو|أبي|بو|أم|آل|عبد)';
/** A family name as most are built: with an article, "son of", "daughter of", "father of". */
const FAMILY = `(?:ال${LETTER}{3,17}|با[\\u0621-\\u064A]{3,12}|${OF_KIN} ${WORD})`;
const ANY_NAME = `${NO_WORD}(?:(?=${GIVEN_NAME})|${NO_VERB})${WORD}`;
/** Family names do not end in "her" or "their". */
const SECOND = `(?:${FAMILY}|${NO_WORD}${NO_VERB}(?!${LETTER}{2,17}(?:ها|هم|هن)${END})${WORD})`;

const CALLED = '(?:السيدة|السيد|الآنسة|المدعوة|المدعو|اسمها|واسمها|اسمه|واسمه|تدعى|تُدعى|يدعى|الحاجة|الحاج|والمدعو)';
const ROLE =
  '(?:الناجية|الضحية|الشاكية|المشتكية|الشاهدة|الشاهد|الطفلة|الفتاة|المتهم|المتهمة|الجاني|المعتدي|المشتبه به|المرشدة|المرشد|الحارس|العاملة|العامل|جارتها|جارها|شقيقتها|شقيقها|أختها|أخوها|أخيها|زوجها|زوجته|والدتها|والدها|ابنتها|ابنها|عمها|خالها|خالتها|عمتها|صديقتها|زميلتها|المحامية|المحامي|المنسقة|الأخصائية|الباحثة|الممرضة|الممرض|القابلة|المعلمة|المعلم|السائق|الرقيب|العريف|الملازم|الجندي|الشرطي|الشرطية|الضابط|الضابطة|المتطوعة|الوسيطة)';
/** Streets, schools and prizes carry names too, and so do those who hold a public office. */
const PUBLIC =
  '(?:شارع|جامعة|مستشفى|مدرسة|مركز|مؤسسة|جائزة|مطار|قانون|ملعب|ساحة|ميناء|الملك|الملكة|الأمير|الأميرة|الشيخة|السلطان|الرئيس|الرئيسة|الوزير|الوزيرة|القاضي|القاضية|الدكتورة|الدكتور|النبي|سيدي|مسجد|قاعة)';

/** A word that could be a given name: without article, of no verb, no small word, and nothing glued to its end. */
const BARE = `${NO_WORD}(?!ال)(?!(?:لل|بال|وال|فال|كال))${NO_VERB}(?!${LETTER}{2,17}(?:ها|هم|هن|نا|ات|ون|ين|وا|تها|ًا)${END})${WORD}`;
const BARE_SECOND = `${NO_WORD}(?!ال)(?!(?:لل|بال|وال|فال|كال))${NO_VERB}(?!${LETTER}{1,17}(?:ها|هم|هن|ات|ون|ين|وا|ة|ًا|ا)${END})(?!${LETTER}{3,17}ي${END})${WORD}`;
const NISBA = `(?!ال(?:أهالي|أراضي|مباني|قاضي|محامي|ضواحي|نواحي|تالي|ماضي|حالي)${END})ال${LETTER}{3,17}ي${END}`;
/** After a verb "a member of the force" may stand as well: a family ends as families do, or names its father. */
const FAMILY_AFTER_VERB = `(?:ال${LETTER}{3,17}(?:ي|اوي|اني)${END}|با[\\u0621-\\u064A]{3,12}|${OF_KIN} ${WORD}|(?:${ARABIC_GIVEN.join('|')})${END}(?: ${SECOND})?)`;
const AND_TO =
  '(?:لنا|لي|لها|له|إلينا|معنا|للشرطة|للباحثة|للمحكمة|للجنة|أمامنا|عنها|منها|اللاجئة|النازحة|الناجية|الأرملة|الشابة|السيدة|الجارة)';
const KIN =
  '(?:زوجها|زوجي|طليقها|خطيبها|أخوها|أخيها|أخاها|أخي|شقيقها|شقيقتها|أختها|أختي|والدها|والدتها|أبوها|أمها|أمي|ابنها|ابنتها|ابني|ابنتي|عمها|عمتها|خالها|خالتها|ابن عمها|ابنة عمها|ابن خالها|صهرها|حماتها|كنتها|جارتها|جارها|جارتنا|صديقتها|صديقها|زميلتها|زوجته|أخته|ابنته|ابن عمه|صاحب عملها|كفيلها|ربة العمل|رب العمل|السائق|الأم|الأب|صاحب (?:ال)?[\\u0621-\\u064A]{3,8})';
const HONOURED = '(?:الآنسة|مدام|الست|الخالة|العمة|الأخت|لالة|سيدتي)';
/** One word between "street of" and a name: "Street of the Emir Abd al-Qadir". */
const WORD_BEFORE = `${LETTER}{2,12}`;

export const ARABIC_NAMES: readonly RegExp[] = [
  `${BEGIN}[وفبلك]?${CALLED} (?<hit>${ANY_NAME} ${SECOND})`,
  // After "the survivor" ordinary words may follow: a given name that is known, or a family name that looks like one.
  `${BEGIN}[وفبلك]?${ROLE}،? (?<hit>${GIVEN_NAME} ${SECOND})`,
  `${BEGIN}[وفبلك]?${ROLE}،? (?<hit>${NO_WORD}(?!و[بالفك])(?!ال)${NO_VERB}${WORD} ${FAMILY})`,
  `${BEGIN}[وفبلك]?${ROLE}،? (?<hit>ال${LETTER}{3,10} ال${LETTER}{4,17}(?:ي|ية|اوي|اوية|اني)${END})`,
  `${BEGIN}[وفبلك]?(?:قصة|بيت|منزل|زوج|زوجة|ابنة|ابن|أخت|أم|شهادة|رواية) (?<hit>${GIVEN_NAME} ${SECOND})`,
  // A given name with a family name, wherever it stands.
  `${BEGIN}(?<!${PUBLIC} )(?<hit>${GIVEN_NAME}(?: ${GIVEN_NAME})? ${FAMILY})(?<!(?:الأول|الثاني|الثالث|الرابع|الخامس|السادس))`,
  // "said Hanna the Trabulsi that …": a verb of persons, a word without an article, a name of a family.
  `${BEGIN}[وفث]?م?${ARABIC_DEEDS}(?: ${AND_TO})? (?<hit>${BARE} ${FAMILY_AFTER_VERB})`,
  // "said Jihan Shikhmus that …": two words without an article, and something that ends a subject.
  `${BEGIN}[وف]?${ARABIC_DEEDS}(?: ${AND_TO})? (?<hit>${BARE} ${BARE_SECOND}(?: ${BARE_SECOND})?)(?= (?:إن|أن|إنها|إنه|أنها|أنه|من|في|عن|إلى|على|بعد|قبل|مع|الحدود|و[اأ-ي])| ال|[،:.؛]| \\()`,
  // "Um Raad lives": a mother or father of somebody, with a verb of persons beside it.
  `${BEGIN}[وف]?${ARABIC_DEEDS}(?: ${AND_TO})? (?<hit>(?:أم|أبو|أبا|أبي) ${NO_WORD}(?!ال)(?!ل)${WORD})`,
  `${BEGIN}(?<hit>(?:أم|أبو) ${NO_WORD}(?!ال)(?!ل)${WORD})(?= (?:هي|هو|تقول|قالت|تعيش|لم|لا|كانت|أرملة|جارتنا|جارتها)|،)`,
  // "Rula K.", "Haifa A. (27)": a name and an initial.
  `${BEGIN}(?<hit>${BARE} ${LETTER}\\.)`,
  // "… bint …", "… uld …", "Abd al-… …": how fathers are named.
  `${BEGIN}(?<hit>${BARE}(?: ${BARE_SECOND})?(?: ${FAMILY})? (?:بن|بنت|منت|ولد) ${WORD}(?: ${FAMILY})?)`,
  `${BEGIN}(?<!${PUBLIC} )(?<!${PUBLIC} ${WORD_BEFORE} )(?<hit>(?:${BARE} )?عبد ال${LETTER}{3,10} ${FAMILY})`,
  `${BEGIN}(?<hit>${BARE} عبد ال${LETTER}{3,10})`,
  `${BEGIN}[وفث]?${ARABIC_DEEDS}(?: ${AND_TO})? (?<hit>${GIVEN_NAME}(?: ${SECOND})?)`,
  // "…", says Maqbula: after what was said, and a verb of saying.
  `[»"”]،? (?:تقول|قالت|يقول|قال|تضيف|أضافت|تتذكر|همست|صرخت) (?<hit>${BARE}(?: ${SECOND})?)`,
  `${BEGIN}[وف]?${ARABIC_SAYS}(?: ${AND_TO})? (?<hit>${BARE} ال${LETTER}{4,17}(?:ية|ة)${END})(?= (?:إن|أن|إنها|إنه|عن|${LETTER}{3,12}ها${END})|[،:])`,
  // "… that Faten had not …": a name is what a sentence is about.
  `${BEGIN}(?:إن|أن|لأن|لكن|أما) (?<hit>(?!${LETTER}{1,17}[ةا]${END})${BARE})(?= (?:لم|لن|كانت|فلم)${END})`,
  `${BEGIN}وه[يو] (?<hit>${BARE} ${NISBA}(?: ${NISBA})?)`,
  `${BEGIN}(?<hit>${NO_WORD}${WORD} منت ${WORD}(?: ${WORD})?)`,
  `${BEGIN}[وفبلك]?${KIN} (?<hit>${BARE})(?= (?:الذي|التي)${END})`,
  // Two given names in a row are a child and its father.
  `${BEGIN}(?<!${PUBLIC} )(?<hit>${GIVEN_NAME} ${GIVEN_NAME}(?: ${FAMILY}| ${GIVEN_NAME})?)`,
  `${BEGIN}(?<!${PUBLIC} )(?<hit>${GIVEN_OR_WORD} ${NISBA})`,
  // "…, 34 years", "… (27 years)"
  `${BEGIN}(?<hit>${BARE} (?:${FAMILY}|${BARE_SECOND}))(?=،? \\(?(?:و?عمرها |و?عمره |البالغة? (?:من العمر )?)?\\d{1,2} ?(?:سنة|عاما|عامًا|عام))`,
  // "her husband Jawad": after a relation of somebody one name is enough.
  `${BEGIN}[وفبلك]?${KIN}،? (?<hit>(?:${GIVEN_NAME}|${GIVEN_OR_WORD})(?: ${SECOND})?)`,
  `${BEGIN}[وفبلك]?${KIN}،? (?<hit>${BARE} ${FAMILY}|${NO_WORD}(?!ال)${WORD} ${NISBA})`,
  `${BEGIN}[وفب]?(?:اسمها|اسمه|واسمها|واسمه|تدعى|يدعى|المدعوة|المدعو|اسمي|نسميها|سميناها|يسمونها|تنادى|لقبها) (?<hit>${BARE}(?: ${SECOND})?)`,
  `${BEGIN}[وفبل]?${HONOURED} (?<hit>${BARE}(?: ${SECOND})?)`,
].map((source) => new RegExp(source, 'dgu'));

const OFFICE =
  /(?:وزير|وزيرة|محافظ|محافظة|قاضي|قاضية|رئيس|رئيسة|مدير|مديرة|سفير|سفيرة|نائب|نائبة|عمدة|والي|عميد|عميدة|أمين|أمينة|الأمين|المفوض|المفوضة|ناطق|الناطق|متحدث|المتحدثة?|مقررة?|المقررة?|مدعي|المدعي|النائب|الرئيس|وكيل|الفريق|اللواء|العميد|العقيد|المقدم|الملك|الأميرة?)(?: [\u0621-\u0652]{2,12}){0,4} ?$/u;
const WRITTEN = /(?:مقال|كتاب|دراسة|رواية|مؤلف|بحث|أطروحة|ديوان|تأليف|تحرير|ترجمة)(?: [\u0621-\u0652]{2,12})? ?$/u;
const YEAR_BEHIND = /^،? ?\(?(?:19|20)\d{2}\)?/u;
const AHEAD = 60;

/** Who holds a public office or has written what is cited is named in public. */
export function isPublicInArabic(plain: string, { start, end }: Span): boolean {
  const ahead = plain.slice(Math.max(0, start - AHEAD), start);
  return OFFICE.test(ahead) || WRITTEN.test(ahead) || YEAR_BEHIND.test(plain.slice(end, end + AHEAD));
}
