import { paths } from './paths.js';

/** Lists of a module that go across its sections, and the kinds that each holds; undefined is all of them. */
export const lists = { practices: undefined, tools: 'tool', case_studies: 'case_study' };

/** What a content repository publishes, and which pages that makes. A class, so that it is handed on and not copied. */
export class Published {
  constructor(modules) {
    this.modules = modules;
    this.#practices = new Map(modules.flatMap(({ practices }) => practices).map((practice) => [practice.id, practice]));
  }

  #practices;

  module(id) {
    return this.modules.find((module) => module.id === id);
  }

  practice(id) {
    return this.#practices.get(id);
  }

  get languages() {
    return [...new Set(this.modules.flatMap(({ languages }) => languages))];
  }

  /** Practices of a module that are still shown, newest first. */
  shown(module) {
    const kept = module.practices.filter(({ status }) => status !== 'withdrawn');
    return kept.sort((a, b) => b.addedOn.localeCompare(a.addedOn) || a.id.localeCompare(b.id));
  }

  inSection(module, section) {
    return this.shown(module).filter(({ sections }) => sections.includes(section));
  }

  inList(module, list) {
    return this.shown(module).filter(({ kind }) => lists[list] === undefined || lists[list] === kind);
  }

  /** The pages that say of themselves that they update this one. */
  updatesOf(practice) {
    return this.modules
      .flatMap((module) => this.shown(module))
      .filter(({ id, supersedes }) => supersedes === practice.id && id !== practice.id);
  }

  /** Tools for the same strategies, those that share most of them first. */
  toolsFor(practice) {
    const shared = ({ approaches }) => approaches.filter((approach) => practice.approaches.includes(approach)).length;
    return this.inList(this.module(practice.module), 'tools')
      .filter((tool) => tool.id !== practice.id && shared(tool) > 0)
      .sort((a, b) => shared(b) - shared(a))
      .slice(0, 5);
  }

  // Each of these is the list behind one template; `at` is the page's own place.
  get homes() {
    return this.languages.map((language) => ({ language, at: paths.home(language, this.languages) }));
  }

  get modulePages() {
    return this.#perLanguage((module, language) => [{ at: paths.module(module.id, language) }]);
  }

  get sectionPages() {
    return this.#perLanguage((module, language) =>
      module.sections.map((section) => ({ section, at: paths.section(module.id, language, section) })),
    );
  }

  get listPages() {
    return this.#perLanguage((module, language) =>
      Object.keys(lists).map((list) => ({ list, at: paths.list(module.id, language, list) })),
    );
  }

  get practicePages() {
    return [...this.#practices.values()].flatMap(({ id, module, pages }) =>
      pages.map(({ language }) => ({ id, module, language, at: paths.practice(module, id, language) })),
    );
  }

  #perLanguage(pagesOf) {
    return this.modules.flatMap((module) =>
      module.languages.flatMap((language) =>
        pagesOf(module, language).map((page) => ({ ...page, module: module.id, language })),
      ),
    );
  }
}
