import { matchedFields } from '../assignment/interests.ts';
import { countryCodes } from '../module/countries.ts';
import type { ModuleDefinition } from '../module/definition.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Role } from './actor.ts';
import { readEmailAddress } from './email-address.ts';

/** A person as typed into a form or given to a command. */
export interface PersonTyped {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly country: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly roles: readonly string[];
}

/** A person as it may be stored. */
export interface PersonRead extends Omit<PersonTyped, 'roles'> {
  readonly roles: readonly Role[];
}

export type PersonField = keyof PersonTyped;
/** One thing to mend. `taken`: somebody else has this address. */
export interface PersonProblem {
  readonly field: PersonField;
  readonly problem: 'required' | 'too_long' | 'invalid' | 'taken';
}

/** What was given cannot be stored; expected, and shown at the fields. */
export interface PersonInvalid {
  readonly kind: 'person_invalid';
  readonly problems: readonly PersonProblem[];
}

const NAME_LENGTH = 120;
const ORGANISATION_LENGTH = 160;
/** Roles that are given on the page of people. Safety and admin are given by whoever runs the service. */
export const rolesGivenHere: readonly Role[] = ['reviewer', 'curator'];

/**
 * Checks what was typed. `roles` that may be given depend on who gives them; a name never holds a line end, so that it
 * can stand in a letter.
 */
export function readPerson(
  typed: PersonTyped,
  definition: ModuleDefinition,
  allowedRoles: readonly Role[],
): Result<PersonRead, PersonProblem[]> {
  const name = oneLine(typed.name);
  const organisation = oneLine(typed.organisation);
  const email = readEmailAddress(typed.email);
  const topics = matchedFields(definition).flatMap(({ codes }) => codes);
  const roles = allowedRoles.filter((role) => typed.roles.includes(role));
  const problems = [
    ...lengthProblem('name', name, NAME_LENGTH, true),
    ...(email === undefined ? [problem('email', typed.email.trim() === '' ? 'required' : 'invalid')] : []),
    ...lengthProblem('organisation', organisation, ORGANISATION_LENGTH, false),
    ...(typed.country === '' || countryCodes.includes(typed.country) ? [] : [problem('country', 'invalid')]),
    ...outside('languages', typed.languages, definition.languages),
    ...outside('topics', typed.topics, topics),
    ...(typed.roles.length === 0 ? [problem('roles', 'required')] : outside('roles', typed.roles, allowedRoles)),
  ];
  if (problems.length > 0 || email === undefined) return refuse(problems);
  return ok({
    name,
    email,
    organisation,
    country: typed.country,
    languages: typed.languages,
    topics: typed.topics,
    roles,
  });
}

const problem = (field: PersonField, what: PersonProblem['problem']): PersonProblem => ({ field, problem: what });

/** Control characters and line ends would let a name write lines of a letter. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

function lengthProblem(field: PersonField, text: string, longest: number, required: boolean): PersonProblem[] {
  if (required && text === '') return [problem(field, 'required')];
  return text.length > longest ? [problem(field, 'too_long')] : [];
}

const outside = (field: PersonField, given: readonly string[], offered: readonly string[]): PersonProblem[] =>
  given.every((one) => offered.includes(one)) ? [] : [problem(field, 'invalid')];
