/** The texts of a module: in the wanted language, else in English, and always with the language that was found. */
export class Texts {
  #byLanguage;

  constructor(byLanguage) {
    this.#byLanguage = byLanguage;
  }

  of(language, key) {
    const own = textAt(this.#byLanguage.get(language), key);
    if (own !== undefined) return { text: own, language };
    return { text: textAt(this.#byLanguage.get('en'), key) ?? key, language: 'en' };
  }
}

function textAt(texts, key) {
  const found = key
    .split('.')
    .reduce((map, part) => (map !== null && typeof map === 'object' ? map[part] : undefined), texts);
  return typeof found === 'string' ? found.trim() : undefined;
}
