import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { CardList } from '../components/card-list.tsx';
import { DataTable } from '../components/data-table.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Say, UserProse, UserText, type Phrase } from '../components/phrase.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { AdviceBox, type AdviceModel } from './advice-box.tsx';

export interface ReviewsPanelModel {
  readonly csrf: string;
  readonly standing: string;
  readonly reviewers: string | undefined;
  readonly advice: AdviceModel | undefined;
  readonly figures: FiguresModel | undefined;
  readonly reviews: readonly ReviewModel[];
  readonly agreement: readonly AgreementRow[];
}

export interface FiguresModel {
  /** Reviewers by their letters. */
  readonly labels: readonly string[];
  readonly rows: readonly CriterionRow[];
  readonly totals: readonly string[];
  readonly score: string;
  readonly spread: string;
  readonly mean: string;
  /** How far these reviewers agree, in words. */
  readonly agree: string | undefined;
}

export interface CriterionRow {
  readonly criterion: Phrase;
  readonly belowFloor: boolean;
  /** One for each reviewer; none where it was not judged. */
  readonly points: readonly (string | undefined)[];
  readonly median: string;
  readonly apart: string;
}

export interface ReviewModel {
  readonly label: string;
  readonly name: string;
  readonly date: string;
  readonly counts: boolean;
  readonly recommends: string;
  readonly confidence: string | undefined;
  readonly vote: string | undefined;
  /** Gates that are not passed, with the notes. */
  readonly gates: readonly { readonly gate: Phrase; readonly verdict: string; readonly note: string }[];
  readonly strengths: string;
  readonly comments: readonly { readonly criterion: Phrase; readonly text: string }[];
  readonly requests: readonly { readonly level: string; readonly field: Phrase | undefined; readonly text: string }[];
  readonly privateNote: string;
  readonly concern: string;
  readonly distress: boolean;
  readonly leniency: string | undefined;
  readonly giveBack:
    { readonly action: string; readonly assignment: string; readonly field: FieldView; open: boolean } | undefined;
}

export interface AgreementRow {
  readonly criterion: Phrase;
  readonly cases: string;
  readonly same: string;
  readonly near: string;
  readonly alpha: string;
}

/** What the round amounts to: standing, advice, figures, and the reviews side by side. */
export function ReviewsPanel({ t, model }: { t: Translate; model: ReviewsPanelModel }): VNode {
  return (
    <>
      <p>
        {model.standing} {model.reviewers !== undefined && <a href={model.reviewers}>{t('decision.to_reviewers')}</a>}
      </p>
      {model.advice !== undefined && <AdviceBox t={t} advice={model.advice} />}
      {model.figures !== undefined && <Figures t={t} figures={model.figures} />}
      <h2>{t('decision.reviews_title')}</h2>
      {model.reviews.length === 0 ? (
        <p class="quietly">{t('decision.reviews_none')}</p>
      ) : (
        <CardList level={3} items={model.reviews.map((review) => cardOf(t, model.csrf, review))} />
      )}
      {model.agreement.length > 0 && <Agreement t={t} rows={model.agreement} />}
    </>
  );
}

function Figures({ t, figures }: { t: Translate; figures: FiguresModel }): VNode {
  const numeric = (label: string) => ({ label, numeric: true });
  return (
    <>
      <h2>{t('decision.figures_title')}</h2>
      <DataTable
        caption={t('decision.figures_caption')}
        captionUnseen
        columns={[
          { label: t('decision.col_criterion') },
          ...figures.labels.map((label) => numeric(t('decision.col_reviewer', { label }))),
          numeric(t('decision.col_median')),
          numeric(t('decision.col_apart')),
        ]}
        rows={[
          ...figures.rows.map((row) => [
            <Criterion t={t} row={row} />,
            ...row.points.map((points) => points ?? <span class="quietly">{t('common.cannot_judge')}</span>),
            row.median,
            row.apart,
          ]),
          [<strong>{t('decision.total')}</strong>, ...figures.totals, <strong>{figures.score}</strong>, figures.spread],
        ]}
      />
      <p>{figures.mean}</p>
      {figures.agree !== undefined && <p>{figures.agree}</p>}
    </>
  );
}

function Criterion({ t, row }: { t: Translate; row: CriterionRow }): VNode {
  return (
    <>
      <Say phrase={row.criterion} /> {row.belowFloor && <StateBadge label={t('decision.below_floor')} tone="alarm" />}
    </>
  );
}

function cardOf(t: Translate, csrf: string, review: ReviewModel) {
  return {
    title: t('decision.review_of', { label: review.label, name: review.name }),
    above: t('decision.review_on', { date: review.date }),
    badge: <StateBadge label={review.recommends} tone="quiet" />,
    body: <Review t={t} review={review} />,
    foot: review.giveBack === undefined ? undefined : <GiveBack t={t} csrf={csrf} giveBack={review.giveBack} />,
  };
}

function Review({ t, review }: { t: Translate; review: ReviewModel }): VNode {
  return (
    <>
      {!review.counts && <p class="quietly">{t('decision.review_uncounted')}</p>}
      {review.concern !== '' && (
        <Notice kind="safety" title={t('decision.concern')}>
          <UserProse text={review.concern} />
        </Notice>
      )}
      {review.distress && <p>{t('decision.distress')}</p>}
      <SummaryList t={t} rows={rowsOf(t, review)} />
      {review.leniency !== undefined && <p class="quietly">{review.leniency}</p>}
    </>
  );
}

function rowsOf(t: Translate, review: ReviewModel) {
  const row = (label: string, value: ComponentChildren, shown = true) => (shown ? [{ label, value }] : []);
  return [
    ...row(t('decision.recommends'), review.recommends),
    ...row(t('decision.confidence'), review.confidence, review.confidence !== undefined),
    ...row(t('decision.vote'), review.vote, review.vote !== undefined),
    ...row(t('decision.gates'), <Gates t={t} gates={review.gates} />),
    ...row(t('decision.strengths'), <UserProse text={review.strengths} />, review.strengths !== ''),
    ...row(t('decision.comments'), <Comments comments={review.comments} />, review.comments.length > 0),
    ...row(t('decision.requests_of'), <Requests requests={review.requests} />, review.requests.length > 0),
    ...row(t('decision.private_note'), <UserProse text={review.privateNote} />, review.privateNote !== ''),
  ];
}

function Gates({ t, gates }: { t: Translate; gates: ReviewModel['gates'] }): VNode {
  if (gates.length === 0) return <>{t('decision.gates_all')}</>;
  return (
    <ul>
      {gates.map(({ gate, verdict, note }) => (
        <li>
          <Say phrase={gate} />: <strong>{verdict}</strong>
          {note !== '' && <UserProse text={note} />}
        </li>
      ))}
    </ul>
  );
}

function Comments({ comments }: { comments: ReviewModel['comments'] }): VNode {
  return (
    <ul>
      {comments.map(({ criterion, text }) => (
        <li>
          <strong>
            <Say phrase={criterion} />
          </strong>
          <UserProse text={text} />
        </li>
      ))}
    </ul>
  );
}

function Requests({ requests }: { requests: ReviewModel['requests'] }): VNode {
  return (
    <ul>
      {requests.map(({ level, field, text }) => (
        <li>
          <UserText text={text} />{' '}
          <span class="quietly">
            {level}
            {field !== undefined && (
              <>
                {' · '}
                <Say phrase={field} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

type GiveBackModel = Exclude<ReviewModel['giveBack'], undefined>;

function GiveBack({ t, csrf, giveBack }: { t: Translate; csrf: string; giveBack: GiveBackModel }): VNode {
  return (
    <details class="fold" open={giveBack.open}>
      <summary>{t('decision.return_title')}</summary>
      <Form action={giveBack.action} csrf={csrf} hidden={{ assignment: giveBack.assignment }}>
        <FormField t={t} field={giveBack.field} />
        <Buttons>
          <Button look="secondary">{t('decision.return')}</Button>
        </Buttons>
      </Form>
    </details>
  );
}

function Agreement({ t, rows }: { t: Translate; rows: readonly AgreementRow[] }): VNode {
  const numeric = (label: string) => ({ label, numeric: true });
  return (
    <details class="fold">
      <summary>{t('decision.agreement_title')}</summary>
      <DataTable
        caption={t('decision.agreement_title')}
        captionUnseen
        columns={[
          { label: t('decision.col_criterion') },
          numeric(t('decision.col_cases')),
          numeric(t('decision.col_same')),
          numeric(t('decision.col_near')),
          numeric(t('decision.col_alpha')),
        ]}
        rows={rows.map(({ criterion, cases, same, near, alpha }) => [
          <Say phrase={criterion} />,
          cases,
          same,
          near,
          alpha,
        ])}
      />
      <p class="quietly">{t('decision.agreement_help')}</p>
    </details>
  );
}
