import type { Request } from 'express';
import { peopleList, type ListedPerson } from '../../db/queries/people-list.ts';
import type { ModuleId, PersonId } from '../../domain/ids.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { paths } from '../../paths.ts';
import { changePerson } from '../../usecases/people/change-person.ts';
import { closeAccount } from '../../usecases/people/close-account.ts';
import { makePerson } from '../../usecases/people/make-person.ts';
import { staffVisit, type StaffHandler } from '../staff-visit.ts';
import type { Handler, Route, WebKit } from '../routes.ts';
import { peoplePage, personPage } from './people-pages.tsx';
import { nobodyYet, readPersonForm } from './read-person-form.ts';

export const peopleRoutes = (kit: WebKit): Route[] => [
  { path: '/:lang/:module/desk/people', who: 'people', get: list(kit) },
  { path: '/:lang/:module/desk/people/new', who: 'people', get: newPerson(kit), post: make(kit) },
  { path: '/:lang/:module/desk/people/:person', who: 'people', get: onePerson(kit), post: change(kit) },
  { path: '/:lang/:module/desk/people/:person/account', who: 'people', post: account(kit) },
];

const list = (kit: WebKit): Handler =>
  staffVisit(kit, (req, res, { module }) => {
    const done = req.query['done'];
    kit.page(res, 200, peoplePage(kit, req, module, typeof done === 'string' ? done : ''));
  });

const newPerson = (kit: WebKit): Handler =>
  staffVisit(kit, (req, res, { module }) => {
    kit.page(res, 200, personPage(kit, req, module, { typed: nobodyYet, problems: [] }));
  });

const make = (kit: WebKit): Handler =>
  staffVisit(kit, async (req, res, { module, staff, lang }) => {
    const typed = readPersonForm(req.body as Record<string, unknown>);
    const made = await kit.deps.write((unit) =>
      makePerson(unit, staff, { module: module.id, typed, interfaceLanguage: lang }),
    );
    if (made.ok) res.redirect(303, `${paths.people(lang, module.id)}?done=made`);
    else if (made.refusal.kind === 'person_invalid')
      kit.page(res, 422, personPage(kit, req, module, { typed, problems: made.refusal.problems }));
    else kit.refuse(req, res, made.refusal);
  });

/** A handler for one person of the module; nobody else's page exists. */
const withPerson = (
  kit: WebKit,
  handle: (...given: [...Parameters<StaffHandler>, ListedPerson]) => void | Promise<void>,
): Handler =>
  staffVisit(kit, (req, res, at) => {
    const known = knownPerson(kit, at.module.id, req);
    if (known === undefined) kit.refuse(req, res, { kind: 'not_found' });
    else return handle(req, res, at, known);
  });

function knownPerson(kit: WebKit, module: ModuleId, req: Request): ListedPerson | undefined {
  const { person } = req.params;
  return peopleList(kit.deps.db, module, kit.deps.clock.now()).find((listed) => listed.person.id === person);
}

const onePerson = (kit: WebKit): Handler =>
  withPerson(kit, (req, res, { module }, known) => {
    const { name, email, organisation, country, languages, topics } = known.person;
    const typed = { name, email, organisation, country, languages, topics, roles: known.roles };
    kit.page(res, 200, personPage(kit, req, module, { typed, problems: [], known }));
  });

const change = (kit: WebKit): Handler =>
  withPerson(kit, async (req, res, { module, staff, lang }, known) => {
    const typed = readPersonForm(req.body as Record<string, unknown>);
    const input = { module: module.id, personId: known.person.id, typed };
    const changed = await kit.deps.write((unit) => changePerson(unit, staff, input));
    if (changed.ok) res.redirect(303, peopleDone(lang, module));
    else if (changed.refusal.kind === 'person_invalid')
      kit.page(res, 422, personPage(kit, req, module, { typed, problems: changed.refusal.problems, known }));
    else kit.refuse(req, res, changed.refusal);
  });

const account = (kit: WebKit): Handler =>
  staffVisit(kit, async (req, res, { module, staff, lang }) => {
    const closed = (req.body as Record<string, unknown>)['closed'] === 'yes';
    const input = { module: module.id, personId: req.params['person'] as PersonId, closed };
    const done = await kit.deps.write((unit) => closeAccount(unit, staff, input));
    if (done.ok) res.redirect(303, peopleDone(lang, module));
    else kit.refuse(req, res, done.refusal);
  });

const peopleDone = (lang: string, module: ModuleDefinition): string => `${paths.people(lang, module.id)}?done=changed`;
