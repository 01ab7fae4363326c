import { appendHistory } from '../../db/history-store.ts';
import { enqueue } from '../../db/outbox.ts';
import { insertPublication, latestPublication, type PageRow, type PublicationRow } from '../../db/publication-store.ts';
import { changesOfPractice } from '../../db/queries/practice-page.ts';
import { rulingDecision } from '../../db/queries/shown-state.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { PublicationId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { changeText } from '../../domain/publication/change-text.ts';
import { practiceFolder } from '../../domain/publication/page.ts';
import { contentKey } from '../../domain/publication/page-key.ts';
import { practiceOfBranch, practiceOfPath } from '../../domain/publication/page-path.ts';
import type { Unit } from '../unit.ts';

/** Under this key the change of a publication is made, once. */
export const publishKey = (publication: Pick<PublicationRow, 'branch'>): string => `publish:${publication.branch}`;

export interface QueueInput {
  readonly submission: SubmissionRow;
  /** The page that was approved; none for taking a practice down. */
  readonly page: PageRow | undefined;
  /** Not before this day: an embargo of the submitter. */
  readonly notBefore: string | undefined;
}

/**
 * Freezes what will stand in the content repository and queues its change. Everything the change is made of is a
 * function of the publication, so that a repeated job finds its own work. The words for whoever merges are put in by
 * the worker.
 */
export function queuePublication(
  unit: Pick<Unit, 'tx' | 'clock' | 'random' | 'keys'>,
  actor: Actor,
  input: QueueInput,
): PublicationId {
  const { submission, page } = input;
  const now = unit.clock.now();
  const at = now.toISOString();
  const files = page?.files ?? [];
  const publicId = practiceFor(unit, submission, page);
  const number = nextNumber(unit, submission, publicId);
  const key = contentKey(files, (text) => unit.keys.digest(text));
  const text = changeText({
    publicId,
    number,
    contentKey: key,
    kind: page === undefined ? 'take_down' : publicId === submission.publicId ? 'publish' : 'update',
    publicTitle: submission.title,
    words: { opening: '', facts: [], checklist: [] },
  });
  const id = unit.random.token(12) as PublicationId;
  insertPublication(unit.tx, {
    id,
    submissionId: submission.id,
    number,
    purpose: page === undefined ? 'take_down' : 'publish',
    pageNumber: page?.number ?? null,
    branch: text.branch,
    files,
    removes: [practiceFolder(submission.module, publicId)],
    contentKey: key,
    title: text.title,
    body: '',
    message: text.message,
    decidedDay: (rulingDecision(unit.tx, submission.id)?.decidedAt ?? at).slice(0, 10),
    state: 'queued',
    queuedAt: at,
    notBefore: input.notBefore ?? null,
  });
  const body = { publication: id, number };
  appendHistory(unit.tx, { at, actor: actorName(actor), act: 'change_queued', object: submission.id, body });
  enqueue(unit.tx, { kind: 'publish', publicationId: id }, { dedupeKey: publishKey(text), runAfter: now, now });
  return id;
}

/** The practice whose folder is written: the page says it; a page is taken away from where it was put. */
function practiceFor({ tx }: Pick<Unit, 'tx'>, submission: SubmissionRow, page: PageRow | undefined): string {
  const [file] = page?.files ?? [];
  if (file !== undefined) return practiceOfPath(file.path) ?? submission.publicId;
  const live = latestPublication(tx, submission.id);
  return (live && practiceOfBranch(live.branch)) ?? submission.publicId;
}

/** Counts on for the case and for the practice: a branch names one change for ever. */
function nextNumber({ tx }: Pick<Unit, 'tx'>, submission: SubmissionRow, publicId: string): number {
  const own = latestPublication(tx, submission.id)?.number ?? 0;
  return Math.max(own, ...changesOfPractice(tx, publicId).map(({ number }) => number)) + 1;
}
