/** Text that is markup already. */
class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What was made by us, or by the Markdown renderer, which lets no HTML through. */
export const markup = (text) => new Markup(text);

/** Markup in which every value that is put in is escaped, unless it is markup itself; lists are joined, nothing is ''. */
export function html(strings, ...values) {
  return markup(strings.map((string, index) => string + (index < values.length ? shown(values[index]) : '')).join(''));
}

function shown(value) {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(shown).join('');
  return String(value).replace(/[&<>"']/gu, (sign) => signs[sign]);
}
