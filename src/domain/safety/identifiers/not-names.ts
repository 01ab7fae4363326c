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
  'Un Une Elle Il Des Una Ella En Dans À',
  'January February March April May June July August September October November December',
].flatMap((line) => line.split(' '));

/** What an institution, a place or a document is called, in any of its words: none of it is in a person's name. */
const NEVER = [
  // Institutions and what they run.
  'Academy Agency Alliance Assembly Authority Board Branch Cabinet Campus Cell Chamber Channel Clinic College Company',
  'Constabulary Consortium Corps Corporation Directorate Embassy Faculty Federation Headquarters High Higher Home Initiative',
  'Incorporated Inc Ltd Inspectorate Laboratory League Limited Magistrates Military Mission Museum Newspaper Observatory Press',
  'Palace Panel Parliament Parish Patrol Prison Prosecution Prosecutor Radio Refuge Registry Resource Rescue Roundtable Rural',
  'Secretariat Senate Society Squad Stadium Supreme Task Team Television Temple Theatre Treasury Tribunal Welfare Workshop',
  'Aid Legal Justice Peace Safe Support Special Victims Victim Survivor Survivors Witness Crisis Response Emergency Hotline',
  'Public Social Community Development Education Training Research Studies Study Statistics Survey Index Review Journal Module',
  'Guide Guidelines Guidance Handbook Manual Toolkit Standard Standards Procedure Procedures Protocol Framework Strategy Agenda',
  'Form Table Figure Annex Appendix Chapter Section Article Paragraph Resolution Order Circular Regulation Bill Decree Ordinance',
  'Sexual Offences Offence Protection Prevention Elimination Discrimination Equality Affairs Interior Home Foreign Labour Finance',
  'International Interim Joint Federal Central Regional Local Global World European African Asian American Arab Pacific Caribbean',
  'Police Women Girls Men Boys Children Youth People Persons Workers Sisters Mothers Widows Ladies Migrants Refugees',
  // Places and what stands in them.
  'Telegram WhatsApp Signal Facebook Instagram Viber Twitter TikTok YouTube Google Skype Zoom Premio Prix Prize Award Terrace Close Row Way Airport Avenue Bay Beach Boulevard Bridge Camp Cape Coast Corner Creek Crescent Drive East Eastern Estate Falls Farm Gate',
  'Gulf Harbour Heights Hill Hills Islands Junction Lake Lakes Lane Market Mount Mountain Mountains Municipality Municipal North',
  'Northern Ocean Park Peninsula Plateau Plaza Point Port Quarter River Sea South Southern Square State States Street Territory',
  'Town Township Upper Lower Valley Village Ward West Western Building Gardens Sub-County Republic Kingdom Cerro Río Îles Baie',
  // French, Spanish and Portuguese words of the same kinds.
  'Agence Assemblée Autorité Cabinet Cellule Chambre Chef Collectif Commission Communauté Conseil Cour Croix Défense Délégation',
  'Département Église Enfants Enfance Ensemble Équipe Espace État Fédération Filles Fondation Forces Forum Foyer Garde Genre',
  'Gouvernement Groupe Guide Haut Haute Haute-Cour Hôpital Intérieur Justice Ligne Ligue Manuel Médecins Mission Mouvement',
  'Observatoire Office Ordre Organisation Palais Plateforme Police Procureur Programme Projet Protection Province Radio Refuge',
  'Région Réseau Sans Santé Sécurité Sœurs Solidarité Stratégie Sûreté Union Unité Université Violence Violences Terre Terres',
  'Agencia Alcaldía Asamblea Asociación Barrio Cámara Campaña Cárcel Carabineros Casas Circular Civil Código Colectiva Colectivo',
  'Colegio Comisión Comité Comunidad Congreso Consejo Constitución Coordinadora Corte Decreto Defensa Delegacía Delegacias',
  'Departamento Derechos Desarrollo Encuentro Equipo Escuela Espacio Familia Familias Federación Fiscal Fondo Fuerza Fuerzas',
  'Gendarmería Género General Guardia Hogar Hospital Humanos Igualdad Integral Jefatura Justicia Juventud Libre Manual Mesa',
  'Módulo Movimiento Mujeres Municipio Niñez Norte Oficina Oficinas Organización Orgánica Parque Penal Plataforma Procuraduría',
  'Programa Protección Protocolo Provincia Pueblo Reglamento República Red Refugio Registro Salud Seguridad Servicio Servicios',
  'Sistema Sur Superior Suprema Supremo Unión Universidad Víctima Víctimas Vida Violencia Violencias Zona Delegacia Secretaria',
  'Lei Ministério Polícia Patrulha Mulher Defensoria Rede Estadual Federal',
  // Peoples and languages.
  'English French Spanish Arabic Portuguese Swahili Kurdish Russian Chinese German Dutch British Indian Kenyan Nigerian Syrian',
  'Block Room Level Grade Class Part Zone Phase Type Vitamin Hepatitis Version Option Groupe Niveau Salle Bloc Partie Sala Bloque Grado Parte Tipo',
  'Days Day Week Month Year Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
].flatMap((line) => line.split(' '));

const oneOf = (words: readonly string[]): RegExp =>
  new RegExp(`(?:^|[ '’-])(?:${[...new Set(words)].join('|')})(?:$|[ -])`, 'u');

/** Words that begin the name of a place, but may stand inside the name of a person. */
const FIRST_OF_PLACES =
  'San|Santa|Santo|São|Saint|Sainte|St|Puerto|Port|Porto|Villa|Ville|Nueva|Nuevo|New|Costa|Monte|Mont|Isla|Île|Lago|Rio|Fort|Banja|Bir|Tel|Ain|Al|El|Los|Las|La|Le|Les|Notre|Nuestra|Our|Mère|Buen';

export const NEVER_IN_NAMES = new RegExp(`${oneOf(NEVER).source}|^(?:${FIRST_OF_PLACES})[ -]`, 'u');

/** Words that have a capital only because a sentence begins with them. */
export const SENTENCE_LEADS: ReadonlySet<string> = new Set(
  [
    'A According After Again All Although Among An And Another Any As At Because Before Both But By During Each Even Every For',
    'From Had Has Have He Her Here Hers His How However I If In Into It Its Just Last Later Like Many May Meanwhile Most My Near',
    'Neither Never Next No Nobody None Nor Not Now Of On Once One Only Or Our Out Over Perhaps Please She Since So Some Soon',
    'Still Such That The Their Then There These They This Those Though Through Thus To Today Tonight Under Until Up We What When',
    'Where Whereas Whether Which While Who Whose Why With Without Yesterday Yet You Your Ask Call Contact Dear Tell Thank Thanks',
    'Says Said Told Statement Testimony Story Letter Interview Complaint Mother Father Sister Brother Daughter Son Widow Wife Husband',
    'À Afin Ainsi Alors Après Au Aucun Aujourd’hui Aussi Autrefois Aux Avant Avec Car Ce Cela Celle Celui Ces Cet Cette Chaque Chez',
    "Aujourd'hui Comme D'après D’après Dans De Depuis Des Dès Deux Devant Donc Du Elle Elles En Enfin Ensuite Entre Est Et Eux Faute Hier Ici",
    'Il Ils Je L La Là Le Les Leur Leurs Lorsque Mais Malgré Même Mes Moi Mon Ni Non Nos Notre Nous On Or Où Ou Par Parce Parmi',
    'Pendant Plus Pour Pourquoi Près Puis Quand Que Quelle Qui Quoi Sa Sans Selon Ses Si Son Sous Sur Ta Tous Tout Toute Toutes',
    'Trois Un Une Vers Voici Voilà Votre Vous Dit Raconte Explique Témoigne Témoignage Récit Histoire Lettre Plainte Déclaration Entretien Mère Père',
    'Sœur Frère Fille Fils Veuve Épouse Mari Voisine Affaire Dossier Famille Arrivée Arrivé Née Né Mariée Marié',
    'A Acá Ahí Ahora Al Algunas Allí Antes Aquel Aquella Aquí Así Aun Aunque Ayer Bajo Cada Casi Como Con Contra Cuando Cuyo Dice',
    'Testimonio Historia Carta Denuncia Declaración Entrevista Caso Hija Hijo Viuda Madre Padre Hermana Vecina Esposa Familia Nacida Firma',
    'Cuenta Contó Dijo Relata Relató Recuerda Narra Declaró Afirma Desde Después Dos Durante El Él Ella Ellas Ellos En Entonces',
    'Entre Era Es Esa Ese Eso Esta Está Este Esto Fue Ha Había Hace Hacia Hasta Hoy La Las Le Les Lo Los Luego Mas Más Me Mi',
    'Mientras Muy Nadie Ni No Nos Nosotras Nuestra O Otra Otro Para Pero Por Porque Pues Que Quien Quién Se Según Ser Si Sí Sin',
    'Sobre Solo Sólo Su Sus También Tampoco Tanto Te Todas Todavía Todos Tras Tres Tu Un Una Unas Unos Y Ya Yo',
  ].flatMap((line) => line.split(' ')),
);

export const NOT_NAMES = new RegExp(
  `^(?:Le|La|Les|El|Los|Las) |(?:^|[ -])(?:${[...new Set(WORDS)].join('|')})(?:$|[ -])`,
  'u',
);
