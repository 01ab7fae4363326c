import { findPersonByEmail } from '../db/person-store.ts';
import { findByFormHash } from '../db/submission-store.ts';
import type { Service } from '../compose.ts';
import { makePerson } from '../usecases/people/make-person.ts';
import { readScript, type ScriptPerson } from './script.ts';
import { Stage, type StageClock } from './stage.ts';
import { stories } from './stories.ts';

/**
 * Fills an empty demonstration with people and with a real practice in every state, through the same use cases as
 * everybody else. What is there already stays, so a seeding that was cut short goes on.
 */
export async function seedDemonstration(service: Service, clock: StageClock): Promise<void> {
  const module = service.registry.all()[0];
  if (module === undefined) return;
  const stage = new Stage(service, clock, module, readScript());
  for (const person of stage.script.people) await introduce(stage, person);
  for (const { formId, play } of stories) if (!isTold(service, formId)) await play(stage);
}

/** Whether every story has been played; then a start need not look for more. */
export const isDemonstrated = (service: Service): boolean => stories.every(({ formId }) => isTold(service, formId));

const isTold = ({ db, web }: Service, formId: string): boolean =>
  findByFormHash(db, web.keys.hash('form', formId)) !== undefined;

async function introduce(stage: Stage, person: ScriptPerson): Promise<void> {
  if (findPersonByEmail(stage.service.db, person.email) !== undefined) return;
  const { key: _key, ...typed } = person;
  await stage.at(120, (unit) => makePerson(unit, { kind: 'service' }, { module: stage.module.id, typed }));
}
