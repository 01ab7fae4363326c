import type { NavItem } from '../../views/components/nav-links.tsx';
import type { ModuleId } from '../domain/ids.ts';
import { mayCurate, mayManagePeople, maySeeTrouble, isSafety } from '../domain/people/permissions.ts';
import { paths } from '../paths.ts';
import type { Visit } from './visit.ts';

/** Where somebody who is signed in may go, in the module of this page or else in the first of theirs. */
export function staffNavigation(visit: Visit, here: ModuleId | undefined, path: string): NavItem[] {
  const { staff, lang, t } = visit;
  const module = here ?? staff?.roles[0]?.module;
  if (staff === undefined || module === undefined) return [];
  const items = [
    {
      show: mayCurate(staff, module) || isSafety(staff, module),
      label: t('curator.nav_queue'),
      href: paths.desk(lang, module),
    },
    {
      show: mayCurate(staff, module) || isSafety(staff, module),
      label: t('curator.nav_cases'),
      href: paths.cases(lang, module),
    },
    {
      show: mayCurate(staff, module) || isSafety(staff, module),
      label: t('curator.nav_scores'),
      href: paths.scores(lang, module),
    },
    { show: mayManagePeople(staff, module), label: t('people.nav_people'), href: paths.people(lang, module) },
    {
      // Curators come to it from their list of cases, which an administrator does not have.
      show: mayManagePeople(staff, module) && !mayCurate(staff, module),
      label: t('exports.title'),
      href: paths.exports(lang, module),
    },
    { show: maySeeTrouble(staff, module), label: t('curator.nav_trouble'), href: paths.trouble(lang, module) },
  ];
  return items
    .filter((item) => item.show)
    .map(({ label, href }) => ({ label, href, ...(path === href ? { current: true } : {}) }));
}
