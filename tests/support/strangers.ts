import { putConflict } from '../../src/db/conflict-store.ts';
import { people, personRoles } from '../../src/db/schema/index.ts';
import type { ModuleId, PersonId } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/people/actor.ts';
import { paths } from '../../src/paths.ts';
import { MODULE } from './world.ts';
import type { Demonstration, DemonstrationCase } from './demonstration.ts';

/** Everybody of whom the permission matrix asks, in the order of its columns. */
export const strangers = [
  'anonymous',
  'submitter of the case',
  'submitter of another case',
  'reviewer of the case',
  'reviewer of another case',
  'curator',
  'curator of another module',
  'curator with a part in the case',
  'safety',
  'admin only',
  'closed account',
] as const;
export type Stranger = (typeof strangers)[number];

/** Whose browser it is: the cookies it holds, and a token for its forms. */
export interface Holder {
  readonly cookie: string;
  readonly csrf: string;
}

/** The browsers of everybody, for one case of the demonstration. */
export async function holdersFor(
  demonstration: Demonstration,
  the: DemonstrationCase,
  another: DemonstrationCase,
): Promise<Record<Stranger, Holder>> {
  const staff = await staffHolders(demonstration);
  return {
    ...staff,
    anonymous: await holder(demonstration),
    'submitter of the case': await submitterOf(demonstration, the),
    'submitter of another case': await submitterOf(demonstration, another),
    'reviewer of the case': await reviewer(demonstration, 'farah'),
    'reviewer of another case': await reviewer(demonstration, 'dewi'),
  };
}

type StaffHolders = Record<Exclude<Stranger, 'anonymous' | `submitter${string}` | `reviewer${string}`>, Holder>;
const staffOf = new WeakMap<Demonstration, Promise<StaffHolders>>();

/** Staff sign in once for all cases. */
function staffHolders(demonstration: Demonstration): Promise<StaffHolders> {
  const known = staffOf.get(demonstration) ?? makeStaff(demonstration);
  staffOf.set(demonstration, known);
  return known;
}

async function makeStaff(demonstration: Demonstration): Promise<StaffHolders> {
  const part = await person(demonstration, 'has-part', MODULE, 'curator');
  const { service } = demonstration;
  await service.write(({ tx }) => {
    for (const { submission } of demonstration.cases) {
      if (submission.state === 'draft') continue;
      const at = submission.createdAt;
      const conflict = { submissionId: submission.id, personId: part, kind: 'declared', reason: '', at };
      putConflict(tx, conflict);
    }
  });
  const closed = await person(demonstration, 'closed', MODULE, 'curator');
  const closedHolder = await signedIn(demonstration, closed);
  // With the session still there: the account itself must be what stops it.
  await service.write(({ tx }) => {
    tx.run(`update people set disabled_at = '2020-01-01T00:00:00.000Z' where id = '${closed}'`);
  });
  return {
    curator: await signedIn(demonstration, demonstration.person('leila')),
    'curator of another module': await signedIn(
      demonstration,
      await person(demonstration, 'elsewhere', 'another-module' as ModuleId, 'curator'),
    ),
    'curator with a part in the case': await signedIn(demonstration, part),
    safety: await signedIn(demonstration, demonstration.person('ruth')),
    'admin only': await signedIn(demonstration, await person(demonstration, 'admin', MODULE, 'admin')),
    'closed account': closedHolder,
  };
}

/** Puts somebody with one role in, also in a module that is not there. */
export async function person(
  { service }: Pick<Demonstration, 'service'>,
  name: string,
  module: ModuleId,
  role: Role,
): Promise<PersonId> {
  const personId = `stranger-${name}` as PersonId;
  await service.write(({ tx, clock }) => {
    const createdAt = clock.now().toISOString();
    const facts = { languages: ['en'], topics: [], createdAt };
    tx.insert(people)
      .values({ ...facts, id: personId, name, email: `${name}@strangers.example` })
      .run();
    tx.insert(personRoles).values({ personId, module, role }).run();
  });
  return personId;
}

async function holder(demonstration: Demonstration, cookies: Readonly<Record<string, string>> = {}): Promise<Holder> {
  const browser = demonstration.browser();
  await browser.get(paths.signIn('en'));
  return holding(demonstration, browser.cookie('fieldstone-pre'), cookies);
}

function holding(
  { service }: Demonstration,
  pre: string | undefined,
  cookies: Readonly<Record<string, string>>,
): Holder {
  if (pre === undefined) throw new Error('The browser was given no cookie');
  const held = Object.entries({ 'fieldstone-pre': pre, ...cookies }).map(([name, value]) => `${name}=${value}`);
  return { cookie: held.join('; '), csrf: service.web.keys.csrfToken(pre) };
}

async function signedIn(demonstration: Demonstration, personId: PersonId): Promise<Holder> {
  const browser = demonstration.browser();
  const link = await demonstration.signInLink(personId);
  await browser.get(link);
  await browser.submit(link);
  const sid = browser.cookie('fieldstone-sid');
  if (sid === undefined) throw new Error(`${personId} could not sign in`);
  return holding(demonstration, browser.cookie('fieldstone-pre'), { 'fieldstone-sid': sid });
}

async function submitterOf(demonstration: Demonstration, { receipt, submission }: DemonstrationCase): Promise<Holder> {
  const browser = demonstration.browser();
  await browser.get(paths.receipt('en', MODULE));
  await browser.submit('/receipt', { code: receipt });
  const draft = browser.cookie('fieldstone-draft');
  if (draft === undefined) throw new Error(`The receipt of ${submission.publicId} opened nothing`);
  return holding(demonstration, browser.cookie('fieldstone-pre'), { 'fieldstone-draft': draft });
}

/** The browser in which the demonstration accepted the invitation. */
const reviewer = (demonstration: Demonstration, key: string): Promise<Holder> =>
  holder(demonstration, { 'fieldstone-browser': `demonstration-${key}` });
