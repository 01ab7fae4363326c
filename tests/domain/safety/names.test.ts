import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findIdentifiers } from '../../../src/domain/safety/identifiers.ts';

/** Invented people in the ways in which people are told of; the name stands in brackets. */
const told: readonly string[] = [
  '[[Amara Kellandine]] knew the road well.',
  'The shop belongs to [[Odile Vantreau]], a widow of sixty who takes in girls.',
  'We spoke for two hours with [[Ndapewa Shilongoh]] under a tree.',
  '"They laughed at me," says [[Tsegereda]], wiping her hands.',
  '[[Lerato M.]] (24) walked to the post twice.',
  'Her cousin [[Iskra]] drove the car.',
  'The man she fears is called [[Bartolo Quennell]].',
  'In the ward lay [[Thuy Linh Pham]], 31, with a broken arm.',
  'It was [[Deka bint Warsame]] who found them.',
  'The three women, [[Hanna Obrenko]], [[Lida Marchuk]] and [[Vira]], share a room.',
  '[[Odette Nkulu-Mbayo]], couturière à Bukavu, ne dort plus.',
  "« Je n'ai rien signé », raconte [[Perpétue]].",
  'Nous avons rencontré [[Haby Diakhaté Sow]] à la sortie du tribunal.',
  "Son oncle [[Zoumana]] l'a frappée.",
  '[[Violette Andrianasolo]] nous a reçus chez elle.',
  "D'après [[Honorine Ekambi]], le brigadier riait.",
  'Elle se fait appeler [[Tata Rolande]].',
  '[[Delphine Otchoumaré]], 52 ans, élève seule ses petits-enfants.',
  'Cuenta [[Eulalia Tumiri Condori]] que nadie abrió la puerta.',
  '[[Nohemí Arredondo Pech]] vivía con su suegra.',
  'En el patio, [[Wilma]], de 36 años, tiende la ropa.',
  'Detuvieron a [[Froilán Cusihuamán]] por la tarde.',
  'La casa es de [[Etelvina Chaparro Lugo]], partera.',
  'Su cuñada [[Dalila]] la escondió.',
  '«No quiero volver», dice [[Zunilda]].',
  'Conocí a [[Ramona Vilchez Ayala]] en el mercado.',
  'قالت [[هنية الطرابلسي]] إنها خافت.',
  'روت لنا [[فضيلة بن عاشور]] قصتها كاملة.',
  '[[سعدية الكربولي]]، ٤٢ عاما، أرملة من الأنبار.',
  'وصلت [[رغدة ك.]] إلى المأوى ليلا.',
  'زوجها [[جواد]] يعمل سائقا.',
  'تعيش [[أم رعد]] مع أولادها.',
  'وأخوها [[عبد الجبار الحمداني]] هددها.',
  'التقينا [[ريم خالد الصباغ]] في بيتها.',
  'طعنها ابن عمها [[ياسر العجيلي]] أمام الناس.',
  'اسمي [[مكية حسون]] وأعمل خياطة.',
  'تقول [[ربيعة منت امبارك]] إن الدرك لم يسمعها.',
  'On the bench outside sat [[Mwajuma Selemani Kondo]] with her shoes in her hand.',
  'Nobody believed [[Tamsin Aldergrove]] until the nurse spoke up.',
  'The money was sent to [[Prosper Hakizamungu]], who drank it.',
  '[[Ruvarashe Chikomo]], survivor and now peer educator, leads the circle.',
  'His wife [[Mpho]] had run to the chief.',
  'The complainant gave her name as [[Leilani Kahananui]].',
  'Interview with [[Anoush Terzian-Barsamian]], conducted in a tea house.',
  'He dragged [[Sunniva Ellingsrud]] by the hair, the witness wrote.',
  '"I was afraid of my own father," [[Rehema]] said.',
  'In her affidavit, [[Thokozile Maphanga]] describes the cell.',
  'Two days later [[Gulbahor Nazarova]] was found dead in the canal.',
  "Staff met [[Baraka Ole Sankale]]'s mother at the river.",
  'The driver, one [[Kwabena Asiedu-Poku]], has since left.',
  '[[Nadezhda P.]], a mother of two from the east, has no papers.',
  'Statement of [[Ester Hamunyela]]: "He came at night."',
  '[[Liv]], 19, did not want to sign.',
  '[[Aminetou mint Cheikh]] a quitté la tente de son mari.',
  'Le sergent aurait dit à [[Noëlla Bizimungu]] de se taire.',
  'Chez [[Ginette Razafy]], la porte reste ouverte.',
  'Témoignage de [[Zeineb Tounkara]], recueilli au marché.',
  '[[Edmée Lacaille]] (61 ans) tient la buvette.',
  "C'est [[Tiphaine]], sa voisine, qui a appelé.",
  "L'homme, [[Déogratias Muhoza]], a été relâché.",
  "Arrivée en 2019, [[Oksana Hrytsenko]] n'a pas de logement.",
  '« Il me suivait », se souvient [[Blandine]].',
  'La mère de [[Nafissatou Keïta]] a vendu sa vache.',
  'Mariée à quinze ans, [[Adjoa Mensavi]] a fui deux fois.',
  'Le certificat est au nom de [[Perpétue Nzamwita]].',
  'Entre lágrimas, [[Leonor Cayuqueo]] pidió un vaso de agua.',
  'La hermana de [[Jacinta Tepole]] no contesta.',
  'Entrevista a [[Odilia Choc Caal]], realizada en su casa.',
  '[[Marlenis]], desplazada, vende tinto en la terminal.',
  'El dueño, [[Abelardo Zúñiga P.]], niega todo.',
  'Viuda y con cinco hijos, [[Tránsito Guamán]] no sabía leer.',
  'A [[Yesenia del Carmen Portillo]] la obligaron a firmar.',
  'Testimonio de [[Ixchel]], 22 años, recogido en abril.',
  'Cuando [[Nidia Esperanza Bocanegra]] volvió, no quedaba nadie.',
  '«Aquí no entra nadie», respondió [[Hermelinda]].',
  'Firma: [[Rigoberta Xol Pop]]',
  'وقفت [[ختام الجبوري]] أمام القاضي وحدها.',
  'لم تنم [[سندس]] تلك الليلة.',
  'كانت [[وصال الخفاجي]] تنتظر دورها.',
  'شهادة [[نازك عبد الأمير]] مسجلة بصوتها.',
  'أما [[حمدة بنت راشد]] فلم تتكلم.',
  'صاحب المحل [[نعمان الدليمي]] أغلق الباب.',
  'ابنتي [[شذى]] رأت كل شيء.',
  '[[جليلة س.]] ممرضة من الجنوب.',
  '[[فتحية المنصوري]] (٥١ عاما) بائعة خضار.',
  'المعتدي [[رعد العبيدي]] جارها.',
  'تعرضت [[لمى الحايك]] للضرب في مكان عملها.',
  'قتلت [[رشا بسيس]] على يد أخيها.',
  '«خرجت حافية»، تقول [[مقبولة]].',
];

/** Offices, organisations, places, laws and authors, and ordinary words where a name could stand. */
const nobody: readonly string[] = [
  'Minister Grace Tumwebaze opened the Alma Ata Hall with Ambassador Juan Pérez Soto.',
  'In Addis Ababa and Dire Dawa the Ethiopian Women Lawyers Association runs two offices.',
  'Johnson and Leone (2005) and Walby, Towers et al. say the same; see Stark (2007).',
  'Women told us that they were tired. Police said so too. Officers fled.',
  'Kampala, Jinja and Fort Portal have units; Addis Ababa lost two. Costa Rica said yes.',
  'Kenya (23), Uganda (15) and Rwanda (12) sent replies. Table (22) shows Figure 3.',
  'Le procureur général, Étienne Mabouka, et la ministre Rose Akendengué étaient présents.',
  'À Port-au-Prince et à Cap-Haïtien, Kay Fanm et Solidarité Fanm Ayisyèn écoutent les femmes.',
  'La ley lleva el nombre de Rosa Elvira Cely. Médicos del Mundo atiende en San Pedro Sula.',
  'El Instituto Nacional y la ministra Ana Lucía Rojas firmaron; la Casa Mercedes Sandoval abrió.',
  'قالت وزيرة العدل إن القانون جديد. قالت منظمة محلية إن النساء خائفات.',
  'وصلت دورية الشرطة متأخرة. تعمل وحدة حماية الأسرة في الزرقاء.',
  'قال مدير الأمن العام إن العدد ارتفع. وذكرت جمعية المرأة العاملة ذلك.',
  'قالت امرأة شابة إنها خائفة. قالت إحدى الناجيات إن الشرطة استمعت إليها.',
  'عاشت نساء كثيرات في المخيم. طلبت اللجنة الوطنية تقريرا. تعيش أسر نازحة في درعا.',
  'يقع المقر في شارع الأمير عبد القادر وجامعة الملك عبد العزيز.',
  'Ciudad Bolívar, San Cristóbal y Santa Rosa tienen mesa. Cruz Roja Salvadoreña la dirige.',
  'Le Haut-Commissariat et Avocats sans Frontières ont ouvert à Bukavu. Search for Common Ground a payé.',
  'The Sisters of Charity and Saint Vincent de Paul Society gave beds. Plan International said so.',
  'Port Moresby, Mount Hagen and Lae have centres. Family Support Centre Lae was built by Bougainville men.',
  "In Nuku'alofa, Ma'a Fafine moe Famili runs training; Talitha Project teaches girls.",
  'The Istanbul Convention and the Belém do Pará Convention, the Maputo Protocol and Agenda 2063 apply.',
  'Justice Minister Ala Popescu, Mayor Ion Vlasceanu and Judge Elena Rusu attended.',
  'Tostan, Promundo and Raising Voices wrote it; SASA! Together and Stepping Stones were used.',
  "Le commissaire divisionnaire Paul Mbarga a signé. M. le Préfet l'a lu. Mme la Ministre aussi.",
  'El Salvador, Costa Rica y Puerto Rico firmaron. Guatemala dijo que sí; Honduras también lo dijo.',
  'Bangladesh Mahila Parishad and Ain o Salish Kendra took 312 cases. Naripokkho told us so.',
  "Kigali Isange, Gihundwe and Rusizi reported 45. Nairobi Women's Hospital treated 2,100.",
  'Inspector General Rose Muhando spoke. Lieutenant Colonel Ana Costa, head of the gender unit, agreed.',
  'Tras la Marcha Mundial, Ni Una Menos y Católicas por el Derecho a Decidir pidieron datos.',
  'قالت الشرطية إن المكتب مغلق. قالت رئيسة الجمعية إنها راضية. تعيش النساء في خوف.',
  'تعمل جمعية نور الحسين في عمان. وصلت قوافل الإغاثة إلى مخيم اليرموك. كانت الشرطة حاضرة.',
  'كانت النتائج جيدة. وكانت نسبة النساء قليلة. أصبحت المراكز مفتوحة. تحمل الوحدة اسم مدينة حلب.',
  'بدأت ورشة تدريبية جديدة. بدأت مديرية الأمن الوطني حملة. كتبت صحيفة الشرق الأوسط عنها.',
  'دخل قانون العنف الأسري حيز التنفيذ. خرجت مظاهرات نسائية. تركت الحرب آثارا.',
  'تزوج قاصرات كثيرات. فقدت عائلات كثيرة بيوتها. قتل رجال الشرطة أربعة. ضربت المنطقة عاصفة.',
  'ترفض نساء كثيرات الشكوى خوفا من العائلة. طلبت منظمات نسوية دعما. سمعت اللجنة شهادات.',
  'حسب تقرير منظمة العفو الدولية. بحسب قانون العمل الأردني. حسب إحصاءات رسمية.',
  'أم الفحم وأبو ظبي وأم درمان مدن. في قرية أبو غوش مركز. شارع عبد الكريم الخطابي طويل.',
];

const namesIn = (text: string) => findIdentifiers(text).filter(({ type }) => type === 'person_name');

describe('names of persons', () => {
  for (const line of told) {
    const text = line.replace(/\[\[|\]\]/gu, '');
    const names = Array.from(line.matchAll(/\[\[(.*?)\]\]/gu), ([, name = '']) => name);
    it(`are told in: ${text}`, () => {
      const found = namesIn(text).map(({ excerpt }) => excerpt);
      const touches = (one: string) => names.some((name) => one.includes(name) || name.includes(one));
      for (const name of names)
        assert.ok(
          found.some((one) => one.includes(name) || name.includes(one)),
          name,
        );
      assert.deepEqual(
        found.filter((one) => !touches(one)),
        [],
      );
    });
  }
  for (const text of nobody) {
    it(`are none in: ${text}`, () => {
      assert.deepEqual(namesIn(text), []);
    });
  }
});
