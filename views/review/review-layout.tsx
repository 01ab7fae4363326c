import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { NavLinks, type NavItem } from '../components/nav-links.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, UserProse, UserText, type Phrase } from '../components/phrase.tsx';
import { SideBySide } from '../components/side-by-side.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';
import { Practice, PracticeName, type PracticeModel } from './practice.tsx';

export interface ReviewFrame {
  readonly page: PageModel;
  readonly module: Phrase;
  readonly practice: PracticeModel;
  /** The pages of the review, in order. */
  readonly parts: readonly NavItem[];
  /** A date in words; none once it was sent. */
  readonly due: string | undefined;
  readonly sent: string | undefined;
  /** What the curator asked when the review was given back. */
  readonly returned: string | undefined;
  /** What happened just now. */
  readonly news: 'saved' | 'sent' | 'extended' | 'accepted' | undefined;
  /** Words in the reviewer's own texts that may name somebody. */
  readonly names: readonly NameFound[];
}

export interface NameFound {
  readonly excerpt: string;
  readonly where: Phrase;
  readonly href: string;
}

/** The practice on one side, the review on the other; on a phone the review follows the practice. */
export function ReviewLayout(props: { t: Translate; frame: ReviewFrame; children: ComponentChildren }): VNode {
  const { t, frame } = props;
  return (
    <PageLayout t={t} title={t('review.tab')} model={frame.page} width="wide">
      <PageTitle above={<Say phrase={frame.module} />} lead={<Dates t={t} frame={frame} />}>
        <PracticeName model={frame.practice} />
      </PageTitle>
      <p class="limits">
        <a href="#practice">{t('review.to_practice')}</a> · <a href="#review">{t('review.to_review')}</a>
      </p>
      <SideBySide
        readLabel={t('review.practice')}
        workLabel={t('review.own')}
        read={<Practice t={t} model={frame.practice} />}
        work={
          <>
            <div id="review">
              <NavLinks look="tabs" label={t('review.parts')} items={frame.parts} />
            </div>
            <News t={t} frame={frame} />
            {props.children}
          </>
        }
      />
    </PageLayout>
  );
}

function Dates({ t, frame }: { t: Translate; frame: ReviewFrame }): VNode {
  if (frame.sent !== undefined) return <>{t('review.sent_on', { date: frame.sent })}</>;
  return <>{frame.due !== undefined && t('review.due_on', { date: frame.due })}</>;
}

function News({ t, frame }: { t: Translate; frame: ReviewFrame }): VNode {
  return (
    <>
      {frame.news !== undefined && <Notice kind="success">{t(`review.news_${frame.news}`)}</Notice>}
      {frame.returned !== undefined && (
        <Notice kind="warning" title={t('review.returned')}>
          <UserProse text={frame.returned} />
        </Notice>
      )}
      {frame.names.length > 0 && (
        <Notice kind="warning" title={t('review.names')}>
          <p>{t('review.names_help')}</p>
          <ul>
            {frame.names.map(({ excerpt, where, href }) => (
              <li>
                <q>
                  <UserText text={excerpt} />
                </q>{' '}
                –{' '}
                <a href={href}>
                  <Say phrase={where} />
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
