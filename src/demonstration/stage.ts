import { findPersonByEmail } from '../db/person-store.ts';
import type { PersonId } from '../domain/ids.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { Clock } from '../ports/clock.ts';
import type { Role, Staff } from '../domain/people/actor.ts';
import type { Result } from '../domain/result.ts';
import type { Service } from '../compose.ts';
import type { Unit } from '../usecases/unit.ts';
import type { Script } from './script.ts';

const DAY_MS = 86_400_000;

/** A clock that the demonstration sets back, so that its cases look lived in. */
export class StageClock implements Clock {
  readonly #start: Date;
  #daysAgo = 0;

  constructor(start: Date) {
    this.#start = start;
  }

  now(): Date {
    return new Date(this.#start.getTime() - this.#daysAgo * DAY_MS);
  }

  setBack(daysAgo: number): void {
    this.#daysAgo = daysAgo;
  }
}

/** Where the demonstration plays: a service whose clock can be set, its module, and the people of the script. */
export class Stage {
  readonly service: Service;
  readonly module: ModuleDefinition;
  readonly script: Script;
  readonly #clock: StageClock;

  constructor(service: Service, clock: StageClock, module: ModuleDefinition, script: Script) {
    this.service = service;
    this.module = module;
    this.script = script;
    this.#clock = clock;
  }

  /** Does one step as it would have been done so many days ago; a refusal is a fault of the script. */
  async at<T>(daysAgo: number, step: (unit: Unit) => Result<T, { kind: string }>): Promise<T> {
    this.#clock.setBack(daysAgo);
    const done = await this.service.write((unit) => ({ result: step(unit) }));
    if (done.result.ok) return done.result.value;
    throw new Error(`The demonstration was refused a step: ${JSON.stringify(done.result.refusal)}`);
  }

  staff(key: string): Staff {
    const person = this.script.people.find((one) => one.key === key);
    const row = person && findPersonByEmail(this.service.db, person.email);
    if (person === undefined || row === undefined) throw new Error(`Nobody in the demonstration is called ${key}`);
    const roles = person.roles.map((role) => ({ module: this.module.id, role: role as Role }));
    return { kind: 'staff', personId: row.id, name: row.name, roles };
  }

  person(key: string): PersonId {
    return this.staff(key).personId;
  }

  /** Lets the worker do what is due: letters leave, changes are made. */
  async work(): Promise<void> {
    await this.service.worker.lookNow();
  }
}
