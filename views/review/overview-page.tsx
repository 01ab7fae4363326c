import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { AnswerValue, type NamedAnswer } from '../components/answer-value.tsx';
import { Button, Buttons } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import type { Phrase } from '../components/phrase.tsx';
import { Say } from '../components/phrase.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { ReviewLayout, type ReviewFrame } from './review-layout.tsx';

export interface OverviewPageModel {
  readonly frame: ReviewFrame;
  readonly missing: readonly { readonly what: Phrase; readonly href: string }[];
  /** Points of 100 so far, as a number in words, and from how many criteria; none while nothing is scored. */
  readonly total: { readonly points: string; readonly judged: number; readonly of: number } | undefined;
  /** Complete, but it will not count for the number of reviews that are wanted. */
  readonly uncounted: boolean;
  readonly groups: readonly {
    readonly title: string;
    readonly change: string;
    readonly rows: readonly NamedAnswer[];
  }[];
  /** `first`: never sent. `changed`: what is saved differs from what was sent. `same`: nothing to send. */
  readonly sending: 'first' | 'changed' | 'same';
  readonly csrf: string;
  readonly submit: string;
  /** Where a week more is given; none when there is time enough or it was sent. */
  readonly extend: string | undefined;
  /** Where one steps back because of a conflict; none once it was sent. */
  readonly recuse: string | undefined;
}

/** Where the review stands: what is missing, the total so far, everything that was written, and the way to send it. */
export function OverviewPage({ t, model }: { t: Translate; model: OverviewPageModel }): VNode {
  return (
    <ReviewLayout t={t} frame={model.frame}>
      <h2>{t('review.part_overview')}</h2>
      <Missing t={t} model={model} />
      {model.total !== undefined && <p>{t('review.total', model.total)}</p>}
      {model.uncounted && <p>{t('review.uncounted')}</p>}
      <Sending t={t} model={model} />
      {model.groups.map(({ title, change, rows }) => (
        <section>
          <h3>{title}</h3>
          <SummaryList
            t={t}
            rows={rows.map(({ label, answer }) => ({
              label,
              ...(answer === undefined ? {} : { value: <AnswerValue t={t} answer={answer} /> }),
            }))}
          />
          <p>
            <a href={change}>
              {t('common.change')} <span class="unseen">{title}</span>
            </a>
          </p>
        </section>
      ))}
      <Aside t={t} model={model} />
    </ReviewLayout>
  );
}

function Missing({ t, model }: { t: Translate; model: OverviewPageModel }): VNode | null {
  if (model.missing.length === 0) return null;
  return (
    <div id="missing">
      <Notice kind="info" title={t('review.missing', { count: model.missing.length })}>
        <ul>
          {model.missing.map(({ what, href }) => (
            <li>
              <a href={href}>
                <Say phrase={what} />
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function Sending({ t, model }: { t: Translate; model: OverviewPageModel }): VNode {
  if (model.sending === 'same') return <p>{t('review.sent_same')}</p>;
  return (
    <Form action={model.submit} csrf={model.csrf}>
      <p>{t(model.sending === 'first' ? 'review.send_first_help' : 'review.send_changed_help')}</p>
      <Buttons>
        <Button look={model.missing.length === 0 ? 'primary' : 'secondary'}>
          {t(model.sending === 'first' ? 'review.send_first' : 'review.send_changed')}
        </Button>
      </Buttons>
    </Form>
  );
}

function Aside({ t, model }: { t: Translate; model: OverviewPageModel }): VNode {
  return (
    <>
      {model.extend !== undefined && (
        <Form action={model.extend} csrf={model.csrf}>
          <h3>{t('review.more_time')}</h3>
          <Buttons>
            <Button look="secondary">{t('review.extend')}</Button>
          </Buttons>
        </Form>
      )}
      {model.recuse !== undefined && (
        <p>
          <a href={model.recuse}>{t('review.to_recuse')}</a>
        </p>
      )}
    </>
  );
}
