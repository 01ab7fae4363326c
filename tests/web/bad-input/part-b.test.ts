import { badInput, STORY, TEXT, type Row } from '../../support/bad-input.ts';
import { DOOR } from '../../support/bad-line.ts';

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

badInput('B, twice, late, or half', rows);
