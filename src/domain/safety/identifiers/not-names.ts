/** Words with a capital that belong to the name of an office, a law or a place, or that only begin a sentence. */
const WORDS = [
  'Police Support Unit Units Protection Desk Desks Women Girls Court Act Law Centre Center Ministry Committee Council',
  'National State Programme Program Service Services Commission Association Report Government United Nations NGO General',
  'Office Officer Officers Department Section Family Friendly Assistance Advocate Fund Network Charter Code Convention',
  'Security Health Hospital University Human Rights Gender Domestic Violence Sexual Child Children Street Road House Shelter',
  'School Station Village District Province County Region Group Bureau Institute Red Cross Crescent Forum Union Plan Policy',
  'Division Brigade Force Army Bench Book Island City Helpline Line Project Campaign Foundation Trust Church Mosque',
  'Policía Policia Comisaría Comisaria Mujer Mujeres Ley Centro Nacional Ministerio Fiscalía Juzgado Tribunal Defensoría',
  'Instituto Ciudad Casa Línea Secretaría Dirección Unidad Municipal Estado Gobierno Consejo Fundación Plan Programa',
  'Loi Centre Ministère Femmes Femme Direction Gendarmerie Parquet Maison Bureau Commissariat Service Institut Fonds Comité',
  'The This She He It They We You In At On When After Before If And But Many All No I One Her His Our My',
  'Le La Les Un Une Elle Il Des El Los Las Una Ella En Dans À',
  'January February March April May June July August September October November December',
].flatMap((line) => line.split(' '));

export const NOT_NAMES = new RegExp(`(?:^|[ -])(?:${[...new Set(WORDS)].join('|')})(?:$|[ -])`, 'u');
