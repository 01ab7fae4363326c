/** What a fact of a page may look like; a hand that edits a file is told what is wrong with it. */
const kinds = {
  id: { fits: (value) => /^P-[0-9A-HJKMNP-TV-Z]{5}$/u.test(value), is: 'a number such as "P-K7Q2M"' },
  code: { fits: (value) => /^[a-z0-9_]{1,60}$/u.test(value), is: 'a code such as "case_study"' },
  place: { fits: (value) => /^(?:[A-Z]{2}|m49_\d{3}|[a-z_]{1,40})$/u.test(value), is: 'a country such as "NO"' },
  section: { fits: (value) => /^[a-z0-9_]+(?:\/[a-z0-9_]+)*$/u.test(value), is: 'a section such as "tools/training"' },
  language: { fits: (value) => /^[a-z]{2,3}$/u.test(value), is: 'a language such as "ar"' },
  level: { fits: (value) => /^E[0-4]$/u.test(value), is: 'an evidence level, "E0" to "E4"' },
  status: { fits: (value) => /^(?:current|historic|withdrawn)$/u.test(value), is: 'current, historic or withdrawn' },
  direction: { fits: (value) => /^(?:ltr|rtl)$/u.test(value), is: 'ltr or rtl' },
  day: { fits: (value) => /^\d{4}-\d{2}-\d{2}$/u.test(value), is: 'a day such as "2026-03-10"' },
  mail: { fits: (value) => /^[^\s@<>"]+@[^\s@<>"]+$/u.test(value), is: 'an e-mail address' },
  address: { fits: (value) => /^https?:\/\/[^\s<>"]+$/u.test(value), is: 'an address on the web' },
  line: { fits: (value) => value.trim() !== '', is: 'a text of at least one letter' },
};

/** Reads named facts out of a map, each of a kind, and names the file in every complaint. */
export class Facts {
  #map;
  #file;

  constructor(map, file) {
    this.#map = map;
    this.#file = file;
  }

  one(name, kind) {
    return this.#check(name, kind, this.#map[name]);
  }

  /** The fact, or undefined where the file says nothing. */
  maybe(name, kind) {
    return this.#map[name] == null ? undefined : this.one(name, kind);
  }

  many(name, kind) {
    const values = this.#map[name] ?? [];
    if (!Array.isArray(values)) throw new Error(`${this.#file}: ${name} must be a list`);
    return values.map((value) => this.#check(name, kind, value));
  }

  within(name) {
    const map = this.#map[name];
    if (map === null || typeof map !== 'object') throw new Error(`${this.#file}: ${name} is missing`);
    return new Facts(map, this.#file);
  }

  /** The fact must be what the place of the file already says. */
  same(name, kind, wanted) {
    const value = this.one(name, kind);
    if (value !== wanted) throw new Error(`${this.#file}: ${name} is ${value}, but the file belongs to ${wanted}`);
    return value;
  }

  #check(name, kind, value) {
    const { fits, is } = kinds[kind];
    if (typeof value === 'string' && fits(value)) return value;
    throw new Error(`${this.#file}: ${name} must be ${is}, and is ${JSON.stringify(value) ?? 'missing'}`);
  }
}
