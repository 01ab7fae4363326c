import type { Request } from 'express';
import type { VNode } from 'preact';
import { PeoplePage, type PersonRowModel } from '../../../views/people/people-page.tsx';
import { PersonPage } from '../../../views/people/person-page.tsx';
import { peopleList, type ListedPerson } from '../../db/queries/people-list.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Role } from '../../domain/people/actor.ts';
import { rolesGivenHere, type PersonProblem, type PersonTyped } from '../../domain/people/person-facts.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { personErrors, personFields } from './person-fields.ts';

/** `done` is the word in the address that says what was just done. */
export function peoplePage(kit: WebKit, req: Request, module: ModuleDefinition, done: string): VNode {
  const { t, lang } = visitOf(req);
  const listed = peopleList(kit.deps.db, module.id, kit.deps.clock.now());
  const model = {
    page: kit.chrome(req, { module }),
    make: paths.newPerson(lang, module.id),
    people: listed.map((entry) => rowOf(t, module, entry)),
    done: done === 'made' ? t('people.done_made') : done === 'changed' ? t('people.done_changed') : undefined,
  };
  return <PeoplePage t={t} model={model} />;
}

const rowOf = (t: Translate, module: ModuleDefinition, { person, roles, open }: ListedPerson): PersonRowModel => ({
  href: paths.person(t.lang, module.id, person.id),
  name: person.name,
  organisation: person.organisation,
  country: person.country === '' ? '' : t.country(person.country),
  roles: t.list(roles.map((role) => roleName(t, role))),
  languages: t.list(person.languages.map(t.language)),
  open,
  closed: person.disabledAt !== null,
});

const roleName = (t: Translate, role: Role): string => t(`people.role_${role}`);

export interface PersonForm {
  readonly typed: PersonTyped;
  readonly problems: readonly PersonProblem[];
  /** Nobody for a person who is about to be made. */
  readonly known?: ListedPerson;
}

export function personPage(kit: WebKit, req: Request, module: ModuleDefinition, form: PersonForm): VNode {
  const { t, lang, csrf, staff } = visitOf(req);
  const { known } = form;
  const others = known?.roles.filter((role) => !rolesGivenHere.includes(role)) ?? [];
  const own = known !== undefined && staff?.personId === known.person.id;
  const model = {
    page: kit.chrome(req, { module, problems: personErrors(t, form.problems) }),
    action: known === undefined ? paths.newPerson(lang, module.id) : paths.person(lang, module.id, known.person.id),
    csrf,
    back: paths.people(lang, module.id),
    name: known?.person.name,
    fields: personFields(t, module, form.typed, form.problems),
    otherRoles: others.length === 0 ? undefined : t.list(others.map((role) => roleName(t, role))),
    account:
      known === undefined || own || others.length > 0
        ? undefined
        : { action: paths.personAccount(lang, module.id, known.person.id), closed: known.person.disabledAt !== null },
  };
  return <PersonPage t={t} model={model} />;
}
