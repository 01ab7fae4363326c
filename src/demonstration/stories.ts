import { approvePage } from '../usecases/submission/approve-page.ts';
import { askTakeDown } from '../usecases/publication/ask-take-down.ts';
import { withdrawSubmission } from '../usecases/submission/withdraw-submission.ts';
import * as act from './steps.ts';
import type { Played } from './steps.ts';
import { practiceAnswers } from './script.ts';
import type { Stage } from './stage.ts';
import type { MessageKey } from '../i18n/translate.ts';

/** One practice and how far it has come. Together they show every state of the workflow. */
export interface Story {
  readonly formId: string;
  readonly play: (stage: Stage) => Promise<void>;
}

const story = (practice: string, tell: (stage: Stage, formId: string) => Promise<unknown>): Story => ({
  formId: formIdOf(practice),
  play: async (stage) => {
    await tell(stage, formIdOf(practice));
  },
});

/** The same id each time, so that a demonstration that was cut short goes on where it stopped. */
export const formIdOf = (practice: string): string => `demonstration-${practice}`;

async function sent(stage: Stage, formId: string, daysAgo: number): Promise<Played> {
  const played = await act.write(stage, formId, practiceAnswers(formId.replace('demonstration-', '')), daysAgo + 1);
  await act.send(stage, played, daysAgo);
  return played;
}

async function inReview(
  stage: Stage,
  formId: string,
  reviewers: [string, string],
  daysAgo: number,
  held = false,
): Promise<Played> {
  const played = await sent(stage, formId, daysAgo);
  if (held) await act.lift(stage, played, daysAgo - 1);
  await act.screen(stage, played, stage.staff('leila'), daysAgo - 2);
  await act.invite(stage, played, stage.staff('leila'), reviewers, daysAgo - 2);
  return played;
}

async function reviewed(
  stage: Stage,
  formId: string,
  reviewers: [string, string],
  points: [3 | 2 | 1, 3 | 2 | 1],
  daysAgo: number,
  held = false,
): Promise<Played> {
  const played = await inReview(stage, formId, reviewers, daysAgo, held);
  await act.review(stage, played, reviewers[0], points[0], daysAgo - 8);
  await act.review(stage, played, reviewers[1], points[1], daysAgo - 10);
  return played;
}

const both = (stage: Stage) => ({ first: stage.staff('leila'), second: stage.staff('marta') });

async function offered(
  stage: Stage,
  formId: string,
  reviewers: [string, string],
  daysAgo: number,
  held = false,
): Promise<Played> {
  const played = await reviewed(stage, formId, reviewers, [3, 3], daysAgo, held);
  await act.decide(stage, played, both(stage), 'accept', daysAgo - 12);
  await act.offer(stage, played, stage.staff('marta'), daysAgo - 13);
  return played;
}

async function approved(
  stage: Stage,
  formId: string,
  reviewers: [string, string],
  daysAgo: number,
  held = false,
): Promise<Played> {
  const played = await offered(stage, formId, reviewers, daysAgo, held);
  const page = act.offeredPage(stage, played);
  await stage.at(daysAgo - 15, (unit) =>
    approvePage(unit, played.submitter, {
      submissionId: played.id,
      number: page?.number ?? 0,
      pageHash: page?.pageHash ?? '',
      agreed: true,
    }),
  );
  await stage.work();
  return played;
}

async function published(
  stage: Stage,
  formId: string,
  reviewers: [string, string],
  daysAgo: number,
  held = false,
): Promise<Played> {
  const played = await approved(stage, formId, reviewers, daysAgo, held);
  await act.merge(stage, played, stage.staff('leila'), daysAgo - 16);
  return played;
}

export const stories: readonly Story[] = [
  story('in-ka-police-training-manual', (stage, formId) =>
    act.write(stage, formId, practiceAnswers('in-ka-police-training-manual'), 2),
  ),
  story('pk-rozan-rabta', (stage, formId) => sent(stage, formId, 3)),
  story('cd-audiences-foraines-genre', (stage, formId) => sent(stage, formId, 1)),
  story('jo-family-protection-department', async (stage, formId) => {
    const played = await inReview(stage, formId, ['farah', 'yusuf'], 7);
    await act.review(stage, played, 'farah', 3, 1);
  }),
  story('tz-police-gender-children-desks', (stage, formId) => reviewed(stage, formId, ['dewi', 'hanna'], [3, 2], 20)),
  story('rw-isange-one-stop-centres', async (stage, formId) => {
    const played = await reviewed(stage, formId, ['amina', 'hanna'], [2, 2], 30);
    await act.decide(stage, played, both(stage), 'revise', 17);
  }),
  story('ar-comisarias-buenos-aires', (stage, formId) => offered(stage, formId, ['carlos', 'ines'], 20)),
  story('in-mh-special-cells', (stage, formId) => approved(stage, formId, ['grace', 'dewi'], 24)),
  story('in-mp-womens-help-desks', (stage, formId) => published(stage, formId, ['grace', 'hanna'], 60)),
  story('ni-comisarias-actualizacion', async (stage, formId) => {
    const played = await reviewed(stage, formId, ['ines', 'carlos'], [1, 1], 40, true);
    await act.decide(stage, played, both(stage), 'reject', 26);
  }),
  story('lr-women-children-protection-section', async (stage, formId) => {
    const played = await published(stage, formId, ['grace', 'yusuf'], 90, true);
    const reason = stage.script.takeDown;
    await stage.at(5, (unit) => askTakeDown(unit, stage.staff('ruth'), { submissionId: played.id, reason }));
    await stage.work();
    await act.merge(stage, played, stage.staff('leila'), 4);
  }),
  {
    formId: 'demonstration-invited',
    play: async (stage) => {
      const played = await act.write(
        stage,
        'demonstration-invited',
        practiceAnswers('in-ka-police-training-manual'),
        7,
      );
      await act.send(stage, played, 6);
      await act.screen(stage, played, stage.staff('marta'), 5);
      await act.invite(stage, played, stage.staff('marta'), ['amina', 'carlos'], 5);
      await act.accept(stage, played, 'carlos', 3);
    },
  },
  {
    formId: 'demonstration-withdrawn',
    play: async (stage) => {
      const played = await act.write(stage, 'demonstration-withdrawn', practiceAnswers('in-mh-special-cells'), 15);
      await act.send(stage, played, 14);
      await stage.at(10, (unit) => withdrawSubmission(unit, played.submitter, { submissionId: played.id }));
    },
  },
];

/** Receipts that are worth trying, and what their pages show. */
export const shownReceipts = [
  { practice: 'in-ka-police-training-manual', state: 'cli.receipt_draft' },
  { practice: 'jo-family-protection-department', state: 'cli.receipt_in_review' },
  { practice: 'rw-isange-one-stop-centres', state: 'cli.receipt_revision' },
  { practice: 'ar-comisarias-buenos-aires', state: 'cli.receipt_accepted' },
  { practice: 'in-mp-womens-help-desks', state: 'cli.receipt_published' },
] as const satisfies readonly { practice: string; state: MessageKey }[];
