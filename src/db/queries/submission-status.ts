import type { Act, HistoryEntry } from '../../domain/history.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { CasePromise } from '../../domain/submission/promise.ts';
import { findAppeal, type AppealRow } from '../appeal-store.ts';
import { historyOf } from '../history-store.ts';
import type { Reader } from '../in-transaction.ts';
import { latestPage, latestPublication, type ChangeRow, type PageRow } from '../publication-store.ts';
import { changesOfPractice } from './practice-page.ts';
import { caseFacts } from './case-facts.ts';
import { openRequests, type RequestRow } from './open-requests.ts';
import type { OwnSubmission } from './own-submission.ts';
import { rulingDecision, type DecisionRow } from './shown-state.ts';

/** What a submitter's page is made of: nothing that was not told yet, and nobody's name. */
export interface SubmissionStatus {
  readonly promise: CasePromise;
  readonly overdue: boolean;
  readonly reviews: { readonly answered: number; readonly wanted: number } | undefined;
  /** The newest decision whose letter has left. */
  readonly told: DecisionRow | undefined;
  readonly requests: readonly RequestRow[];
  readonly page: PageRow | undefined;
  readonly publication: ChangeRow | undefined;
  readonly appeal: AppealRow | undefined;
  /** When somebody's update or correction of this page last landed. */
  readonly updatedAt: string | undefined;
  readonly events: readonly { readonly at: string; readonly act: Act; readonly body: HistoryEntry['body'] }[];
}

export function submissionStatus(
  reader: Reader,
  definition: ModuleDefinition,
  { submission, shown }: OwnSubmission,
  now: Date,
): SubmissionStatus {
  const events = historyOf(reader, submission.id);
  const since = shown === submission.state ? undefined : events.findLast(({ body }) => body['to'] === shown)?.at;
  const asShown = { ...submission, state: shown, stateEnteredAt: since ?? submission.stateEnteredAt };
  const [facts] = caseFacts(reader, definition, [asShown], now);
  if (facts === undefined) throw new Error('A case that was just read has no facts');
  const ruling = rulingDecision(reader, submission.id);
  const page = submission.pageOfferedAt === null ? undefined : latestPage(reader, submission.id);
  return {
    promise: facts.promise,
    overdue: facts.overdue,
    reviews: facts.standing && { answered: facts.standing.answered, wanted: facts.standing.wanted },
    told: ruling?.releasedAt == null ? undefined : ruling,
    requests: shown === 'revision' ? openRequests(reader, submission) : [],
    page: page?.answer === null ? page : undefined,
    publication: latestPublication(reader, submission.id),
    appeal: findAppeal(reader, submission.id),
    updatedAt: updatedAt(reader, submission),
    events,
  };
}

function updatedAt(reader: Reader, { id, publicId, state }: OwnSubmission['submission']): string | undefined {
  if (state !== 'published') return undefined;
  const landed = changesOfPractice(reader, publicId).filter(
    ({ state: at, purpose, submissionId }) => at === 'merged' && purpose === 'publish' && submissionId !== id,
  );
  return landed.at(-1)?.endedAt ?? undefined;
}
