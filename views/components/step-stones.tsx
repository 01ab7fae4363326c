import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';

/** How far along a form one is: words for all, a row of stones for the eye. */
export function StepStones({ t, step, of }: { t: Translate; step: number; of: number }): VNode {
  return (
    <p class="steps">
      {t('common.step', { step, of })}
      <span class="stones" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <i class={index < step ? 'laid' : undefined} />
        ))}
      </span>
    </p>
  );
}
