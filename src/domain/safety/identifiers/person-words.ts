/**
 * Words for somebody in a case. After the words of `CASE_PERSONS` one name is enough; after a relation or an occupation
 * (`ROLES`) it takes two, since "the nurse Amara" and "the teacher Guide" look alike. Holders of public offices
 * (ministers, commissioners, judges, directors) are left out on purpose.
 */
const CASE_EN =
  'survivor|victim|complainant|claimant|client|patient|girl|boy|woman|man|child|widow|wife|husband|daughter|son|sister|brother|mother|father|neighbou?r|perpetrator|suspect|accused|offender|attacker|abuser|witness|teenager|refugee';
const CASE_FR =
  'victime|survivante|rescap[ée]e|plaignante|patiente|fille|fillette|femme|[ée]pouse|mari|m[èe]re|s[œo]eur|sœur|voisine?|t[ée]moin|suspecte?|auteur|agresseur|accus[ée]e?|usag[èe]re|requ[ée]rante|veuve|prévenue?';
const CASE_ES =
  'denunciante|v[íi]ctima|sobreviviente|superviviente|usuaria|paciente|ni[ñn]a|ni[ñn]o|mujer|joven|viuda|esposa|esposo|hija|hijo|madre|hermana|vecina|testigo|agresor|acusado|sospechoso|imputado';
const CASE_PT = 'v[íi]tima|sobrevivente|denunciante|menina|mulher|esposa|filha|testemunha|agressor';
const CASE_SW = 'mwathirika|manusura|msichana|mwanamke|mtoto|mshtakiwa|shahidi';
export const CASE_PERSONS = [CASE_EN, CASE_FR, CASE_ES, CASE_PT, CASE_SW].join('|');
/** These may begin a sentence; English headings are capitals throughout ("Survivor Centred Approach"). */
export const CASE_PERSONS_BEGINNING = [CASE_FR, CASE_ES, CASE_PT, CASE_SW].join('|');

const ROLES_EN =
  'landlord|landlady|guard|worker|volunteer|co-?ordinator|cousin|aunt|uncle|niece|nephew|grandmother|grandfather|stepfather|stepmother|partner|boyfriend|girlfriend|ex-husband|fianc[ée]|friend|colleague|employer|teacher|nurse|midwife|doctor|counsell?or|interpreter|driver|trader|farmer|student|pupil|fisherman|shopkeeper|soldier|constable|sergeant|corporal|lieutenant|inspector|officer|guardian|caretaker|cleaner|cook|activist|advocate|lawyer|paralegal|focal (?:person|point)|(?:house|case|night|social|health|care|aid) ?worker|village (?:head|elder)|headman|imam|pastor|orphan|trafficker|recruiter';
const ROLES_FR =
  'gardien(?:ne)?|tante|oncle|cousine?|nièce|neveu|grand-m[èe]re|beau-père|compagnon|compagne|conjointe?|concubin|patronn?e?|employeur|logeuse|bailleur|enseignante?|institut(?:eur|rice)|infirmi(?:er|ère)|sage-femme|commerçante?|vendeu(?:r|se)|cultivat(?:eur|rice)|chauffeur|intervenante?|collaborat(?:eur|rice)|coordinat(?:eur|rice)|bénévole|assistante? sociale?|adjudant(?:-chef)?|caporal|sergent|lieutenant|brigadier|gendarme|polici(?:er|ère)|inspect(?:eur|rice)|agente?|avocate?|élève|étudiante?|orpheline?|chef(?: de village)?|point focal';
const ROLES_ES =
  'casera|casero|vecino|t[íi]a|t[íi]o|prima|primo|sobrina|sobrino|abuela|abuelo|padrastro|madrastra|pareja|expareja|conviviente|marido|novio|novia|exmarido|amiga|amigo|patrón|patrona|maestra|maestro|profesora?|enfermer[ao]|comadrona|partera|promotora|trabajadora social|psic[óo]loga|encargad[ao]|guardia|taxista|vendedora?|comerciante|campesin[ao]|soldado|teniente|sargento|cabo|suboficial|capitán|agente|oficial|inspectora?|abogad[ao]|coordinadora?|voluntari[ao]|alumn[ao]|estudiante|lideresa|catequista';
export const ROLES = [CASE_PERSONS, ROLES_EN, ROLES_FR, ROLES_ES].join('|');

export const TITLE =
  '(?:M(?:r|rs|s|iss|me|lle)\\.?|(?<!\\p{Lu}[\\p{L}.]{0,20} )M\\.|Madame|Mademoiselle|Monsieur|Maître|[Mm]aman|tata|tonton|tantie|mzee|do[ñn]a|don|Do[ñn]a|Don|Sra?\\.|Sra|Srta\\.?|se[ñn]ora|se[ñn]orita|se[ñn]or|senhora?|Dona|Bi\\.|Bibi|Bwana|Mama|Sister|Pastor|Imam|Sheikh|Corporal|Sergeant|Constable|Sgt\\.?|Cpl\\.?|Insp\\.?|Cst\\.?|Lt\\.?|Capt\\.?|Vve|Vda\\.)';

/** What one person has; offices have cases and houses too, so words for those are left out or told by their name. */
export const OWN_EN =
  'husband|wife|mother|father|daughter|son|sister|brother|statement|story|testimony|home|neighbou?r';
export const OWN_FR = 'mari|femme|mère|père|fille|fils|sœur|frère|récit|témoignage|histoire|maison|plainte';
export const OWN_ES =
  'esposo|esposa|marido|madre|padre|hija|hijo|hermana|hermano|relato|testimonio|historia|casa|denuncia';

/** Trades and states of life beyond `ROLES`, as they stand behind a name: "…, costurera", "…, veuve". */
export const TRADES = [
  'seamstress|tailor|vendor|hawker|domestic worker|housekeeper|maid|nanny|carer|cashier|waitress|herder|herdsman|labou?rer|mother|father|single mother|divorc[ée]e|wife|husband|migrant|asylum seeker|journalist|mechanic|carpenter|miner|weaver|hairdresser|secretary|baker|butcher|refugee|prisoner|detainee|retired|unemployed|resident|villager|neighbou?r|displaced|interpreter|younger|elder|eldest|youngest|survivor',
  'couturière|ménagère|vendeuse|marchande|pêcheur|pêcheuse|agricult(?:eur|rice)|paysanne?|ouvri(?:er|ère)|employée?|domestique|serveu(?:r|se)|coiffeu(?:r|se)|caissière|aide-soignante|réfugiée?|migrante?|demandeu(?:r|se) d.asile|divorcée?|célibataire|mariée?|veuve?|mère|père|retraitée?|chômeu(?:r|se)|berg(?:er|ère)|boulang(?:er|ère)|maçon|mécanicien|éleveur|habitante?|voisine?|déplacée?|rescapée?|interprète|traductrice|traducteur|répudiée?|aînée?|cadette?|survivante',
  'costurera|ama de casa|empleada|empleado|obrer[ao]|pescadora?|agricultora?|jornaler[ao]|cocinera|mesera|peluquera|cajera|lavandera|cuidadora|niñera|migrante|refugiad[ao]|divorciad[ao]|casad[ao]|solter[ao]|viud[ao]|madre|padre|jubilad[ao]|pastora|panader[ao]|albañil|mecánico|ganadero|curandera|vecin[ao]|habitante|natural|desplazad[ao]|sobreviviente|indígena|intérprete|agraviad[ao]|estilista',
].join('|');

/** Whom somebody has. */
export const KIN =
  'husband|wife|ex-husband|ex-wife|mother|father|sister|brother|daughter|son|cousin|aunt|uncle|niece|nephew|grandmother|grandfather|stepfather|stepmother|boyfriend|girlfriend|partner|fianc[ée]|(?:mother|father|sister|brother)-in-law|friend|neighbou?r|landlord|boss|mari|femme|ex-mari|mère|père|sœur|frère|fille|fils|cousine?|tante|oncle|nièce|neveu|beau-père|belle-mère|beau-frère|belle-sœur|compagnon|compagne|amie?|voisine?|patronne?|marido|esposo|esposa|exmarido|madre|padre|hermana|hermano|hija|hijo|prima|primo|tía|tío|sobrina|sobrino|abuela|abuelo|suegra|suegro|cuñada|cuñado|padrastro|madrastra|novio|novia|pareja|comadre|compadre|amiga|amigo|vecina|vecino|patrón|patrona';
