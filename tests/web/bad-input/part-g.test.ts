import assert from 'node:assert/strict';
import { closeRoundRow, reopenRoundRow } from '../../../src/db/round-store.ts';
import { paths } from '../../../src/paths.ts';
import { liftHold } from '../../../src/usecases/safety/lift-hold.ts';
import { raiseHold } from '../../../src/usecases/safety/raise-hold.ts';
import { badInput, TEXT, type Row } from '../../support/bad-input.ts';
import { lateDecision } from '../../support/late-decision.ts';
import type { Browser } from '../../support/browser.ts';

let rosa: Browser | undefined;

const rows: Row[] = [
  {
    number: 'G4',
    what: 'a decision while a hold was set',
    ask: async (_line, ground) => {
      const { desk } = ground;
      const { submissionId, people, world } = desk;
      const answer = await lateDecision(ground, () =>
        world.service.write((unit) => raiseHold(unit, people.curator, { submissionId, reason: 'A name was seen.' })),
      );
      await world.service.write((unit) => liftHold(unit, people.safety, { submissionId, reason: 'Looked at.' }));
      return answer;
    },
    status: 409,
    says: /hold for safety/i,
    kept: ({ desk }) => {
      assert.deepEqual(desk.world.service.db.$client.prepare('select * from decisions').all(), []);
    },
    typed: true,
  },
  {
    number: 'G1',
    what: 'a decision on a case that somebody else has moved',
    ask: (_line, ground) =>
      lateDecision(ground, async () => {
        const { $client } = ground.desk.world.service.db;
        $client.prepare("update submissions set revision = revision + 1 where public_id = 'P-TEST1'").run();
        await Promise.resolve();
      }),
    status: 409,
    says: /Somebody was faster|changed/i,
    kept: ({ desk }) => {
      assert.deepEqual(desk.world.service.db.$client.prepare('select * from decisions').all(), []);
    },
    typed: true,
  },
  {
    number: 'G2',
    what: 'a page of a review whose round was closed meanwhile',
    given: async ({ desk }) => {
      rosa = await desk.accepted(desk.rosa);
      await rosa.get(paths.reviewPart('en', desk.rosa, 'remarks'));
      await desk.world.service.write(({ tx, clock }) => {
        closeRoundRow(tx, desk.roundId, clock.now().toISOString());
      });
    },
    ask: async (_line, { desk }) => {
      const answer = await rosa?.submit('/remarks', { strengths: `${TEXT}, typed too late` });
      await desk.world.service.write(({ tx }) => {
        reopenRoundRow(tx, desk.roundId);
      });
      assert.ok(answer);
      return answer;
    },
    status: 409,
    says: /This review is closed/,
    kept: 'nothing',
    typed: true,
  },
];

badInput('G, races', rows);
