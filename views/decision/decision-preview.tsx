import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { UserProse } from '../components/phrase.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { DecisionLetter, type DecisionLetterModel } from './decision-letter.tsx';

export interface DecisionPreviewModel {
  readonly letter: DecisionLetterModel;
  readonly action: string;
  readonly csrf: string;
  /** Everything typed, to be sent again by either button. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly file: FileModel;
  /** Another curator has to agree. */
  readonly waits: boolean;
  /** For how long it can be taken back. */
  readonly minutes: number;
}

/** What is kept with the decision and not read by the submitter. */
export interface FileModel {
  readonly category: string;
  readonly evidence: string | undefined;
  readonly departureReason: string;
  readonly overrideReason: string;
}

/** The decision exactly as it will be read, before anything is decided. */
export function DecisionPreview({ t, model }: { t: Translate; model: DecisionPreviewModel }): VNode {
  return (
    <>
      <h2>{t('decision.preview_title')}</h2>
      <p>{t('decision.preview_help')}</p>
      <DecisionLetter t={t} model={model.letter} />
      <h2>{t('decision.for_the_file')}</h2>
      <SummaryList t={t} rows={fileRows(t, model.file)} />
      <Notice kind="info">
        {model.waits && <p>{t('decision.will_wait')}</p>}
        <p>{t('decision.will_leave', { minutes: model.minutes })}</p>
      </Notice>
      <Form action={model.action} csrf={model.csrf} hidden={model.hidden}>
        <Buttons>
          <Button name="act" value="confirm" look={model.letter.outcome === 'reject' ? 'danger' : 'primary'}>
            {t(`decision.confirm_${model.letter.outcome}`)}
          </Button>
          <Button name="act" value="edit" look="secondary">
            {t('decision.edit')}
          </Button>
        </Buttons>
      </Form>
    </>
  );
}

function fileRows(t: Translate, file: FileModel) {
  const prose = (label: string, text: string) => (text === '' ? [] : [{ label, value: <UserProse text={text} /> }]);
  return [
    { label: t('decision.category'), value: file.category },
    ...(file.evidence === undefined ? [] : [{ label: t('decision.evidence'), value: file.evidence }]),
    ...prose(t('decision.departure_reason'), file.departureReason),
    ...prose(t('decision.override_reason'), file.overrideReason),
  ];
}
