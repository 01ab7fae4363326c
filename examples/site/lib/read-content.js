import { realpathSync } from 'node:fs';
import { Published } from './published.js';
import { Facts } from './facts.js';
import { Folder } from './folder.js';
import { splitPage, readYaml } from './front-matter.js';
import { lastEdited } from './last-edited.js';
import { Texts } from './texts.js';

const PAGE = /^index\.([a-z]{2,3})\.md$/u;

/** Everything that the content repository at this folder publishes. The first mistake in it ends the build. */
export function readContent(folder) {
  if (folder === undefined || folder === '') throw new Error('Set CONTENT_DIR to a checkout of a content repository.');
  const root = realpathSync(folder);
  const days = lastEdited(root);
  const modules = new Folder(root, 'modules');
  const found = modules.names().folders.map((id) => readModule(modules.below(id), id, days));
  if (found.length === 0) throw new Error(`${folder} holds no modules: is it a content repository?`);
  return new Published(found);
}

function readModule(folder, id, days) {
  const file = folder.path('module.yml');
  const facts = new Facts(readYaml(folder.read('module.yml'), file), file);
  const operator = facts.within('operator');
  const practices = folder.below('practices');
  return {
    id,
    languages: facts.many('interface_languages', 'language'),
    sections: facts.many('sections', 'section'),
    operator: {
      name: operator.one('name', 'line'),
      contact: operator.one('contact', 'mail'),
      safetyContact: operator.one('safety_contact', 'mail'),
      exit: operator.one('exit', 'address'),
    },
    texts: readTexts(folder.below('texts')),
    practices: practices.names().folders.map((name) => readPractice(practices.below(name), name, id, days)),
  };
}

function readTexts(folder) {
  const files = folder.names().files.filter((name) => /^[a-z]{2,3}\.yml$/u.test(name));
  return new Texts(new Map(files.map((name) => [name.slice(0, -4), readYaml(folder.read(name), folder.path(name))])));
}

function readPractice(folder, id, module, days) {
  const file = folder.path('meta.yml');
  const map = readYaml(folder.read('meta.yml'), file);
  const facts = new Facts(map, file);
  const addedOn = facts.one('added_on', 'day');
  const names = folder.names().files.filter((name) => PAGE.test(name));
  if (names.length === 0) throw new Error(`${folder.path('')}: there is no page, such as index.en.md`);
  return {
    id: facts.same('id', 'id', id),
    module,
    kind: facts.one('kind', 'code'),
    status: facts.one('status', 'status'),
    sections: facts.many('sections', 'section'),
    countries: facts.many('countries', 'place'),
    approaches: facts.many('approaches', 'code'),
    evidence: facts.within('evidence').one('level', 'level'),
    attribution: facts.within('attribution').one('text', 'line'),
    licence: facts.one('licence', 'code'),
    supersedes: facts.maybe('supersedes', 'id'),
    addedOn,
    original: languagesIn(map, 'original')[0],
    // Pages that an update in another language has left behind.
    outdated: languagesIn(map, 'outdated'),
    pages: names.map((name) => readPage(folder, name, id, days.get(folder.path(name)) ?? addedOn)),
  };
}

/** The languages of a practice that stand in this state; contributors are named in the original one. */
function languagesIn({ languages }, state) {
  return Object.keys(languages ?? {}).filter((language) => languages[language]?.state === state);
}

function readPage(folder, name, id, editedOn) {
  const file = folder.path(name);
  const { facts: map, body } = splitPage(folder.read(name), file);
  const facts = new Facts(map, file);
  facts.same('id', 'id', id);
  return {
    language: facts.same('language', 'language', PAGE.exec(name)[1]),
    direction: facts.one('direction', 'direction'),
    title: facts.one('title', 'line'),
    body,
    editedOn,
  };
}
