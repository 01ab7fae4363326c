import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findIdentifiers } from '../../../src/domain/safety/identifiers.ts';
import type { IdentifierType } from '../../../src/domain/safety/identifiers/finding.ts';

/** References and numbers in shapes of many countries, days and ages; what must be touched stands in brackets. */
const told: Partial<Record<IdentifierType, readonly string[]>> = {
  case_number: [
    'Her file at the high court is [[HCCR 14/2020]] and nobody sealed it.',
    'The complaint is kept at the station under [[GBV/0044/2021]].',
    'In [[K.nr.45/2019]] the judge heard her without a lawyer.',
    'The reference on the envelope is [[WCPU-12/2022/034]].',
    "It was filed as [[MCA-2021-000123]] at the magistrate's court.",
    'The prosecutor opened [[Kt-88/21]] the same week.',
    "The tag reads [[POL/NR/118/19]], the court's own number.",
    'Le parquet a ouvert [[CO/PR/2021/0457]] contre lui.',
    'La plainte est classée sous la cote [[2019/LB/00321]].',
    'Le jugement [[RG 20/04512]] la cite en toutes lettres.',
    "L'affaire [[TPI-312/2020]] est pendante.",
    'Son dossier est le [[12-3456/PJ]].',
    'La causa [[IPP 06-00-012345-20]] sigue en la fiscalía.',
    'El legajo [[NNA-2021-0415]] quedó abierto sobre la mesa.',
    'Figura en el juzgado como [[LP-FVG-1234/2021]].',
    'La denuncia quedó asentada con el número [[4512-2020]].',
    'La carátula dice [[Exp. 01234-2021-0-1801]] y su nombre.',
    'الملف [[٤٥/أ/٢٠٢٠]] محفوظ في المخفر.',
    'قيدت الشكوى برقم [[1187/2021]] لدى النيابة.',
    'سجلت الحالة تحت الرمز [[GBV-0312-21]].',
    'رقم القضية لدى المحكمة [[ق/318/22]].',
    'الملف عدد [[8812/20]] لم يفتح.',
    "The survivor's folder, [[FHU/S/2021/018]], lay open.",
    'Her complaint bears the number [[2022-1187]].',
    'It went to the district court as [[SC 0045/2018]].',
    'Police gave her a slip: [[EV-21-00931]].',
    'Charge [[MC/CRI/77/20]] was dropped.',
    'A warrant was issued in [[2C-114/2020]] by the judge.',
    'Protection order [[PO 0312-2021]] names her street.',
    'The court number is [[19-CR-00452]].',
    'Her matter, [[No. 45 of 2021]], was adjourned by the magistrate.',
    'La procédure [[PV n° 1187/BPF/21]] a été classée.',
    'Elle a reçu la convocation [[CONV/2021/118]] du tribunal.',
    'Le signalement porte le numéro [[21-0093-SIG]].',
    "L'ordonnance de protection [[OP 21/00045]] du juge a été perdue.",
    'N° de dossier : [[A-2020-1187]].',
    'Su trámite en la comisaría es el [[CF-0312-2021]].',
    'El acta [[0045-2021-UAPEM]] de la policía se filtró.',
    'La medida de protección [[MP-114-20]] la dictó el juez.',
    'Nº de expediente: [[45/2021]].',
    'El parte [[312/20]] de la guardia la nombra.',
    'أمر الحماية رقم [[45/2021]] صدر عن القاضي.',
    'ملف عدد [[2021/1401/118]] بالمحكمة.',
    'رقم الشكوى: [[4512/2020]]',
    'القضية [[٣١٢ لسنة ٢٠٢١]] جنح.',
    'سجل الضبط في الدفتر تحت رقم [[118/ش/20]].',
  ],
  id_number: [
    'Her Emirates card, [[784-0000-0000000-0]], was held by the agency.',
    'The border guard copied her refugee certificate, [[BA-00-0000]].',
    'Her personal code [[000000-00000]] was read aloud.',
    'They noted OIB [[00000000000]] of the witness.',
    'Her Omang [[000000000]] stayed at the clinic.',
    'The form shows NRIC [[S0000000A]] and her block.',
    'The passport of the cook, [[AB0000000]], was in the safe.',
    'Her JMBG ([[0000000000000]]) is on page two.',
    'PESEL [[00000000000]] was typed in the margin.',
    "Her driver's permit [[D000-0000-0000]] expired.",
    'Le récépissé de la demandeuse, [[n° 0000000000]], est plié dans sa poche.',
    'Sa carte de réfugiée porte le numéro [[000-00-000000]].',
    'Son titre, [[FRA00000000]], a été confisqué.',
    'Le code personnel numérique [[0000000000000]] apparaît.',
    'Elle est inscrite sous le numéro [[00-000000]] au registre des réfugiés.',
    'El permiso de residencia [[E00000000]] venció.',
    'Su TIE, [[X0000000A]], estaba a nombre del patrón.',
    'Guardan su carné [[00000000-LP]] en la caja.',
    'La tarjeta de la trabajadora, [[0000-0000-00000]], no aparece.',
    'رقم إقامتها [[2000000000]] عند الكفيل.',
    'بطاقتها رقم [[00-000000]] ضاعت.',
    'جوازها [[A0000000]] مع صاحب العمل.',
    'رقمها القومي [[٠٠٠٠٠٠٠٠٠٠٠٠٠٠]] مكتوب.',
    'تحمل شهادة تسجيل رقم [[SYR-0000000]].',
    'Her beneficiary code is [[BEN-00-00000]].',
    'The clinic wrote hospital number [[000000/19]] on the bag.',
    'Her UNHCR file [[000-00C00000]] was shared.',
    "Voter's card [[00000000000]] lay in the drawer.",
    'A photo of her residence permit ([[AR0000000]]) was posted.',
    'ID: [[00000000]]',
    'Her student number, [[20-00000]], tells the class.',
    'N° de sécurité sociale [[2 00 00 00 000 000 00]] visible.',
    'Sa carte consulaire, [[00/0000000]], est restée là-bas.',
    "Le numéro d'étranger [[0000000000]] figure en bas.",
    'CI n° [[C 0000 0000 0]] photographiée.',
    'Con NIE [[Y0000000Z]] la identificaron.',
    'El PTP [[0000000]] de la migrante y su pasaporte quedaron a la vista.',
    'Carnet de extranjería [[000000000]] retenido.',
    'Su número de socia es [[00000]] y firma.',
    'الهوية [[000000000]] صورت بالهاتف.',
    'رقم الملف لدى المفوضية [[000-00C00000]].',
    'كيملك [[99000000000]] باسمها.',
    'رقم جلوسها [[0000000]] معروف.',
  ],
  minor: [
    '[[A boy of eight in Karshun]] saw it.',
    '[[She was fifteen and lived in Old Dabrowa]] when they came.',
    '[[Une gamine de six ans, trouvée seule à Boundari]].',
    'Elle avait [[quatorze ans]] et vivait au village de Sarakoma.',
    'Le petit Aimé, neuf ans, de Mbirizi, a vu.',
    '[[Tenía trece años]] y vivía en Santa Chumbe.',
    '[[Mi sobrina de ocho años]], alumna de la escuela de El Chorrito, lo vio.',
    'Una adolescente, de 16 años, vive en la colonia Prado Seco.',
    'كان عمر [[سامر]] أحد عشر عاما ويعيش في قرية تل الورد.',
    'ابنة خالتها، وعمرها ١٣ سنة، من سكان مخيم النيرب.',
    'The twins are eleven; [[their brother, 13, lives in Kwamsisi]].',
    '[[Halima, a pupil of twelve at Mkuzi Primary]], saw it.',
    '[[A thirteen-year-old at a boarding school in Lushoto]] wrote to us.',
    '[[In Rutshuru a child of ten]] carried the letter.',
    '[[Ma petite-fille de cinq ans dormait à Kipako]].',
    '[[Une mineure de seize ans, originaire de Bassar]].',
    '[[Un adolescent de quinze ans, au camp de Mole]].',
    "[[L'enfant, six ans, élève à Tanguiéta]].",
    '[[El hijo menor, de cuatro años, vive en Tumaco]].',
    '[[Una menor de 14 años en Puerto Asís]].',
    '[[La nena de siete años, en Oberá,]] dibujó la casa.',
    '[[Dos hermanas de 12 y 14 años del barrio Las Flores]].',
    '[[صبية في الثالثة عشرة من مخيم عين الحلوة]].',
    '[[ابنتي عمرها سبع سنوات وتدرس في مدرسة الرازي]].',
    '[[قاصر بعمر ١٦ سنة من مدينة الرقة]].',
  ],
  date_place: [
    'On 7 May 2020, at the ferry landing of Mbalo, he pushed her into the water.',
    "Le 7 mai 2020, sur le quai de Mbalo, il l'a poussée dans le fleuve.",
    'El 7 de mayo de 2020, en el puente de Mbalo, la empujó al agua.',
    'يوم 7 أيار 2020 عند جسر الورد دفعها إلى الماء.',
    'On 12 June 2019 two men came to her hut in Karshun and burned it.',
    "Le 12 juin 2019, dans le champ derrière l'école de Karou, on l'a retrouvée sans vie.",
    'El 12 de junio de 2019, frente a la tienda El Sol de Villa Rosa, le disparó.',
    'مساء 12 حزيران 2019 في شارع الزهور بتل الورد خنقها.',
    'She was shot at the checkpoint of Bir Alwa on 3 March 2021 in front of [[her son]].',
    '[[29 August 2018, Gate 4, Kyaka camp]]: three men beat her.',
    "[[Dans la nuit du 8 au 9 mai 2021, au quartier Himbi]], on l'a enlevée.",
    "[[Le 8 mai, derrière le marché de Kadutu]], il l'a frappée.",
    '[[El 30 de enero de 2020 a las 23:00, en la esquina de Belgrano y Mitre]], la golpearon.',
    '[[El pasado 30 de enero, en la vereda El Salado]], mataron a su marido.',
    '[[ليلة 30/1/2020 في حارة الزيتون]] ضربها.',
    '[[في الثامن من أيار 2021 خلف سوق الخضار]] اعتدى عليها.',
  ],
};

/** What looks alike and is public: laws, plans, counts, years, shares, sentences of a court. */
const publicly: readonly (readonly [IdentifierType, string])[] = [
  [
    'case_number',
    'Law No. 12/2010 and Decree 2015-1234 apply; see report A/HRC/39/43 and WHO/RHR/13.10 on police files.',
  ],
  ['case_number', 'The police guidance PG-12/2020 was printed; grant GBV/2020/115 paid for it.'],
  ['case_number', 'The court follows Practice Direction No. 3/2019 and Circular 14/2020.'],
  ['case_number', 'In 2019/20 police recorded 14/15 districts; 3/4 of cases went to court; 24/7 desks.'],
  ['case_number', "Le tribunal applique la circulaire n° 2019/0412 et l'arrêté 118/MJ/2020."],
  ['case_number', 'El juzgado aplica la Acordada 40/2006, la Ley 1257/2008 y el Decreto 22-2008.'],
  ['case_number', 'Las denuncias de 2018-2019 subieron 12-15 %. El protocolo 014-2020-IN rige.'],
  ['case_number', 'تطبق المحكمة القانون رقم 10/2014 والمنشور 3/2019 والتعميم رقم 12/2020.'],
  ['id_number', 'Table 2019 2020 2021 shows 1200 1300 1400; the code CO2 and form W-8BEN are known.'],
  ['id_number', 'The survey card had 12 questions; the passport office served 12,450 women in 2020.'],
  ['id_number', 'Model AB1234 radios and the ISO 9001:2015 standard; batch A123 of 2019; A1 paper; Covid-19.'],
  ['id_number', "Le passeport pour l'emploi a touché 12 500 femmes ; la carte scolaire compte 1 204 écoles."],
  ['id_number', 'La tarjeta Ciudadanía llegó a 125.000 mujeres; el permiso parental es de 16 semanas en 2021.'],
  ['id_number', 'Her certificate course has 120 hours. The card costs 5,000 shillings, code 2020.'],
  ['minor', 'Girls of 15 to 17 in Lusaka; a sentence of 15 years in Makindye prison; the 10 years old law of Peru.'],
  ['minor', 'Elle vit à Lomé depuis quinze ans. Un programme de six ans à Kara. Une peine de dix ans à Sokodé.'],
  ['minor', 'Lleva quince años en Quito. El plan de diez años en Loja. Condenado a 12 años en Cuenca.'],
  ['minor', 'منذ خمسة عشر عاما تعمل في عمان. خطة من ثلاث سنوات في مدينة إربد. فتيات بين 15 و17 سنة في حي الرمل.'],
  ['case_number', 'Court fees fell from 120/150 to 80/90; 2/3 of judges and 45/60 clerks agreed in 2019-2020.'],
  [
    'case_number',
    'The police station has 12/14 posts filled; see plan NAP-2019/2023 and Form P-3/2018 of the Ministry.',
  ],
  ['case_number', 'Le tribunal siège 5/7 jours ; 14/18 juges formés ; code budgétaire 21/045 du ministère.'],
  ['case_number', 'El juzgado atiende 24/7; 8 de 10 casos; el indicador 16.2.1 y la meta 5.2; ODS 5/16.'],
  ['case_number', 'تعمل المحكمة 5/7 أيام؛ 14/18 قاضيا؛ المؤشر 16.2.1؛ عام 2019/2020.'],
  ['case_number', 'Police trained 1,200 in 2019/2020; the A4/A5 forms; MOU-2019; COVID-19; SDG-5; UNSCR 1325/2000.'],
  ['id_number', 'Passport offices in 2021 issued 1,204,500 booklets; card readers cost 4500000 shillings in total.'],
  ['id_number', 'The certificate ISO 27001:2013; standard EN 50131; form 1004567 is out of print? No: grant 4500123.'],
  ['minor', 'Les filles de 12 à 17 ans de Dakar. Interdit aux moins de 16 ans à Thiès. Le centre de Kara a dix ans.'],
  [
    'minor',
    'Niñas de 10 a 14 años de Loja. La edad de consentimiento es de 14 años en Chile. Tiene diez años de experiencia en Cali.',
  ],
  [
    'date_place',
    'On 8 May 2021 the Minister opened the market of Kadutu. On 3 March 2020 the court in Goma sat for the first time.',
  ],
  [
    'date_place',
    'Le 8 mai 2021 un atelier a réuni 30 femmes à Kinshasa, quartier Himbi. La marche du 8 mars 2020 à Dakar.',
  ],
  [
    'date_place',
    'El 30 de enero de 2020 entró en vigor la ordenanza de Rosario. Marcharon el 8 de marzo de 2021 en la plaza de Mayo.',
  ],
];

const of = (type: string, text: string) =>
  findIdentifiers(text)
    .filter((one) => one.type === type)
    .map(({ excerpt }) => excerpt);

describe('references, numbers, days and ages', () => {
  for (const [type, lines] of Object.entries(told)) {
    for (const line of lines) {
      const text = line.replace(/\[\[|\]\]/gu, '');
      const [wanted] = Array.from(line.matchAll(/\[\[(.*?)\]\]/gu), ([, excerpt = '']) => excerpt);
      it(`${type} is told in: ${text}`, () => {
        const found = of(type, text);
        assert.ok(
          found.some(
            (one) => wanted === undefined || one.includes(wanted) || wanted.includes(one) || overlap(text, one, wanted),
          ),
          String(found),
        );
      });
    }
  }
  for (const [type, text] of publicly) {
    it(`${type} is none in: ${text}`, () => {
      assert.deepEqual(of(type, text), []);
    });
  }
});

function overlap(text: string, one: string, other: string): boolean {
  const [a, b] = [text.indexOf(one), text.indexOf(other)];
  return a < b + other.length && b < a + one.length;
}
