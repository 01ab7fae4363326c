import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Notice } from '../components/notice.tsx';

export interface AdviceModel {
  readonly title: string;
  readonly reasons: readonly string[];
}

/** What the rubric's rules advise and why. The curator decides. */
export function AdviceBox({ t, advice }: { t: Translate; advice: AdviceModel }): VNode {
  return (
    <Notice kind="info" title={t('decision.advice_title', { advice: advice.title })}>
      <ul>
        {advice.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <p class="quietly">{t('decision.advice_help')}</p>
    </Notice>
  );
}
