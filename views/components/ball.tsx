import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';

export interface BallProps {
  t: Translate;
  who: ComponentChildren;
  /** A date in words. */
  due?: string | undefined;
  overdue?: boolean | undefined;
  children?: ComponentChildren;
}

/** Whose turn it is, and by when. */
export function Ball({ t, who, due, overdue, children }: BallProps): VNode {
  return (
    <section class={overdue === true ? 'ball late' : 'ball'} aria-label={t('common.ball')}>
      <p class="ball-title">{t('common.ball')}</p>
      <p class="who">
        <strong>{who}</strong>
        {due !== undefined && <span class="due"> {t('common.ball_due', { date: due })}</span>}
      </p>
      {children}
    </section>
  );
}
