import type { Request } from 'express';
import type { VNode } from 'preact';
import { OwnReviewsPage, type OwnReviewRow } from '../../../views/review/own-reviews-page.tsx';
import { ownReviews, type OwnAssignment, type OwnPlace } from '../../db/queries/own-reviews.ts';
import { isOpenDoor } from '../../domain/assignment/door.ts';
import type { AssignmentId } from '../../domain/ids.ts';
import type { Staff } from '../../domain/people/actor.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';

const PAGE_SIZE = 25;

/** What the person who is signed in was asked to review. */
export const showOwnReviews =
  (kit: WebKit): Handler =>
  (req, res) => {
    const { staff, lang } = visitOf(req);
    if (staff === undefined) res.redirect(303, paths.signIn(lang));
    else kit.page(res, 200, ownReviewsPage(kit, req, staff));
  };

function ownReviewsPage(kit: WebKit, req: Request, staff: Staff): VNode {
  const { t, lang } = visitOf(req);
  const { db, clock } = kit.deps;
  const now = clock.now();
  const after = readPlace(req.query['after']);
  const { rows, last } = ownReviews(db, staff.personId, after, PAGE_SIZE, now);
  const here = paths.ownReviews(lang);
  const model = {
    page: kit.chrome(req),
    rows: rows.map((row) => rowModel(kit, t, row, now)),
    next: last && `${here}?${new URLSearchParams({ after: `${last.invitedAt}~${last.id}` }).toString()}`,
    first: after && here,
  };
  return <OwnReviewsPage t={t} model={model} />;
}

function readPlace(text: unknown): OwnPlace | undefined {
  const [invitedAt, id] = typeof text === 'string' ? text.split('~') : [];
  return invitedAt === undefined || id === undefined ? undefined : { invitedAt, id: id as AssignmentId };
}

/** An open one opens by the link of its letter, which asks for a code in a browser that it does not know. */
function rowModel(kit: WebKit, t: Translate, row: OwnAssignment, now: Date): OwnReviewRow {
  const { id, door, practice, wrote } = row;
  const zone = kit.deps.modules.current(row.module)?.policy.timeZone ?? 'UTC';
  const open = isOpenDoor(door) && practice !== undefined;
  return {
    title: practice?.title,
    lang: practice?.language === '' ? undefined : practice?.language,
    href: open ? paths.invitation(t.lang, kit.deps.keys.linkFor(id)) : undefined,
    asked: t.date(row.invitedAt, zone),
    stands: standsText(t, row, (date) => t.date(date, zone)),
    late: door === 'accepted' && row.reviewDue !== undefined && row.reviewDue < now,
    text: wrote && !isOpenDoor(door) && door !== 'paused' ? paths.reviewPart(t.lang, id, 'text') : undefined,
  };
}

function standsText(t: Translate, row: OwnAssignment, day: (date: Date) => string): string {
  const { door, respondBy, submittedAt, online } = row;
  const ended = { date: day(row.endedAt ?? respondBy) };
  switch (door) {
    case 'invited':
      return t('review.stands_invited', { date: day(respondBy) });
    case 'accepted':
      return t('review.stands_accepted', { date: day(row.reviewDue ?? respondBy) });
    case 'submitted':
      return t('review.stands_submitted', { date: day(submittedAt ?? respondBy) });
    case 'paused':
      return t('review.stands_paused');
    case 'closed':
      if (submittedAt === undefined) return t('review.stands_closed');
      return t(online ? 'review.stands_online' : 'review.stands_over', { date: day(submittedAt) });
    case 'expired':
    case 'declined':
    case 'recused':
    case 'released':
      return t(`review.stands_${door}`, ended);
  }
}
