import type { PersonTyped } from '../../domain/people/person-facts.ts';

type Body = Readonly<Record<string, unknown>>;

/** What the form about a person holds, exactly as typed; the use case judges it. */
export function readPersonForm(body: Body): PersonTyped {
  return {
    name: one(body['name']),
    email: one(body['email']),
    organisation: one(body['organisation']),
    country: one(body['country']),
    languages: several(body['languages']),
    topics: several(body['topics']),
    roles: several(body['roles']),
  };
}

const one = (value: unknown): string => several(value)[0] ?? '';

function several(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((entry) => typeof entry === 'string');
}

export const nobodyYet: PersonTyped = {
  name: '',
  email: '',
  organisation: '',
  country: '',
  languages: [],
  topics: [],
  roles: ['reviewer'],
};
