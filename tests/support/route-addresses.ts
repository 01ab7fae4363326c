import { assignmentsOfRound, findAssignment } from '../../src/db/assignment-store.ts';
import { openAssignments } from '../../src/db/queries/open-assignments.ts';
import { rulingDecision } from '../../src/db/queries/shown-state.ts';
import { latestRound } from '../../src/db/round-store.ts';
import { caseExports, jobs } from '../../src/db/schema/index.ts';
import type { AssignmentId, ModuleId } from '../../src/domain/ids.ts';
import type { ModuleDefinition } from '../../src/domain/module/definition.ts';
import { reviewParts } from '../../src/domain/review/review-parts.ts';
import type { Route, WebKit } from '../../src/web/routes.ts';
import { askExport } from '../../src/usecases/export/ask-export.ts';
import { allRoutes } from '../../src/web/all-routes.ts';
import type { Demonstration, DemonstrationCase } from './demonstration.ts';
import { MODULE } from './world.ts';

/** Every route of the service with its methods; nothing of it is called. */
export const everyRoute = (): readonly Route[] => allRoutes({} as WebKit);

export type Values = Readonly<Record<string, string>>;

/** What stands in an address in place of `:publicId` and the like, for one case. Links are made anew for each ask. */
export async function valuesFor(demonstration: Demonstration, the: DemonstrationCase): Promise<Values> {
  const { service } = demonstration;
  const definition = theModule(demonstration);
  const [letter] = (await service.web.outbox?.list()) ?? [];
  return {
    lang: 'en',
    module: MODULE,
    publicId: the.submission.publicId,
    page: definition.form.pages[0]?.id ?? '',
    part: reviewParts(definition.rubric)[0]?.id ?? '',
    person: demonstration.person('hanna'),
    assignment: assignment(demonstration, 'farah'),
    invitation: service.web.keys.linkFor(invitedOne(demonstration)),
    link: (await demonstration.signInLink(demonstration.person('marta'))).split('/').at(-1) ?? '',
    letter: letter?.id ?? '',
    export: await anExport(demonstration),
    job: await aDeadJob(demonstration),
    decision: rulingDecision(service.db, the.submission.id)?.id ?? 'none',
  };
}

function theModule({ service }: Demonstration): ModuleDefinition {
  const definition = service.registry.current(MODULE);
  if (definition === undefined) throw new Error('The example module is broken');
  return definition;
}

/** Somebody who was asked to review and has not answered yet. */
function invitedOne({ service }: Demonstration): AssignmentId {
  const asked = openAssignments(service.db).map(({ assignmentId }) => findAssignment(service.db, assignmentId));
  const found = asked.find((row) => row?.status === 'invited' && row.respondBy > service.web.clock.now().toISOString());
  if (found === undefined) throw new Error('Nobody in the demonstration has an open invitation');
  return found.id;
}

/** The assignment of one of the two reviewers of the case in review. */
function assignment(demonstration: Demonstration, key: string): string {
  const { submission } = demonstration.caseOf('jo-family-protection-department');
  const round = latestRound(demonstration.service.db, submission.id);
  const personId = demonstration.person(key);
  const found =
    round && assignmentsOfRound(demonstration.service.db, round.id).find((one) => one.personId === personId);
  if (found === undefined) throw new Error(`${key} was not invited`);
  return found.id;
}

/** A job that was given up, which the job board shows. */
export async function aDeadJob({ service }: Demonstration): Promise<string> {
  const at = service.web.clock.now().toISOString();
  return service.write(({ tx }) => {
    const { lastInsertRowid } = tx
      .insert(jobs)
      .values({
        kind: 'read_module',
        payload: { kind: 'read_module', module: MODULE satisfies ModuleId },
        dedupeKey: `dead:${at}:${String(Math.random())}`,
        state: 'dead',
        lastError: 'the repository could not be read',
        runAfter: at,
        queuedAt: at,
        endedAt: at,
      })
      .run();
    return String(lastInsertRowid);
  });
}

/** A file of all cases that the curator asked for. */
export async function anExport(demonstration: Pick<Demonstration, 'service' | 'person'>): Promise<string> {
  const { service } = demonstration;
  const [row] = service.db.select({ id: caseExports.id }).from(caseExports).all();
  if (row !== undefined) return row.id;
  const personId = demonstration.person('leila');
  const actor = { kind: 'staff', personId, name: '', roles: [{ module: MODULE, role: 'curator' }] } as const;
  const reason = 'For the yearly meeting of the advisory group.';
  const wish = { module: MODULE, scope: 'cases', format: 'csv', reason } as const;
  const asked = await service.write((unit) => askExport(unit, actor, wish));
  if (!asked.ok) throw new Error(`The export was not asked for: ${asked.refusal.kind}`);
  return asked.value;
}

/** The address of a route. A part of a pattern that nobody gave a value for throws, so that it cannot be forgotten. */
export function addressOf(pattern: string, values: Values): string {
  return pattern.replace(/:([a-zA-Z]+)/gu, (_whole, name: string) => {
    const key = name === 'token' ? (pattern.includes('/invitation/') ? 'invitation' : 'link') : name;
    const value = values[key];
    if (value === undefined || value === '') throw new Error(`${pattern} has a part :${name} that no test knows`);
    return encodeURIComponent(value);
  });
}
