import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import type { NamedAnswer } from '../components/answer-value.tsx';
import { AnswerValue } from '../components/answer-value.tsx';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { ScoreScale, type ScoreScaleProps } from '../components/score-scale.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { ReviewLayout, type ReviewFrame } from './review-layout.tsx';

export type PartBlock =
  | { readonly kind: 'field'; readonly field: FieldView }
  /** A question with room for a reason, folded away while it is empty. */
  | { readonly kind: 'noted'; readonly field: FieldView; readonly note: FieldView; readonly open: boolean }
  | { readonly kind: 'score'; readonly scale: Omit<ScoreScaleProps, 't'>; readonly comment: FieldView }
  | { readonly kind: 'safety'; readonly fields: readonly FieldView[] };

export interface PartPageModel {
  readonly frame: ReviewFrame;
  readonly kind: 'gates' | 'criteria' | 'evidence' | 'remarks' | 'advice';
  readonly action: string;
  readonly csrf: string;
  /** The mark of what the page was made from. */
  readonly seen: string;
  readonly blocks: readonly PartBlock[];
  /** Another window saved other words: these. */
  readonly stored: readonly NamedAnswer[] | undefined;
}

/** One page of the review form. */
export function PartPage({ t, model }: { t: Translate; model: PartPageModel }): VNode {
  return (
    <ReviewLayout t={t} frame={model.frame}>
      <h2>{t(`review.part_${model.kind}`)}</h2>
      <p>{t(`review.part_${model.kind}_lead`)}</p>
      {model.stored !== undefined && <Stored t={t} stored={model.stored} />}
      <Form action={model.action} csrf={model.csrf} hidden={{ seen: model.seen }}>
        {/* The first button is what the Enter key presses: it must save, not add. */}
        <button class="unseen" type="submit" name="go" value="next" tabIndex={-1} aria-hidden="true">
          {t('review.save')}
        </button>
        {model.blocks.map((block) => (
          <Block t={t} block={block} />
        ))}
        <Buttons>
          <Button name="go" value="next">
            {t('review.save')}
          </Button>
        </Buttons>
      </Form>
    </ReviewLayout>
  );
}

function Block({ t, block }: { t: Translate; block: PartBlock }): VNode {
  switch (block.kind) {
    case 'field':
      return <FormField t={t} field={block.field} />;
    case 'noted':
      return (
        <>
          <FormField t={t} field={block.field} />
          <details class="fold" open={block.open}>
            <summary>{t('review.add_reason')}</summary>
            <FormField t={t} field={block.note} />
          </details>
        </>
      );
    case 'score':
      return (
        <>
          <ScoreScale t={t} {...block.scale} />
          <FormField t={t} field={block.comment} />
        </>
      );
    case 'safety':
      return (
        <Notice kind="safety" title={t('review.safety_title')}>
          {block.fields.map((field) => (
            <FormField t={t} field={field} />
          ))}
        </Notice>
      );
  }
}

function Stored({ t, stored }: { t: Translate; stored: readonly NamedAnswer[] }): VNode {
  const rows = stored.map(({ label, answer }) => ({
    label,
    ...(answer === undefined ? {} : { value: <AnswerValue t={t} answer={answer} /> }),
  }));
  return (
    <Notice kind="warning" title={t('review.two_windows')}>
      <p>{t('review.two_windows_help')}</p>
      <SummaryList t={t} rows={rows} />
    </Notice>
  );
}
