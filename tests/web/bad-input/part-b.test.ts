import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { SubmissionId } from '../../../src/domain/ids.ts';
import { clearDraft } from '../../../src/usecases/reminders/clear-draft.ts';
import { badInput, STORY, TEXT, type Row } from '../../support/bad-input.ts';
import { BadLine, DOOR } from '../../support/bad-line.ts';

const rows: Row[] = [
  {
    number: 'B1',
    what: 'the same page twice',
    ask: async (line) => {
      const first = await line.hidden(STORY);
      await line.post(STORY, { ...first, problem: TEXT, go: 'check' });
      return line.post(STORY, { ...first, problem: TEXT, go: 'check' });
    },
    status: 303,
    kept: { problem: TEXT },
  },
  {
    number: 'B4',
    what: 'a second tab with other words',
    ask: async (line) => {
      const first = await line.hidden(STORY);
      await line.post(STORY, { ...first, problem: 'The first tab', go: 'check' });
      return line.post(STORY, { ...first, problem: TEXT });
    },
    status: 409,
    says: /The first tab/,
    kept: { problem: 'The first tab' },
    typed: true,
  },
  {
    number: 'B11',
    what: 'a receipt that nobody has',
    ask: async (line) =>
      line.post(`${DOOR}/receipt`, {
        ...(await line.hidden(`${DOOR}/receipt`)),
        code: '0000-0000-0000-0000-0000-0000',
      }),
    status: 422,
    says: /We cannot find this code/,
    kept: 'nothing',
  },
  {
    number: 'B13',
    what: 'another text for a form that is a draft of somebody else',
    ask: async (line) => line.post(STORY, { ...(await line.hidden(STORY)), of: 'aaaaaaaaaaaa', problem: TEXT }),
    status: 403,
    kept: 'nothing',
    typed: true,
  },
];

badInput('B, twice, late, or half', rows, (ground) => {
  it('B10: opens however its digits are typed', async () => {
    const { line, desk } = await ground();
    const arabic = receiptOf(line)
      .toLowerCase()
      .replace(/\d/gu, (digit) => String.fromCharCode(0x0660 + Number(digit)));
    const other = await BadLine.begun(desk.served);
    const hidden = await other.hidden(`${DOOR}/receipt`);
    const answer = await other.post(`${DOOR}/receipt`, { ...hidden, code: `  ${arabic}\u200F ` });
    assert.equal(answer.location, `${DOOR}/my`);
  });

  it('B11: answers for a text that was erased and for one of nobody alike', async () => {
    const { line, desk } = await ground();
    const erased = receiptOf(line);
    await line.browser.get(`${DOOR}/my/discard`);
    await line.browser.submit('/my/discard');
    const other = await BadLine.begun(desk.served);
    const answers = [];
    for (const code of [erased, '0000 0000 0000 0000 0000 0000']) {
      const hidden = await other.hidden(`${DOOR}/receipt`);
      const { status, text } = await other.post(`${DOOR}/receipt`, { ...hidden, code });
      answers.push([status, text.replaceAll(code, '').replace(/name="csrf" value="[^"]*"/gu, '')]);
    }
    assert.deepEqual(answers[0], answers[1]);
    assert.equal(answers[0]?.[0], 422);
  });

  it('B14: tells the day on which a draft that was left alone was deleted', async () => {
    const { line, desk } = await ground();
    const receipt = receiptOf(line);
    const { db, write } = desk.world.service;
    const { id } = db.$client.prepare('select id from submissions order by rowid desc').get() as { id: SubmissionId };
    await write((unit) => {
      clearDraft(unit, { submissionId: id, step: 'delete', about: '' });
    });
    const hidden = await line.hidden(`${DOOR}/receipt`);
    const answer = await line.post(`${DOOR}/receipt`, { ...hidden, code: receipt });
    assert.equal(answer.status, 410);
    assert.match(answer.text, /This draft was deleted on 25 November 2026 to protect you/);
    const rows = db.$client.prepare('select * from deleted_drafts').all();
    assert.deepEqual(Object.keys(rows[0] ?? {}), ['receipt_hash', 'deleted_at']);
    assert.ok(!JSON.stringify(rows).includes(receipt.replaceAll(' ', '')));
  });

  it('B15: shows nothing to whoever presses Back after it was left', async () => {
    const { line } = await ground();
    await line.type(STORY, { problem: TEXT });
    await line.browser.get(`${DOOR}/my`);
    await line.browser.submit('/my/leave');
    for (const path of [STORY, `${DOOR}/my`, `${DOOR}/check`]) {
      const page = await line.browser.get(path);
      assert.equal(page.path, `${DOOR}/receipt`, path);
      assert.ok(!page.html.includes(TEXT));
      assert.equal(page.headers.get('cache-control'), 'no-store');
    }
  });
});

/** As it stands on the page that the browser shows. */
const receiptOf = (line: BadLine): string =>
  /Your receipt ((?:[0-9A-Z]{4} ){5}[0-9A-Z]{4})/u.exec(line.browser.page.text)?.[1] ?? '';
