/** Words after which a spot is named that few people live at. */
export const STREET = [
  // A spot with a name of its own: "the ferry landing of Mbalo", "le quai de la gare de …", "el puente de …".
  '\\b(?:[Bb]ridge|[Jj]etty|[Ff]erry landing|[Ww]ell|[Bb]orehole|[Ff]ord|[Bb]us (?:stop|stand|park)|[Mm]arket|[Bb]each|[Cc]heckpoint|[Cc]rossroads|[Ff]ield|[Rr]iver bank|[Ff]ootpath) (?:of|at|in|near) \\p{Lu}',
  "\\b(?:pont|quai|gare|march[ée]|puits|gu[ée]|plage|ravine|champ|piste|barrage|d[ée]barcad[èe]re|parking|cour|terrain|fleuve|rivi[èe]re|lagune|douches|latrines) (?:de |du |des |de la |d['’]|à )(?:la |le |les |l['’])?(?:\\p{Ll}+ (?:de |du |d['’]|à ))?\\p{Lu}",
  '\\b(?:puente|muelle|mercado|pozo|vado|playa|parada|predio|cancha|milpa|potrero|quebrada|r[íi]o|cruce|embarcadero|pulper[íi]a|tienda|cantina|iglesia|parque|terminal|galp[óo]n|descampado|bald[íi]o) (?:de |del |de la |de los |de las )?(?:El |La |Los |Las )?\\p{Lu}',
  '(?:جسر|ميناء|بئر|محطة|موقف|سوق|شاطئ|ساحة|مزرعة|حقل|مقهى|بستان|خيام|مغسلة|معبر|حاجز) [\\u0621-\\u064A]{3,}',
  "\\b\\d{1,5}[A-Za-z]?,? (?:bis |ter )?(?:\\p{Lu}[\\p{L}’'-]{1,30} ){1,4}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Close|Way|Square|Crescent|Terrace|Alley|Row)\\b",
  "\\b(?:\\p{Lu}[\\p{L}’'-]{1,30} ){1,3}(?:Street|Road|Lane|Avenue|Alley|Market|Bridge|Junction)\\b",
  '\\b\\d{1,5},? (?:bis |ter )?(?:rue|avenue|boulevard|impasse|place|quai|chemin|allée|ruelle|passage)\\b',
  "\\b(?:rue|ruelle|impasse|hameau|quartier|carrefour|lieu-dit|colline|rond-point) (?:de |du |des |de la |d['’]|la |les )?\\p{Lu}",
  '\\b(?:calle|avenida|esquina|barrio|colonia|callejón|vereda|carretera|plaza|comarca|caserío|manzana) (?:de |del |de la |la |el |los |las )*[\\p{Lu}\\d]',
  '\\b(?:rua|travessa|bairro|avenida|beco) (?:da |do |das |dos )?[\\p{Lu}\\d]',
  '\\b(?:mtaa|barabara|kitongoji|kijiji) (?:wa |ya |cha )?\\p{Lu}',
  '(?:شارع|زقاق|حارة|تقاطع|دوار|زنقة|حي) [\\u0621-\\u064A]{2,}',
].join('|');

/** Words of nearness; a spot only together with something that happened. */
export const NEAR =
  "(?<!\\p{L})(?:outside|behind|in front of|next to|near|at the (?:corner|gate|jetty|door|back|edge|foot) of|opposite|inside|beside|devant|derrière|près d(?:e|u|es)|à côté d(?:e|u|es)|en face d(?:e|u|es)|au bord d(?:e|u|es)|à l['’]entrée d(?:e|u|es)|detrás de|frente a|cerca de|junto a|al lado de|a la salida de|a la entrada de|atrás d[aeo]|perto d[aeo]|karibu na|nyuma ya)l?(?!\\p{L})|(?:قرب|خلف|أمام|بجانب|بالقرب من|وراء|بمحاذاة|مقابل|عند مدخل)";

/** A settlement by its own name. */
export const SETTLEMENT = [
  "(?<!\\p{L})\\p{Lu}[\\p{L}’'-]{2,30} (?:village|camp|township|settlement|barracks)(?!\\p{L})",
  "(?<!\\p{L})(?:left|leaving|[Ff]rom|[Ii]n|[Aa]t|[Oo]f|[Nn]ear|[Tt]o) (?:the )?(?:(?:village|town|camp|hamlet|settlement|neighbourhood|district|school|slum|ward|island|city|jetty|market)(?: of)? )?(?:the )?\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){0,3}(?: (?:village|town|camp|settlement|district|school|ward))?",
  "(?<!\\p{L})(?:quitt(?:ait|a|é|er)|[àÀ]|[Aa]u|[Dd]u|[Dd]e|de la|dans le|dans la|en|sur la|près de) (?:(?:hameau|village|quartier|camp|bourg|commune|école|collège|lycée|site|ville|colline|secteur|commune)(?: de| du| des| d['’])? )?(?:l['’]|la |le |les )?\\p{Lu}[\\p{L}’'-]+(?:[ -]\\p{Lu}[\\p{L}’'-]+){0,3}",
  "(?<!\\p{L})(?:dejó|[Dd]e|[Dd]el|[Dd]e la|[Ee]n|[Ee]n el|[Ee]n la|al|a la) (?:(?:comarca|barrio|aldea|pueblo|comunidad|caserío|colonia|municipio|escuela|vereda|campamento|ciudad|liceo|cantón|muelle|parroquia|corregimiento)(?: de| del| de la)? )?(?:el |la |los |las |El |La |Los |Las )?\\p{Lu}[\\p{L}’'-]+(?: (?:de |del )?\\p{Lu}[\\p{L}’'-]+){0,3}",
  "\\b(?:katika |wa |ya )?(?:kijiji|kata|mtaa|kambi|shule)(?: cha| ya| wa)? \\p{Lu}[\\p{L}’'-]{2,}",
  '(?:(?:من|في|إلى|سكان|أهالي|أهل|قرب) |ب|ل)(?:قرية|بلدة|حي|مخيم|مدينة|مدرسة|ضيعة|منطقة|عزبة|نجع|دوار|ناحية|ولاية|جزيرة) [\\u0621-\\u064A]{2,}(?: [\\u0621-\\u064A]{2,})?',
].join('|');
