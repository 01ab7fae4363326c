import type { VNode } from 'preact';
import { PagePanel } from '../../../views/publication/page-panel.tsx';
import { offeredPage, casePublications, type PageRow } from '../../db/queries/publication-facts.ts';
import { publishedPage } from '../../db/queries/practice-page.ts';
import type { PublicId } from '../../domain/ids.ts';
import { mayMove } from '../../domain/people/permissions.ts';
import { pageDifference } from '../../domain/publication/page-difference.ts';
import type { PageFile } from '../../domain/publication/page-input.ts';
import { practiceOfPath } from '../../domain/publication/page-path.ts';
import { addDays, dayOf } from '../../domain/submission/days.ts';
import { nextState } from '../../domain/submission/state.ts';
import { ATTRIBUTION_CHANGED } from '../../usecases/submission/change-attribution.ts';
import { changeObstacle } from '../../usecases/publication/page-to-change.ts';
import { offerPage } from '../../usecases/publication/offer-page.ts';
import { pageToOffer } from '../../usecases/publication/page-to-offer.ts';
import type { CasePanel } from '../cases/case-panel.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import { partOf } from '../decision/decision-models.ts';
import { text } from '../decision/decision-typed.ts';
import type { WebKit } from '../routes.ts';
import { leakModels } from './leak-models.ts';
import { pagePaper } from './page-paper.ts';

/** The page of an accepted practice: how it will look, and the button that offers it to the submitter. */
export const pagePanel: CasePanel = {
  id: 'page',
  label: 'publication.tab_page',
  shown: ({ submission }) => ['accepted', 'publishing', 'published'].includes(submission.state),
  body: (kit, _req, at) => panel(kit, at),
  post: async (kit, req, res, at, again) => {
    const revision = Number(text((req.body as Record<string, unknown>)['revision']));
    const input = { submissionId: at.submission.id, revision };
    const offered = await kit.deps.write((unit) => offerPage(unit, at.staff, input));
    if (offered.ok) res.redirect(303, `${partOf(at, 'page')}?done=page_offered`);
    else if (offered.refusal.kind === 'page_leaks') again(422, panel(kit, at));
    else if (offered.refusal.kind === 'guard') again(409, panel(kit, at));
    else kit.refuse(req, res, offered.refusal);
  },
};

function panel(kit: WebKit, at: CaseVisit): VNode {
  const { t, csrf, submission } = at;
  const { db } = kit.deps;
  const page = offeredPage(db, submission.id);
  const waiting = submission.pageOfferedAt !== null || submission.state !== 'accepted';
  const drawn = waiting ? undefined : pageToOffer({ tx: db, clock: kit.deps.clock }, submission);
  const files = drawn?.made.files ?? page?.files ?? [];
  const letterFirst = drawn?.made.decision.releasedAt === null;
  const obstacle = waiting ? undefined : changeObstacle({ tx: db }, submission);
  const revise = mayMove(at.staff, 'revise', at.ref) ? `${partOf(at, 'decision')}?outcome=revise` : undefined;
  const model = {
    csrf,
    status: page === undefined ? undefined : statusText(at, page),
    asked: submission.state === 'accepted' && !waiting ? askedModel(page, revise) : undefined,
    bounced: bouncedModel(kit, at),
    letterFirst: letterFirst ? { decision: partOf(at, 'decision') } : undefined,
    leaks: leakModels(t, drawn?.leaks ?? [], files),
    ways: { revise, hold: partOf(at, 'hold') },
    paper: pagePaper(files, submission.title, page?.language ?? submission.language),
    obstacle: obstacle && t(`publication.${obstacle}`),
    changes: changesOf(kit, at, files),
    offer:
      obstacle === undefined && drawn?.leaks.length === 0 && !letterFirst && mayOffer(at)
        ? { action: partOf(at, 'page'), hidden: { revision: String(submission.revision) } }
        : undefined,
  };
  return <PagePanel t={t} model={model} />;
}

/** Against the page as it is online; nothing for a page of its own, or once it has landed. */
function changesOf(kit: WebKit, { submission }: CaseVisit, files: readonly PageFile[]) {
  const [file] = files;
  const practice = file && practiceOfPath(file.path);
  if (practice === undefined || practice === submission.publicId || submission.state === 'published') return undefined;
  const online = publishedPage(kit.deps.db, submission.module, practice as PublicId);
  return online && pageDifference(online.files, files);
}

const mayOffer = ({ staff, ref, submission }: CaseVisit): boolean =>
  mayMove(staff, 'offer_page', ref) && nextState(submission, 'offer_page').ok;

function statusText({ t, module, submission }: CaseVisit, page: PageRow): string | undefined {
  const { timeZone, approvePageDays } = module.policy;
  if (page.answer === null) {
    if (submission.pageOfferedAt === null) return undefined;
    const until = addDays(dayOf(new Date(page.offeredAt), timeZone), approvePageDays);
    const date = t.date(new Date(page.offeredAt), timeZone);
    return t('publication.offered_on', { date, until: t.date(until, timeZone) });
  }
  const date = t.date(new Date(page.answeredAt ?? page.offeredAt), timeZone);
  return page.answer === 'approved' ? t('publication.approved_on', { date }) : t('publication.asked_on', { date });
}

function askedModel(page: PageRow | undefined, revise: string | undefined) {
  if (page?.answer !== 'change_asked') return undefined;
  const named = page.answerText === ATTRIBUTION_CHANGED;
  return { text: named ? undefined : (page.answerText ?? ''), revise: named ? undefined : revise };
}

/** The last change ended unmerged, and nothing was offered since. */
function bouncedModel(kit: WebKit, { submission }: CaseVisit) {
  if (submission.state !== 'accepted' || submission.pageOfferedAt !== null) return undefined;
  const [last] = casePublications(kit.deps.db, submission.id);
  if (last?.state !== 'closed') return undefined;
  const answered = offeredPage(kit.deps.db, submission.id);
  return answered?.number === last.pageNumber ? { reason: last.closeReason ?? undefined } : undefined;
}
