import { putConflict } from '../../../src/db/conflict-store.ts';
import { conflicts } from '../../../src/db/schema/index.ts';
import { badInput, CASE, TEXT, type Ground, type Row } from '../../support/bad-input.ts';
import { DOOR } from '../../support/bad-line.ts';
import type { Browser, Page } from '../../support/browser.ts';
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
    what: 'a note of a curator who has a part in the case',
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
  { number: 'F1', what: 'a case by its number', ask: (line) => line.ask('GET', CASE), status: 303, kept: 'nothing' },
  {
    number: 'F1',
    what: 'a review of somebody',
    ask: (line, { desk }) => line.ask('GET', paths.review('en', desk.rosa)),
    status: 404,
    kept: 'nothing',
  },
];

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
