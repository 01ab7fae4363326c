import assert from 'node:assert/strict';
import { putConflict } from '../../../src/db/conflict-store.ts';
import { conflicts, personRoles } from '../../../src/db/schema/index.ts';
import { askedExport, postToExports } from '../../support/asked-export.ts';
import { badInput, CASE, TEXT, type Ground, type Row } from '../../support/bad-input.ts';
import { DOOR } from '../../support/bad-line.ts';
import type { Browser, Page } from '../../support/browser.ts';
import { lateDecision } from '../../support/late-decision.ts';
import { MODULE } from '../../support/world.ts';
import type { ReviewWorld } from '../../support/review-world.ts';
import { paths } from '../../../src/paths.ts';

let accepted: Browser | undefined;
const accept = async ({ desk }: Ground) => (accepted ??= await desk.accepted(desk.rosa));
/** The browser in which Rosa accepted her invitation. */
const rosa = (): Browser => {
  if (accepted === undefined) throw new Error('Nobody has accepted yet');
  return accepted;
};
const notThere = async (ground: Ground, path: string): Promise<Page> => {
  const browser = await ground.curator();
  return browser.get(path);
};

const EXPORT = 'X-STOLEN00';

const rows: Row[] = [
  {
    number: 'F1',
    what: 'another review, by a reviewer',
    ask: (_line, { desk }) => rosa().get(paths.review('en', desk.samir)),
    status: 404,
    says: /There is nothing here/,
    kept: 'nothing',
    given: accept,
  },
  {
    number: 'F1',
    what: 'the case and its parts, by a reviewer',
    given: accept,
    ask: () => rosa().get(CASE),
    status: 200,
    says: /Sign in/,
    kept: 'nothing',
  },
  {
    number: 'F1',
    what: 'a case that was never there, by a curator',
    ask: (_line, ground) => notThere(ground, `${DOOR}/desk/cases/P-NONE0`),
    status: 404,
    kept: 'nothing',
  },
  {
    number: 'F3',
    what: 'a list by what is not to be searched',
    ask: (_line, ground) => notThere(ground, `${DOOR}/desk/cases?author=x&email=y&q=curator%40&sort=email`),
    status: 200,
    says: /^(?!.*@curator\.example)/su,
    kept: 'nothing',
  },
  {
    number: 'F5',
    what: 'a module that the curator does not have',
    ask: (_line, ground) => notThere(ground, '/en/another-module/desk'),
    status: 404,
    kept: 'nothing',
  },
  {
    number: 'F9',
    what: 'a form of somebody whose role was taken away while the page was open',
    ask: async (_line, { curator, desk }) => {
      const browser = await curator();
      await browser.get(`${CASE}/notes`);
      const { $client } = desk.world.service.db;
      const { personId } = desk.people.curator;
      const become = (role: string) =>
        $client.prepare('update person_roles set role = ? where person_id = ?').run(role, personId);
      become('reviewer');
      const answer = await browser.submit('/notes', { text: TEXT });
      become('curator');
      return answer;
    },
    status: 404,
    kept: 'nothing',
    typed: true,
  },
  {
    number: 'F10',
    what: 'a decision of a curator of whom a part in the case became known in that moment',
    ask: async (_line, ground) => {
      const answer = await lateDecision(ground, () => withPart(ground.desk, true));
      await withPart(ground.desk, false);
      return answer;
    },
    status: 404,
    says: /There is nothing here/,
    kept: ({ desk }) => {
      assert.deepEqual(desk.world.service.db.$client.prepare('select * from decisions').all(), []);
    },
    typed: true,
  },
  {
    number: 'F10',
    what: 'a look at the case by a curator who has a part in it',
    given: ({ desk }) => withPart(desk, true),
    ask: async (_line, { curator, desk }) => {
      const browser = await curator();
      const answer = await browser.get(CASE);
      await withPart(desk, false);
      return answer;
    },
    status: 404,
    kept: () => undefined,
  },
  {
    number: 'F10',
    what: 'a curator who invites themself to review',
    given: ({ desk }) => reviewsToo(desk),
    ask: async (_line, { curator, desk }) => {
      const browser = await curator();
      const { controls } = (await browser.get(`${CASE}/reviewers`)).forms.find(({ action }) =>
        action.endsWith('/reviewers'),
      ) ?? { controls: [] };
      const csrf = controls.find(({ name }) => name === 'csrf')?.value ?? '';
      return browser.post(`${CASE}/reviewers`, [
        ['csrf', csrf],
        ['move', 'invite'],
        ['reviewer', desk.people.curator.personId],
      ]);
    },
    status: 409,
    says: /You have a part in this case/,
    kept: 'nothing',
  },
  {
    number: 'F12',
    what: 'a file of all cases, approved by whoever asked for it',
    given: ({ desk }) => askedExport(desk, EXPORT),
    ask: async (_line, { curator }) => postToExports(await curator(), { answer: 'approved' }, `/${EXPORT}`),
    status: 403,
    kept: 'nothing',
  },
  {
    number: 'F12',
    what: 'the file before anybody approved it',
    given: ({ desk }) => askedExport(desk, EXPORT),
    ask: async (_line, { curator }) => postToExports(await curator(), {}, `/${EXPORT}/file`),
    status: 409,
    kept: 'nothing',
  },
  {
    number: 'F12',
    what: 'another file on the same day',
    given: ({ desk }) => askedExport(desk, EXPORT),
    ask: async (_line, { curator }) =>
      postToExports(await curator(), { scope: 'reviews', format: 'csv', reason: `${TEXT} about this file` }),
    status: 422,
    says: /one a day is allowed/,
    kept: 'nothing',
    typed: true,
  },
  { number: 'F1', what: 'a case by its number', ask: (line) => line.ask('GET', CASE), status: 303, kept: 'nothing' },
  {
    number: 'F1',
    what: 'a review of somebody',
    ask: (line, { desk }) => line.ask('GET', paths.review('en', desk.rosa)),
    status: 404,
    kept: 'nothing',
  },
];

/** The curator is one of the module's reviewers as well. */
const reviewsToo = ({ world, people }: ReviewWorld): Promise<unknown> =>
  world.service.write(({ tx }) => {
    tx.insert(personRoles)
      .values({ personId: people.curator.personId, module: MODULE, role: 'reviewer' })
      .onConflictDoNothing()
      .run();
  });

/** The curator is in conflict over the case, or not any more. */
function withPart({ world, people, submissionId }: ReviewWorld, has: boolean): Promise<unknown> {
  return world.service.write(({ tx, clock }) => {
    if (has) {
      const at = clock.now().toISOString();
      putConflict(tx, { submissionId, personId: people.curator.personId, kind: 'declared', reason: 'A friend.', at });
    } else tx.delete(conflicts).run();
  });
}

badInput('F, rights and blinding', rows);
