import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';

/** The receipt, in groups of four, left to right in every language. Large where it is handed over, small on every page of the form. */
export function ReceiptBox({
  t,
  receipt,
  size = 'large',
}: {
  t: Translate;
  receipt: string;
  size?: 'large' | 'small';
}): VNode {
  const groups = receipt.match(/[^\s-]{1,4}/g) ?? [];
  return (
    <aside class={`receipt ${size}`} aria-label={t('common.receipt')}>
      <p class="receipt-title">{t('common.receipt')}</p>
      <p class="code" dir="ltr" translate={false}>
        {groups.map((group) => (
          <span>{group} </span>
        ))}
      </p>
      <p>{t(size === 'large' ? 'common.receipt_help' : 'common.receipt_short')}</p>
    </aside>
  );
}
