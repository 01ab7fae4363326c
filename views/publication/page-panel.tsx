import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, ButtonLink, Buttons } from '../components/button.tsx';
import { Patch, type PatchLine } from '../components/diff.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { UserProse } from '../components/phrase.tsx';
import { Leaks, type LeakModel } from './leaks.tsx';
import { PagePaper, type PagePaperModel } from './page-paper.tsx';

export interface PagePanelModel {
  readonly csrf: string;
  /** In words: offered, approved or sent back, and when. */
  readonly status: string | undefined;
  /** What the submitter wants otherwise. */
  readonly asked: { readonly text: string | undefined; readonly revise: string | undefined } | undefined;
  readonly bounced: { readonly reason: string | undefined } | undefined;
  /** The letter of the decision has to leave first. */
  readonly letterFirst: { readonly decision: string } | undefined;
  readonly leaks: readonly LeakModel[];
  /** Where the submitter is asked to write it differently, and where the case is stopped. */
  readonly ways: { readonly revise: string | undefined; readonly hold: string };
  readonly paper: PagePaperModel | undefined;
  /** Why the published page cannot be changed now. */
  readonly obstacle: string | undefined;
  /** What becomes different on the page that is published. */
  readonly changes: readonly PatchLine[] | undefined;
  readonly offer: { readonly action: string; readonly hidden: Readonly<Record<string, string>> } | undefined;
}

/** The page of an accepted practice: what is in its way, what its submitter said, and the button that offers it. */
export function PagePanel({ t, model }: { t: Translate; model: PagePanelModel }): VNode {
  const { paper, offer } = model;
  if (paper === undefined) {
    return model.obstacle === undefined ? (
      <p class="quietly">{t('publication.page_none')}</p>
    ) : (
      <InTheWay t={t} model={model} />
    );
  }
  return (
    <>
      {model.status !== undefined && <p>{model.status}</p>}
      <InTheWay t={t} model={model} />
      <h2>{t(offer === undefined ? 'publication.page_title' : 'publication.offer_title')}</h2>
      {offer !== undefined && <p>{t('publication.offer_help')}</p>}
      <PagePaper t={t} model={paper} />
      {model.changes !== undefined && (
        <>
          <h2>{t('publication.changes_title')}</h2>
          {model.changes.length === 0 ? (
            <p class="quietly">{t('common.unchanged')}</p>
          ) : (
            <Patch t={t} lines={model.changes} />
          )}
        </>
      )}
      {offer !== undefined && (
        <Form action={offer.action} csrf={model.csrf} hidden={offer.hidden}>
          <Buttons>
            <Button>{t('publication.offer')}</Button>
          </Buttons>
        </Form>
      )}
    </>
  );
}

function InTheWay({ t, model }: { t: Translate; model: PagePanelModel }): VNode {
  const { asked, bounced, letterFirst, leaks } = model;
  return (
    <>
      {model.obstacle !== undefined && (
        <Notice kind="warning">
          <p>{model.obstacle}</p>
        </Notice>
      )}
      {bounced !== undefined && (
        <Notice kind="warning" title={t('publication.bounced')}>
          {bounced.reason !== undefined && <p>{t('publication.close_reason_was', { reason: bounced.reason })}</p>}
          <p>{t('publication.bounced_help')}</p>
        </Notice>
      )}
      {asked !== undefined && (
        <Notice kind="warning" title={t('publication.change_asked')}>
          {asked.text === undefined ? <p>{t('publication.named_otherwise')}</p> : <UserProse text={asked.text} />}
          {asked.text !== undefined && <p>{t('publication.change_asked_help')}</p>}
          {asked.revise !== undefined && <a href={asked.revise}>{t('publication.ask_revision')}</a>}
        </Notice>
      )}
      {letterFirst !== undefined && (
        <Notice kind="info" title={t('publication.letter_first')}>
          <p>{t('publication.letter_first_help')}</p>
          <ButtonLink look="secondary" href={letterFirst.decision}>
            {t('publication.to_decision')}
          </ButtonLink>
        </Notice>
      )}
      {leaks.length > 0 && <Leaks t={t} leaks={leaks} ways={model.ways} />}
    </>
  );
}
