/** Words after which a spot is named that few people live at. */
export const STREET = [
  "\\b\\d{1,5}[A-Za-z]?,? (?:bis |ter )?(?:\\p{Lu}[\\p{L}’'-]{1,30} ){1,4}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Close|Way|Square|Crescent|Terrace|Alley|Row)\\b",
  "\\b(?:\\p{Lu}[\\p{L}’'-]{1,30} ){1,3}(?:Street|Road|Lane|Avenue|Alley|Market|Bridge|Junction)\\b",
  '\\b\\d{1,5},? (?:bis |ter )?(?:rue|avenue|boulevard|impasse|place|quai|chemin|allée|ruelle|passage)\\b',
  "\\b(?:rue|ruelle|impasse|hameau|quartier|carrefour|lieu-dit) (?:de |du |des |de la |d['’]|la |les )?\\p{Lu}",
  '\\b(?:calle|avenida|esquina|barrio|colonia|callejón|vereda|carretera|plaza|comarca|caserío|manzana) (?:de |del |de la |la |el |los |las )*[\\p{Lu}\\d]',
  '\\b(?:rua|travessa|bairro|avenida|beco) (?:da |do |das |dos )?[\\p{Lu}\\d]',
  '\\b(?:mtaa|barabara|kitongoji|kijiji) (?:wa |ya |cha )?\\p{Lu}',
  '(?:شارع|زقاق|حارة|تقاطع|دوار|زنقة|حي) [\\u0621-\\u064A]{2,}',
].join('|');

/** Words of nearness; a spot only together with something that happened. */
export const NEAR =
  '\\b(?:outside|behind|in front of|next to|near|at the corner of|opposite|inside|devant|derrière|près de|à côté|en face|detrás de|frente a|cerca de|junto a|atrás d[aeo]|perto d[aeo]|karibu na|nyuma ya)\\b|(?:قرب|خلف|أمام|بجانب|بالقرب من|وراء)';

/** A settlement by its own name. */
export const SETTLEMENT = [
  "\\b(?:from|in|at|of|near) (?:the )?(?:(?:village|town|camp|hamlet|settlement|neighbourhood|district|school|slum|ward|island|city)(?: of)? )?(?:the )?\\p{Lu}[\\p{L}’'-]{2,}(?: \\p{Lu}[\\p{L}’'-]+){0,3}(?: (?:village|town|camp|settlement|district|school|ward))?",
  "\\b(?:à|au|du|de|de la|dans le|dans la|en) (?:(?:hameau|village|quartier|camp|bourg|commune|école|collège|site|ville)(?: de| du| des| d['’])? )?(?:l['’]|la |le |les )?\\p{Lu}[\\p{L}’'-]{2,}(?:[ -]\\p{Lu}[\\p{L}’'-]+){0,3}",
  "\\b(?:de|del|de la|en|en el|en la) (?:(?:comarca|barrio|aldea|pueblo|comunidad|caserío|colonia|municipio|escuela|vereda|campamento|ciudad)(?: de| del| de la)? )?(?:el |la |los |las |El |La |Los |Las )?\\p{Lu}[\\p{L}’'-]{2,}(?: (?:de |del )?\\p{Lu}[\\p{L}’'-]+){0,3}",
  "\\b(?:katika |wa |ya )?(?:kijiji|kata|mtaa|kambi|shule)(?: cha| ya| wa)? \\p{Lu}[\\p{L}’'-]{2,}",
  '(?:من|في|ب) ?(?:قرية|بلدة|حي|مخيم|مدينة|مدرسة|ضيعة|منطقة|عزبة|نجع) [\\u0621-\\u064A]{2,}(?: ال[\\u0621-\\u064A]{2,})?',
].join('|');
