import { parseArgs } from 'node:util';
import { readConfig } from '../config/read-config.ts';
import { findPersonByEmail, peopleWithRole } from '../db/person-store.ts';
import { roles } from '../domain/people/actor.ts';
import { composeFrom } from '../main.ts';
import type { Service } from '../compose.ts';
import { paths } from '../paths.ts';
import { makeOperatorLink } from '../usecases/account/make-operator-link.ts';
import { makePerson } from '../usecases/people/make-person.ts';
import { cliText } from './cli-text.ts';
import { UsageError, type Command, type Terminal } from './command.ts';
import { moduleOf } from './module-of.ts';

const LINK_MINUTES = 60;

/** Makes people, lists them, and prints a link with which one of them signs in once. */
export const peopleCommand: Command = {
  name: 'people',
  run: async ([verb, ...args], io) => {
    const config = readConfig();
    const service = composeFrom(config);
    try {
      if (verb === 'add') return await addPerson(service, config.baseUrl, args, io);
      if (verb === 'list') return listPeople(service, args, io);
      if (verb === 'link') return await printLink(service, config.baseUrl, args, io);
      throw new UsageError(cliText('cli.people_usage'));
    } finally {
      service.close();
    }
  },
};

const options = {
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string', multiple: true },
  module: { type: 'string' },
  organisation: { type: 'string' },
  country: { type: 'string' },
  language: { type: 'string', multiple: true },
} as const;

async function addPerson(service: Service, baseUrl: string, args: string[], io: Terminal): Promise<number> {
  const { values } = parseArgs({ args, options });
  const module = moduleOf(service, values.module);
  const typed = {
    name: values.name ?? '',
    email: values.email ?? '',
    organisation: values.organisation ?? '',
    country: values.country ?? '',
    languages: values.language ?? ['en'],
    topics: [],
    roles: values.role ?? [],
  };
  const made = await service.write((unit) => makePerson(unit, { kind: 'service' }, { module, typed }));
  if (made.ok) {
    io.say(cliText('cli.person_made', { name: typed.name }));
    return printLink(service, baseUrl, ['--email', typed.email], io);
  }
  if (made.refusal.kind !== 'person_invalid') throw new UsageError(cliText('cli.people_usage'));
  for (const { field, problem } of made.refusal.problems)
    io.complain(cliText('cli.person_invalid', { field, problem }));
  return 1;
}

function listPeople(service: Service, args: string[], io: Terminal): number {
  const { values } = parseArgs({ args, options: { module: options.module } });
  const module = moduleOf(service, values.module);
  for (const role of roles) {
    for (const { name, email } of peopleWithRole(service.db, module, role)) io.say(`${role}\t${name}\t${email}`);
  }
  return 0;
}

async function printLink(service: Service, baseUrl: string, args: string[], io: Terminal): Promise<number> {
  const { values } = parseArgs({ args, options: { email: options.email } });
  const person = findPersonByEmail(service.db, (values.email ?? '').trim().toLowerCase());
  if (person === undefined) {
    io.complain(cliText('cli.person_unknown'));
    return 1;
  }
  const token = await service.write((unit) => makeOperatorLink(unit, { personId: person.id, minutes: LINK_MINUTES }));
  io.say(cliText('cli.link', { minutes: LINK_MINUTES, link: `${baseUrl}${paths.signInLink('en', token)}` }));
  return 0;
}
