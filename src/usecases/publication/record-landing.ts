import { assignmentsOfSubmission } from '../../db/assignment-store.ts';
import { appendHistory } from '../../db/history-store.ts';
import { peopleWithRole } from '../../db/person-store.ts';
import { updatePublication, type PublicationRow } from '../../db/publication-store.ts';
import { changesOfPractice } from '../../db/queries/practice-page.ts';
import { findSubmission, type SubmissionRow } from '../../db/submission-store.ts';
import type { PublicationId } from '../../domain/ids.ts';
import { practiceOfBranch } from '../../domain/publication/page-path.ts';
import { alertCurators } from '../letters/alert-curators.ts';
import { enqueueLetter } from '../letters/enqueue-letter.ts';
import { moveSubmission } from '../submission/move-submission.ts';
import type { Unit } from '../unit.ts';
import { publicationAtHand } from './publication-at-hand.ts';
import { queueClosing } from './queue-closing.ts';

/**
 * The change was merged: a fact, whoever did it and whatever lies over the case. The page is online, or gone. Where
 * nobody should have merged it, alarms leave at once. May run twice.
 */
export function recordLanding(
  unit: Pick<Unit, 'tx' | 'clock'>,
  input: { publicationId: PublicationId; mergeCommit: string },
): void {
  const { publication, submission, wanted } = publicationAtHand(unit, input.publicationId);
  if (publication.state === 'merged') return;
  const at = unit.clock.now().toISOString();
  const { mergeCommit } = input;
  updatePublication(unit.tx, publication, { state: 'merged', mergeCommit, endedAt: at, trouble: null });
  appendHistory(unit.tx, {
    at,
    actor: 'service',
    act: 'change_merged',
    object: submission.id,
    body: { publication: publication.id, number: publication.number, commit: mergeCommit },
  });
  if (!wanted || (submission.held && publication.purpose === 'publish')) raiseAlarm(unit, submission, publication);
  if (!wanted) return;
  landed(unit, submission, publication);
}

function landed(unit: Pick<Unit, 'tx' | 'clock'>, submission: SubmissionRow, publication: PublicationRow): void {
  const move = publication.purpose === 'publish' ? 'land' : 'take_down';
  const moved = moveSubmission(unit, {
    seen: submission,
    move,
    actor: { kind: 'service' },
    body: { publication: publication.id },
  });
  if (!moved.ok) throw new Error(`A merged change could not be written down: ${moved.refusal.kind}`);
  tellWriter(unit, submission, publication);
  if (publication.purpose === 'publish') thankReviewers(unit, submission);
  else endPage(unit, submission, publication);
}

function tellWriter(
  unit: Pick<Unit, 'tx' | 'clock'>,
  { id: submissionId }: SubmissionRow,
  { id, purpose }: PublicationRow,
): void {
  const about = `${purpose === 'publish' ? 'land' : 'take_down'}:${id}`;
  enqueueLetter(unit, { name: 'news', submissionId, about }, `${submissionId}:${about}`);
}

/** The folder is gone, and with it what others had written on the same page; what was on its way to it goes back. */
function endPage(unit: Pick<Unit, 'tx' | 'clock'>, submission: SubmissionRow, publication: PublicationRow): void {
  const changes = changesOfPractice(unit.tx, practiceOfBranch(publication.branch) ?? submission.publicId);
  const others = changes.filter(({ submissionId }) => submissionId !== submission.id);
  for (const change of others) {
    if (change.state === 'queued' || change.state === 'open') queueClosing(unit, change);
  }
  const landedHere = others.filter(({ state, purpose }) => state === 'merged' && purpose === 'publish');
  for (const submissionId of new Set(landedHere.map((change) => change.submissionId))) {
    const seen = findSubmission(unit.tx, submissionId);
    if (seen?.state !== 'published') continue;
    const body = { publication: publication.id };
    const moved = moveSubmission(unit, { seen, move: 'take_down', actor: { kind: 'service' }, body });
    if (moved.ok) tellWriter(unit, seen, publication);
  }
}

/** Everybody who answered in any round of the case; once, however often it is published again. */
function thankReviewers(unit: Pick<Unit, 'tx' | 'clock'>, submission: SubmissionRow): void {
  const answered = assignmentsOfSubmission(unit.tx, submission.id).filter(({ status }) => status === 'submitted');
  const once = new Map(answered.map((row) => [row.personId, row.id]));
  for (const assignmentId of once.values()) {
    enqueueLetter(unit, { name: 'published_thanks', assignmentId }, assignmentId);
  }
}

function raiseAlarm(unit: Pick<Unit, 'tx' | 'clock'>, submission: SubmissionRow, publication: PublicationRow): void {
  alertCurators(unit, submission, 'landed_on_hold', publication.id);
  for (const { id: personId } of peopleWithRole(unit.tx, submission.module, 'safety')) {
    const letter = { name: 'curator_alert', submissionId: submission.id, personId, about: 'landed_on_hold' } as const;
    enqueueLetter(unit, letter, `${submission.id}:landed_on_hold:${publication.id}:${personId}`);
  }
}
