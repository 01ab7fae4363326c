import { spoken } from './languages.js';

/** The site's own few words in a language, else in English and marked as such. */
export function wordsIn(words, language) {
  const found = words[language] === undefined ? 'en' : language;
  return {
    /** For the text of an element. */
    say: (key) => spoken({ text: words[found][key], language: found }, language),
    /** For an attribute, which cannot name its language. */
    plain: (key) => words[found][key],
  };
}
