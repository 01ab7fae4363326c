import { appendHistory } from '../../db/history-store.ts';
import { enqueue } from '../../db/outbox.ts';
import { insertPublication, latestPublication, type PageRow, type PublicationRow } from '../../db/publication-store.ts';
import { rulingDecision } from '../../db/queries/shown-state.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { PublicationId } from '../../domain/ids.ts';
import { actorName, type Actor } from '../../domain/people/actor.ts';
import { changeText } from '../../domain/publication/change-text.ts';
import { practiceFolder } from '../../domain/publication/page.ts';
import { contentKey } from '../../domain/publication/page-key.ts';
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
  const number = (latestPublication(unit.tx, submission.id)?.number ?? 0) + 1;
  const files = page?.files ?? [];
  const key = contentKey(files, (text) => unit.keys.digest(text));
  const text = changeText({
    publicId: submission.publicId,
    number,
    contentKey: key,
    kind: page === undefined ? 'take_down' : 'publish',
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
    removes: [practiceFolder(submission.module, submission.publicId)],
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
