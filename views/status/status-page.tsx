import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Ball } from '../components/ball.tsx';
import { Button, ButtonLink, Buttons } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, UserProse, UserText, type Phrase } from '../components/phrase.tsx';
import { ReceiptBox } from '../components/receipt-box.tsx';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { Timeline } from '../components/timeline.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface StatusAction {
  readonly label: string;
  readonly href: string;
}

/** Something the submitter is told in somebody's own words. */
export interface ToldText {
  readonly heading: string;
  readonly text: string;
  readonly lang?: string | undefined;
}

export interface StatusPageModel {
  readonly page: PageModel;
  readonly title: string;
  readonly titleLang?: string | undefined;
  readonly publicId: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  /** Where it stands, in one or two sentences. */
  readonly says: readonly string[];
  readonly ball?: { readonly who: string; readonly due?: string | undefined; readonly late: boolean } | undefined;
  readonly held: boolean;
  /** The one thing to do now. */
  readonly main?: StatusAction | undefined;
  readonly told: readonly ToldText[];
  readonly requests: readonly { readonly field?: Phrase | undefined; readonly must: boolean; readonly text: string }[];
  readonly links: readonly StatusAction[];
  readonly events: readonly { readonly when: string; readonly what: string; readonly ahead?: boolean | undefined }[];
  readonly actions: readonly StatusAction[];
  readonly receipt: string;
  readonly writes: boolean;
  readonly leave: { readonly action: string; readonly csrf: string };
}

/** Where a text stands: whose turn it is, by when, what happened, and what can be done. */
export function StatusPage({ t, model }: { t: Translate; model: StatusPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('status.tab')} model={model.page}>
      <PageTitle
        above={
          <>
            <bdi>{model.publicId}</bdi> <StateBadge {...model.state} />
          </>
        }
      >
        {model.title === '' ? t('status.untitled') : <UserText text={model.title} lang={model.titleLang} />}
      </PageTitle>
      {model.says.map((sentence) => (
        <p class="lead">{sentence}</p>
      ))}
      {model.held && (
        <Notice kind="safety" title={t('status.held_title')}>
          <p>{t('status.held_text')}</p>
        </Notice>
      )}
      {model.ball !== undefined && <Ball t={t} who={model.ball.who} due={model.ball.due} overdue={model.ball.late} />}
      {model.main !== undefined && (
        <Buttons>
          <ButtonLink href={model.main.href}>{model.main.label}</ButtonLink>
        </Buttons>
      )}
      <Asked t={t} requests={model.requests} />
      {model.told.map(({ heading, text, lang }) => (
        <section>
          <h2>{heading}</h2>
          <UserProse text={text} lang={lang} />
        </section>
      ))}
      {model.links.length > 0 && <Links links={model.links} />}
      <h2>{t('status.so_far')}</h2>
      <Timeline items={model.events} />
      {model.actions.length > 0 && (
        <>
          <h2>{t('status.can_do')}</h2>
          <Links links={model.actions} />
        </>
      )}
      <p class="quietly">{t(model.writes ? 'status.writes' : 'status.no_writes')}</p>
      <ReceiptBox t={t} receipt={model.receipt} size="small" />
      <Form action={model.leave.action} csrf={model.leave.csrf}>
        <Button look="quiet">{t('submit.leave_browser')}</Button>
      </Form>
    </PageLayout>
  );
}

function Asked({ t, requests }: { t: Translate; requests: StatusPageModel['requests'] }): VNode | null {
  if (requests.length === 0) return null;
  return (
    <section>
      <h2>{t('status.asked', { count: requests.length })}</h2>
      <ol>
        {requests.map(({ field, must, text }) => (
          <li>
            {field !== undefined && (
              <>
                <strong>
                  <Say phrase={field} />
                </strong>
                <br />
              </>
            )}
            <span dir="auto">{text}</span> <span class="mark">{t(must ? 'status.must' : 'status.should')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Links({ links }: { links: readonly StatusAction[] }): VNode {
  return (
    <ul>
      {links.map(({ label, href }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
