import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Say, type Phrase } from './phrase.tsx';

export interface ErrorItem {
  /** The `id` of the field; its first control when it has several. */
  readonly field: string;
  readonly message: Phrase;
}

/** What has to be mended, before the form, each with a way to its field. */
export function ErrorSummary({ t, errors }: { t: Translate; errors: readonly ErrorItem[] }): VNode | null {
  if (errors.length === 0) return null;
  return (
    <div class="errors" role="alert" tabIndex={-1} id="errors" aria-labelledby="errors-title">
      <h2 id="errors-title">{t('common.error_summary', { count: errors.length })}</h2>
      <p>{t('common.error_summary_help')}</p>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>
              <Say phrase={message} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
