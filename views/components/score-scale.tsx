import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Say, type Phrase } from './phrase.tsx';

export interface ScorePoint {
  readonly value: number;
  /** What a practice with this score looks like, in the rubric's words. */
  readonly anchor: Phrase;
  readonly chosen: boolean;
}

export interface ScoreScaleProps {
  t: Translate;
  id: string;
  name: string;
  label: Phrase;
  /** What is asked, in a sentence. */
  question?: Phrase | undefined;
  weight: number;
  points: readonly ScorePoint[];
  cannotJudge: { readonly value: string; readonly chosen: boolean };
  error?: Phrase | undefined;
}

/** One criterion: every point with its written anchor, and the way out for who cannot judge. */
export function ScoreScale({
  t,
  id,
  name,
  label,
  question,
  weight,
  points,
  cannotJudge,
  error,
}: ScoreScaleProps): VNode {
  return (
    <fieldset class={error === undefined ? 'field scale' : 'field scale wrong'}>
      <legend>
        <Say phrase={label} /> <span class="mark">{t('common.weight', { weight })}</span>
      </legend>
      {question !== undefined && (
        <div class="hint">
          <p>
            <Say phrase={question} />
          </p>
        </div>
      )}
      {error !== undefined && (
        <p class="error">
          <span class="unseen">{t('common.error_label')} </span>
          <Say phrase={error} />
        </p>
      )}
      {points.map(({ value, anchor, chosen }, index) => (
        <div class="option">
          <input type="radio" id={pointId(id, index)} name={name} value={value} checked={chosen} />
          <label for={pointId(id, index)}>
            <b>{value}</b>
            <Say phrase={anchor} />
          </label>
        </div>
      ))}
      <div class="option">
        <input type="radio" id={`${id}-none`} name={name} value={cannotJudge.value} checked={cannotJudge.chosen} />
        <label for={`${id}-none`}>
          <b aria-hidden="true">?</b>
          <span>
            {t('common.cannot_judge')} <small>{t('common.cannot_judge_help')}</small>
          </span>
        </label>
      </div>
    </fieldset>
  );
}

const pointId = (id: string, index: number): string => (index === 0 ? id : `${id}-${String(index)}`);
