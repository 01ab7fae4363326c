import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';

/** On to the next part of a list, or back to its start; no page numbers, since lists move while one reads. */
export function Pagination({
  t,
  next,
  first,
}: {
  t: Translate;
  next?: string | undefined;
  first?: string | undefined;
}): VNode | null {
  if (next === undefined && first === undefined) return null;
  return (
    <nav class="pages" aria-label={t('common.pages')}>
      {next !== undefined && (
        <a class="button secondary" href={next} rel="next">
          {t('common.next_page')}
        </a>
      )}
      {first !== undefined && <a href={first}>{t('common.first_page')}</a>}
    </nav>
  );
}
