import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Staff } from '../../domain/people/actor.ts';
import { isSafety, mayCurate } from '../../domain/people/permissions.ts';
import type { WebDeps } from '../web-deps.ts';

/** The modules in which somebody has cases to look after. */
export const desksOf = (deps: Pick<WebDeps, 'modules'>, staff: Staff): readonly ModuleDefinition[] =>
  deps.modules.all().filter(({ id }) => mayCurate(staff, id) || isSafety(staff, id));
