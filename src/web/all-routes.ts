import { accountRoutes } from './account/account-routes.ts';
import { caseRoutes } from './cases/case-routes.ts';
import { deskRoutes } from './desk/desk-routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import type { Route, WebKit } from './routes.ts';
import { submitRoutes } from './submit/submit-routes.ts';
import { troubleRoutes } from './trouble/trouble-routes.ts';

/** Every address of the service, by feature. The permission matrix of the tests is taken over this list. */
export function allRoutes(kit: WebKit): readonly Route[] {
  return [
    ...accountRoutes(kit),
    ...peopleRoutes(kit),
    ...deskRoutes(kit),
    ...caseRoutes(kit),
    ...troubleRoutes(kit),
    ...submitRoutes(kit),
  ];
}
