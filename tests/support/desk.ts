import type { Browser } from '../../src/rehearsal/browser-client.ts';
import { insertSubmission, type NewSubmission } from '../../src/db/submission-store.ts';
import { contacts } from '../../src/db/schema/index.ts';
import { insertVersion } from '../../src/db/version-store.ts';
import type { PersonId, PublicId, SubmissionId } from '../../src/domain/ids.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import { splitSealed } from '../../src/domain/module/visible-answers.ts';
import type { Role } from '../../src/domain/people/actor.ts';
import type { PersonTyped } from '../../src/domain/people/person-facts.ts';
import { paths } from '../../src/paths.ts';
import { makeOperatorLink } from '../../src/usecases/account/make-operator-link.ts';
import { makePerson } from '../../src/usecases/people/make-person.ts';
import { examplePractices } from './example-module.ts';
import { MODULE, type World } from './world.ts';

/** Puts a person into a world, as the operator's command does. */
export async function person(
  world: World,
  name: string,
  roles: readonly Role[],
  facts: Partial<PersonTyped> = {},
): Promise<PersonId> {
  const typed: PersonTyped = {
    name,
    email: addressOf(name),
    organisation: '',
    country: '',
    languages: ['en'],
    topics: [],
    roles,
    ...facts,
  };
  const made = await world.service.write((unit) => makePerson(unit, { kind: 'service' }, { module: MODULE, typed }));
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

/** A domain of their own, so that nobody shares a house by accident. */
function addressOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replaceAll(' ', '.')}@${plain.replaceAll(' ', '-')}.example`;
}

/** Signs a browser in with a link of the operator. */
export async function signIn(world: World, browser: Browser, personId: PersonId, lang = 'en'): Promise<void> {
  const token = await world.service.write((unit) => makeOperatorLink(unit, { personId, minutes: 10 }));
  await browser.get(paths.signInLink(lang, token));
  await browser.submit(`/t/${token}`);
}

let made = 0;

/** Puts a sent case into a world, in screening unless told otherwise, with the answers of an example practice. */
export async function sentCase(
  world: World,
  options: { practice?: string; answers?: Answers; facts?: Partial<NewSubmission> } = {},
): Promise<{ id: SubmissionId; publicId: PublicId }> {
  made += 1;
  const id = `submission-${String(made)}` as SubmissionId;
  const publicId = `P-D${String(made).padStart(4, '0')}` as PublicId;
  const found = examplePractices().find((one) => one.id === (options.practice ?? 'in-mp-womens-help-desks'));
  const { sealed, open } = splitSealed(world.module, { ...found?.answers, ...options.answers });
  const text = (field: string): string => (typeof open[field] === 'string' ? open[field] : '');
  await world.service.write(({ tx, clock }) => {
    const at = clock.now().toISOString();
    insertSubmission(tx, {
      id,
      publicId,
      module: MODULE,
      formHash: `form-${id}`,
      receiptHash: `receipt-${id}`,
      state: 'screening',
      stateEnteredAt: at,
      version: 1,
      language: text('language'),
      kind: text('kind'),
      title: text('title'),
      interfaceLanguage: 'en',
      sentAt: at,
      createdAt: at,
      updatedAt: at,
      ...options.facts,
    });
    tx.insert(contacts).values({ submissionId: id, answers: sealed }).run();
    insertVersion(tx, {
      submissionId: id,
      number: 1,
      answers: open,
      definitionCommit: world.module.commit,
      createdAt: at,
    });
  });
  return { id, publicId };
}
