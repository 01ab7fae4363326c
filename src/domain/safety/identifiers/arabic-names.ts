/**
 * Arabic has no capitals, so a name is known by what stands before it, or by a given name that is seldom an ordinary
 * word. Widespread given names only, from every part of the region.
 */
const GIVEN = [
  'مريم زينب فاطمة عائشة خديجة نجلاء ريما سميرة زهراء ليلى سارة رانيا دينا هالة سلمى هند لمياء نادية سعاد رقية آمنة',
  'حليمة سكينة كلثوم رشا ريم لينا منى هبة نورا نوال سهام سهير بثينة لطيفة مليكة حياة نزهة غزلان أسماء شيماء إسراء',
  'ميسون رغد رهف تغريد ياسمين يسرى عبير سوسن شهد أروى بلقيس تقوى وجدان ابتسام انتصار إخلاص حواء مها لجين جواهر',
  'محمد أحمد محمود إبراهيم يوسف حسين مصطفى إسماعيل عثمان مروان زياد طارق وليد أنور كاظم جاسم عباس حيدر سفيان',
  'عبدالله عبدالرحمن يونس إدريس رشيد هشام أيمن حمزة أسامة بلال ياسين زكريا موسى عيسى خليل حامد سامي رامي فؤاد',
].flatMap((line) => line.split(' '));

const LETTER = '[\\u0621-\\u0652]';
const WORD = `${LETTER}{2,20}`;
const BEGIN = `(?<!${LETTER})`;
const END = `(?!${LETTER})`;
const NO_WORD = `(?!(?:${[
  'من|في|على|إلى|الى|عن|مع|أن|إن|التي|الذي|الأولى|الأول|الثانية|الثاني|الأخرى|الآخر|عند|عندما|قبل|بعد|أمام|داخل|خارج|تحت|لدى|عبر|حول',
  'دون|بدون|منذ|خلال|بين|هي|هو|لا|ما|قد|كانت|كان|بحق|وزيرة|وزير|رئيسة|رئيس|مديرة|مدير|المديرة|المدير|الوزيرة|الوزير|الرئيسة|الرئيس',
  'نفسها|نفسه|أو|ثم|غير|كل|إذا|لم|لن|أيضا|أكثر|رقم|عنوان|اسم|صورة|بيت|شكوى|بلاغ|ليست|ليس|أثناء|حتى|ضد|حين|مرة|مرتين|هنا|هناك',
].join('|')})${END})`;
/** Verbs of the present begin with these letters, and so do few family names. */
const NO_VERB = `(?![تين]${LETTER}{3})`;
const GIVEN_NAME = `(?:${GIVEN.join('|')})${END}`;
/** A family name as most are built: with an article, "son of", "daughter of", "father of". */
const FAMILY = `(?:ال${LETTER}{3,17}|با[\\u0621-\\u064A]{3,12}|(?:بن|بنت|ولد|أبو|أبي|آل|عبد) ${WORD})`;
const ANY_NAME = `${NO_WORD}(?:(?=${GIVEN_NAME})|${NO_VERB})${WORD}`;
/** Family names do not end in "her" or "their". */
const SECOND = `(?:${FAMILY}|${NO_WORD}${NO_VERB}(?!${LETTER}{2,17}(?:ها|هم|هن)${END})${WORD})`;

const CALLED = '(?:السيدة|السيد|الآنسة|المدعوة|المدعو|اسمها|واسمها|اسمه|واسمه|تدعى|تُدعى|يدعى|الحاجة|الحاج|والمدعو)';
const ROLE =
  '(?:الناجية|الضحية|الشاكية|المشتكية|الشاهدة|الشاهد|الطفلة|الفتاة|المتهم|المتهمة|الجاني|المعتدي|المشتبه به|المرشدة|المرشد|الحارس|العاملة|العامل|جارتها|جارها|شقيقتها|شقيقها|أختها|أخوها|أخيها|زوجها|زوجته|والدتها|والدها|ابنتها|ابنها|عمها|خالها|خالتها|عمتها|صديقتها|زميلتها|المحامية|المحامي|المنسقة|الأخصائية|الباحثة|الممرضة|الممرض|القابلة|المعلمة|المعلم|السائق|الرقيب|العريف|الملازم|الجندي|الشرطي|الشرطية|الضابط|الضابطة|المتطوعة|الوسيطة)';
/** Streets, schools and prizes carry names too, and so do those who hold a public office. */
const PUBLIC =
  '(?:شارع|جامعة|مستشفى|مدرسة|مركز|مؤسسة|جائزة|مطار|قانون|ملعب|ساحة|ميناء|الملك|الملكة|الأمير|الأميرة|الشيخة|السلطان|الرئيس|الرئيسة|الوزير|الوزيرة|القاضي|القاضية|الدكتورة|الدكتور|النبي|سيدي|مسجد|قاعة)';

export const ARABIC_NAMES: readonly RegExp[] = [
  `${BEGIN}[وفبلك]?${CALLED} (?<hit>${ANY_NAME} ${SECOND})`,
  // After "the survivor" ordinary words may follow: a given name that is known, or a family name that looks like one.
  `${BEGIN}[وفبلك]?${ROLE}،? (?<hit>${GIVEN_NAME} ${SECOND})`,
  `${BEGIN}[وفبلك]?${ROLE}،? (?<hit>${NO_WORD}(?!و[بالفك])(?!ال)${NO_VERB}${WORD} ${FAMILY})`,
  `${BEGIN}[وفبلك]?${ROLE}،? (?<hit>ال${LETTER}{3,10} ال${LETTER}{4,17}(?:ي|ية|اوي|اوية|اني)${END})`,
  `${BEGIN}[وفبلك]?(?:قصة|بيت|منزل|زوج|زوجة|ابنة|ابن|أخت|أم|شهادة|رواية) (?<hit>${GIVEN_NAME} ${SECOND})`,
  // A given name with a family name, wherever it stands.
  `${BEGIN}(?<!${PUBLIC} )(?<hit>${GIVEN_NAME}(?: ${GIVEN_NAME})? ${FAMILY})(?<!(?:الأول|الثاني|الثالث|الرابع|الخامس|السادس))`,
].map((source) => new RegExp(source, 'dgu'));
