/**
 * Words for a number under which an office knows a person: names of documents and registers as the offices themselves
 * use them. The number that follows decides.
 */
const ENGLISH = [
  "(?:national|personal|voter|refugee|registration|proof of registration|unhcr|employee|badge|service|patient|beneficiary|pps|tax|student|insurance|ration|citizenship|kebele|alien)(?:'s)? (?:id|identity|identification|registration|card|certificate|number|no)",
  'id (?:number|no|card)|id ?[:#]|(?:hospital|clinic|enrol?ment|roll|membership|case ?worker|household) (?:number|no|code|id)|identity (?:card|number)|passport|birth certificate|driving licen[cs]e|social security|voter card|work permit|ghana card|huduma|iban|nin|ssn|nida',
];
const FRENCH = [
  "carte (?:d['’]identit[ée]|scolaire|d['’]électeur|consulaire|de séjour|de réfugié|professionnelle|d['’]étudiant)",
  'passeport|s[ée]curit[ée] sociale|acte de naissance|matricule|titre de séjour|registre national|cni',
  "(?:num[ée]ro|n[°º]) (?:national|personnel|d['’](?:étranger|allocataire|inscription|immatriculation|écrou)|d['’]identit[ée]|d['’]identification|d['’]assurée?|fiscal)",
];
const SPANISH = [
  'c[ée]dula|dni|curp|rut|pasaporte|documento de identidad|partida de nacimiento|clave de elector|tarjeta de identidad',
  'carn[ée](?: de (?:identidad|extranjería))?|n[úu]mero (?:de identidad|de identificación|de documento|de afiliad[ao])',
  'n[úu]mero de seguridad social|c\\.i\\.',
];
const OTHER = ['cpf|bilhete de identidade|passaporte|kitambulisho|pasipoti'];
const ARABIC = [
  '(?:ال)?رقم(?:ها|ه)? (?:ال)?(?:وطني|قومي|مدني|موحد|شخصي|ضريبي)',
  'رقم (?:ال)?(?:هوية|هويتها|هويته|جواز|بطاقة|بطاقتها|بطاقته|حساب|حسابها|حسابه|إقامة|إقامتها|قيد|تسجيل|ضمان)',
  'جواز (?:ال)?سفر(?:ها|ه)?|[لب]?(?:ال)?بطاقة (?:ال)?(?:هوية|لاجئ|لاجئة|تعريف|وطنية|شخصية|تموينية|ناخب|إقامة)',
  '(?:ال)?هوية (?:ال)?(?:أحوال|وطنية|شخصية)',
];
const LATIN = [...ENGLISH, ...FRENCH, ...SPANISH, ...OTHER].join('|');

export const ID_WORDS = new RegExp(`(?<!\\p{L})(?:${LATIN})(?!\\p{L})|${ARABIC.join('|')}`, 'giu');

/** Anything that an office hands out and numbers; a long number after it is somebody's. */
export const DOCUMENTS =
  /(?<!\p{L})(?:card|permit|licen[cs]e|passport|certificate|visa|wristband|bracelet|token|badge|laissez-passer|tazkira|tazkera|kimlik|omang|aadhaar|mykad|personal (?:code|number)|r[ée]c[ée]piss[ée]|titre|permis|attestation|carte|passeport|code personnel(?: numérique)?|num[ée]ro personnel|inscrite? sous le num[ée]ro|permiso|tarjeta|carn[ée]t?|pasaporte|salvoconducto|pulsera|constancia|c[ée]dula|registrad[ao] con el n[úu]mero|cart[ãa]o|indangamuntu|personnummer)(?!\p{L})|(?:بطاقت|جواز|هويت|إقامت|قيد|رخصت|شهادت|تصريح|سوار)(?:ها|ه)(?![\u0621-\u064A])|(?:شهادة|بطاقة|رخصة|تصريح|إقامة|سوار|قيدها|جواز|وثيقة سفر)(?![\u0621-\u064A])|الهوية|كيملك|رقم (?:ال)?(?:جلوس|طالب|عضوية|استمارة|بصمة|منتسب)(?:ها|ه)?|مسجلة? (?:تحت |ب)?(?:ال)?رقم/giu;

/** Short names that are ordinary words in small letters ("run", "tin"). */
export const ID_ACRONYMS =
  /\b(?:NIC|PPS|BVN|NHS|TIN|TRN|SSS|QID|CIN|CNIE|NIF|NINA|NISS|AVS|AHV|NIR|INSEE|DPI|DUI|NIE|CIF|RUN|RFC|RIF|CUIL|CUIT|CNIC|EID|OIB|JMBG|EMBG|PESEL|EGN|CNP|CPR|BSN|NIK|KTP|NRIC|NID|NNI|NINU|CNI|TIE|NUIP|INN|SNILS|AMKA|AFM|EMŠO|FIN|HKID|PAN|PTP|CI(?= ?(?:n[°º]|no\b|:)))\b/gu;

/** An account is also a story, and in French and Spanish it is a verb of counting. */
export const ACCOUNT_WORDS = /(?<!\p{L})(?:account|compte|cuenta)(?!\p{L})/giu;

/** "her card, number …": what belongs to one person, if it is not the number of a telephone, a room or a case. */
export const POSSESSED =
  /(?:(?<!\p{L})(?:her|his|my|their|sa|son|ma|su|mi)|['’]s) (?:(?:\p{L}+ ){0,2}(?:id|card|registration|licen[cs]e|certificate|permit|carte|carnet|tarjeta|documento)|(?!(?:new|own|old|private|work|home|direct|nouveau|nuevo) )\p{L}+ (?:number|no|code)|(?:num[ée]ro|n[úu]mero) (?:de |d['’])\p{L}+)(?!\p{L})/giu;
export const OF_ELSE =
  /phone|mobile|cell|tel[ée]|whats|room|house|case|file|court|dossier|plainte|celular|m[óo]vil|portable|expediente|causa/iu;
