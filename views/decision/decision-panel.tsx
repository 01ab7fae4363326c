import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button } from '../components/button.tsx';
import { CardList } from '../components/card-list.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { AdviceBox, type AdviceModel } from './advice-box.tsx';
import { Appeal, type AppealModel } from './appeal.tsx';
import { FileReason } from './file-reason.tsx';
import { PastDecisions, type PastDecision } from './past-decisions.tsx';
import { DecisionLetter, type DecisionLetterModel } from './decision-letter.tsx';

export interface DecisionPanelModel {
  readonly csrf: string;
  readonly held: boolean;
  /** A decision that is made and not told, or that waits for another curator. */
  readonly bar: BarModel | undefined;
  readonly advice: AdviceModel | undefined;
  readonly answered: { readonly answered: number; readonly wanted: number } | undefined;
  readonly choices: readonly OutcomeChoice[];
  readonly appeal: AppealModel | undefined;
  readonly past: readonly PastDecision[];
}

export interface OutcomeChoice {
  readonly outcome: 'accept' | 'revise' | 'reject';
  readonly href: string;
  readonly advised: boolean;
}

export type BarModel = {
  readonly decision: string;
  readonly letter: DecisionLetterModel;
  readonly takeBack: string | undefined;
} & (
  | { readonly kind: 'letter_held'; readonly minutes: number; readonly sendNow: string | undefined }
  | {
      readonly kind: 'waits';
      readonly name: string;
      readonly date: string;
      readonly own: boolean;
      readonly reason: string;
      readonly agree: string | undefined;
    }
);

/** The decision of a case: what waits, what can be decided now, and what was decided before. */
export function DecisionPanel({ t, model }: { t: Translate; model: DecisionPanelModel }): VNode {
  return (
    <>
      {model.held && (
        <Notice kind="safety" title={t('decision.held_title')}>
          <p>{t('decision.held_help')}</p>
        </Notice>
      )}
      {model.bar !== undefined && <Bar t={t} csrf={model.csrf} bar={model.bar} />}
      {model.appeal !== undefined && <Appeal t={t} csrf={model.csrf} appeal={model.appeal} />}
      {model.choices.length > 0 && <Choose t={t} model={model} />}
      {model.past.length > 0 && <PastDecisions t={t} past={model.past} />}
      {isEmpty(model) && <p class="quietly">{t('decision.nothing_now')}</p>}
    </>
  );
}

const isEmpty = ({ held, bar, appeal, choices, past }: DecisionPanelModel): boolean =>
  !held && bar === undefined && appeal === undefined && choices.length === 0 && past.length === 0;

function Choose({ t, model }: { t: Translate; model: DecisionPanelModel }): VNode {
  return (
    <>
      {model.advice !== undefined && <AdviceBox t={t} advice={model.advice} />}
      {model.answered !== undefined && (
        <Notice kind="warning">
          <p>{t('decision.not_all_in', { ...model.answered })}</p>
        </Notice>
      )}
      <h2>{t('decision.choose_title')}</h2>
      <p>{t('decision.choose_help')}</p>
      <CardList
        level={3}
        items={model.choices.map(({ outcome, href, advised }) => ({
          title: t(`decision.choose_${outcome}`),
          href,
          badge: advised ? <StateBadge label={t('decision.advised')} tone="good" /> : undefined,
          body: <p>{t(`decision.choose_${outcome}_help`)}</p>,
        }))}
      />
    </>
  );
}

function Bar({ t, csrf, bar }: { t: Translate; csrf: string; bar: BarModel }): VNode {
  return (
    <>
      <Notice kind="warning" title={t(bar.kind === 'waits' ? 'decision.second_title' : 'decision.bar_title')}>
        {bar.kind === 'letter_held' ? (
          <p>{t('decision.bar_help', { minutes: bar.minutes })}</p>
        ) : (
          <>
            <p>{t('decision.second_why', { name: bar.name, date: bar.date })}</p>
            {bar.own && <p>{t('decision.second_own')}</p>}
            {bar.reason !== '' && <FileReason t={t} reason={bar.reason} />}
          </>
        )}
        <BarButtons t={t} csrf={csrf} bar={bar} />
      </Notice>
      <DecisionLetter t={t} model={bar.letter} />
    </>
  );
}

function BarButtons({ t, csrf, bar }: { t: Translate; csrf: string; bar: BarModel }): VNode {
  const hidden = { decision: bar.decision };
  const forward = bar.kind === 'waits' ? bar.agree : bar.sendNow;
  return (
    <div class="buttons">
      {forward !== undefined && (
        <Form action={forward} csrf={csrf} hidden={hidden}>
          <Button>{t(bar.kind === 'waits' ? 'decision.agree' : 'decision.send_now')}</Button>
        </Form>
      )}
      {bar.takeBack !== undefined && (
        <Form action={bar.takeBack} csrf={csrf} hidden={hidden}>
          <Button look="secondary">{t(bar.kind === 'waits' ? 'decision.drop' : 'decision.take_back')}</Button>
        </Form>
      )}
    </div>
  );
}
