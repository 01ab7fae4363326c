import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findIdentifiers } from '../../../src/domain/safety/identifiers.ts';
import type { IdentifierType } from '../../../src/domain/safety/identifiers/finding.ts';

/** Invented, each in a sentence of its own: what must be told. */
const unsafe: Record<IdentifierType, readonly string[]> = {
  email: [
    'Write to mona.k@desk.example today.',
    'Écrire à aide [at] maison [dot] example ou passer.',
    'Correo: ayuda(arroba)casa.example',
    'راسلونا على amal@dar.example',
  ],
  phone: [
    'Call 700 000 000 now.',
    'Call Grace on 0772 000 111 after six.',
    'She answers at +254 700 000 000.',
    'Appelez le 06 39 98 00 00.',
    'Se la puede llamar al 8000-0000.',
    'Dial 00962 7 9000 0000 for the desk.',
    'Mme B. (tél. 22 000 000) répond.',
    'Her line is (202) 555-0143.',
    'رقم الهاتف ٠٧٩ ٠٠٠ ٠٠٠٠ متاح.',
    'Namba ya simu ni 0754 000 000.',
    'The focal person is 9876500000.',
  ],
  url_contact: [
    'Reach us on https://wa.me/254700000000',
    'Join t.me/desk_group for news.',
    'Find her on Instagram as @amina.k2',
    'Use tel:+254700000000 now',
    'Profile: facebook.com/profile.php?id=1000',
  ],
  geo: [
    'The house is at 0.12345, 6.54321.',
    'GPS: -1.234, 36.812',
    'Position 1°17\'30"S 36°49\'00"E near the river.',
    'Lat: 1.23456 Long: 3.45678',
    'Pin: https://maps.app.goo.gl/abc123',
    'الموقع ١٫٢٣٤٥٦، ٣٫٤٥٦٧٨',
    'Plus code 6GCRPR6C+24 marks it.',
  ],
  id_number: [
    'Her national ID number is 12345678.',
    'Passport A1234567 was taken from her.',
    'Su DNI es 12.345.678.',
    'CURP XEXX010101MNEXXXA4',
    "Carte d'identité n° 123456789",
    'رقم الهوية 123456789',
    'Account DE89 3704 0044 0532 0130 00',
    'Her Aadhaar is 4000 0000 0000 now.',
    'NIDA 19900101-00000-00000-00',
  ],
  case_number: [
    'Case number 4711 is before the court.',
    'It was entered as FIR No. 45/2021.',
    'Dossier n° 2020/0143 est ouvert.',
    'El expediente 123-2019-FV sigue.',
    'Denuncia núm. 98231 archivada.',
    'القضية رقم 234 لسنة 2020',
    'OB 12/05/2022 at the station.',
    'Docket CR/112/2021 was lost.',
  ],
  person_name: [
    'The survivor Amina Kelenduru told us.',
    'A woman of thirty named Grace Odenwald came.',
    'Mrs. Parvin Sahelani opened the door.',
    'Her name is Lulu Marandwe.',
    'La victime, Solange Tiralou, est partie.',
    'Mme Tiralou est partie.',
    'Una mujer llamada Rosaura Pintelar llegó.',
    'El agresor, Julio Berrantes, huyó.',
    'وصلت السيدة هالة الدرويشي إلى المكتب.',
    'تحدثت الناجية سلمى الطرابزي معنا.',
    'Mwathirika Neema Josefati alifika.',
    'The focal point is Sister Josefine Akelenga.',
    'Farida Kohlani, a survivor, spoke.',
  ],
  date_place: [
    'On 3 May 2021 she was attacked outside the bakery in Pellworth.',
    'She was found on 12/06/2020 at 14 Mango Tree Road.',
    'Le 5 mars 2020, rue des Lilas, elle a été frappée.',
    'El 2 de abril de 2019 en la calle Robles la encontraron.',
    'في 5 آذار 2021 وقع الاعتداء في شارع النخيل.',
    'Alipigwa tarehe 3 Machi 2022 karibu na soko la Tamiro.',
    'In Harrow Lane, on 4 June 2022, a man stabbed his wife.',
  ],
  minor: [
    'A 14-year-old girl from Pellworth village came.',
    'The girl is 12 years old and lives in Harrowdale.',
    'The girl (13) from Mbarewe township came.',
    'Nadia, 16, was brought from Ain Tamira.',
    'In the village of Tamiro lives a girl aged 12.',
    'Her daughter, aged nine, goes to school in Tamiro.',
    'Une fille de 13 ans du village de Tamissou.',
    'Una niña de 7 años de la aldea El Roblar.',
    'طفلة عمرها 9 سنوات من قرية النخيل',
    'Msichana wa miaka 13 katika kijiji cha Tamiro.',
  ],
};

/** Ordinary sentences of this field in which nothing must be told. */
const safe: readonly string[] = [
  'Between 2010 and 2015 the unit trained 12,450 officers in 36 districts at a cost of USD 1,200,000.',
  'Survivors aged 15 to 49 were asked; girls under 18 made up 45.5 per cent of 2,318 cases.',
  'The Victim Support Unit and the Family Protection Department share one building.',
  'The centre, called Isange, opened on 8 March 2009 in Kigali Road Police Station.',
  'See UN doc. S/RES/1325 (2000), A/RES/48/104 and E/CN.6/2013/L.5, para. 12.',
  'Trial registration NCT03104400 and ISRCTN12345678; ethics approval no. 2018-114-R2.',
  'p = 0.045, 0.012 and 0.31; odds ratio 1.234 (0.987, 1.543).',
  'In case 3 of 12 the file was lost; the case study has 45 pages.',
  'La Ley 27.499 y la Ley 779 de 2012; se registraron 26.631, 27.499 y 30.112 denuncias.',
  'Le décret n° 2015-1234 du 3 mai 2015 crée 130 unités dans 24 gouvernorats.',
  'En 2019, 1 803 femmes et 2 589 filles ont porté plainte.',
  'Ms magazine and Dr training are not names; Mrs is a title.',
  'بلغ عدد البلاغات 37,000 بين عامي 2016 و2020 في 17 قسما.',
  'تصل الضحية إلى المركز الأمني ثم تحال إلى الخدمات.',
  'The course was held from 3 to 5 May 2019 and signed by the Ministry in Main Street.',
  'Reports rose from 120 (2009) to 310 (2010); 2009/10 was the first year.',
  'Officers work 24/7, 365 days; the budget of 2010-2012 was 4.5 million.',
  'The policy covers children and adolescents of 10 to 19 years in Sierra Leone.',
  'La víctima puede pedir una copia. Una mujer policía la atiende.',
  'Dr. Denis Mukwege spoke; President Ellen Johnson Sirleaf opened the section in 2005.',
  'The Ministry adopted Act No. 12 of 2010; Section 45(2) applies. Budget: KES 45,000,000. N=1,234.',
  'La comisaría de la mujer abrió el 8 de marzo de 1993 en Managua, en la avenida Bolívar.',
  'On 25 November 2019 the Minister launched the campaign at the National Stadium in Nairobi.',
  'بدأ البرنامج عام 1997 وشمل 12 محافظة و37,000 بلاغ، وبلغت الموازنة 1,200,000 دينار.',
  'The survivor may choose a female officer. Survivor Centred Approach is the first chapter.',
];

describe('the identifier check, kind by kind', () => {
  for (const [type, texts] of Object.entries(unsafe)) {
    for (const text of texts) {
      it(`tells of ${type}: ${text}`, () => {
        const told = findIdentifiers(text);
        assert.ok(
          told.some((finding) => finding.type === type),
          JSON.stringify(told),
        );
      });
    }
  }
  for (const text of safe) {
    it(`tells of nothing: ${text}`, () => {
      assert.deepEqual(findIdentifiers(text), []);
    });
  }

  it('gives offsets of the text it was given', () => {
    const text = 'اتصل على ٠٧٩٠٠٠٠٠٠٠ بعد العصر';
    const [found] = findIdentifiers(text);
    assert.deepEqual(found, { type: 'phone', excerpt: '٠٧٩٠٠٠٠٠٠٠', start: 9, end: 19 });
  });

  it('knows the numbers of the countries it is told', () => {
    const text = 'La oficina: 8234 5678.';
    assert.deepEqual(findIdentifiers(text), []);
    assert.deepEqual(
      findIdentifiers(text, ['NI', 'not_said']).map(({ type }) => type),
      ['phone'],
    );
  });

  it('stays quick on texts made to be slow', () => {
    const hostile = [
      '1 ',
      'a@',
      '0.1234, ',
      'Aa ',
      'the survivor ',
      '+1 (',
      'no 1-',
      'http://',
      '٠',
      'case ',
      'rue de ',
      '1/2/2020 rue ',
    ];
    for (const piece of hostile) {
      const started = performance.now();
      findIdentifiers(piece.repeat(20_000 / piece.length));
      assert.ok(performance.now() - started < 1500, `${piece}: ${String(performance.now() - started)} ms`);
    }
  });
});
