import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Say, type Phrase } from './phrase.tsx';

export interface SummaryRow {
  readonly label: Phrase;
  /** Nothing means “not answered”. */
  readonly value?: ComponentChildren;
  readonly change?: string | undefined;
}

/** Questions and answers, each with a way back to its field. */
export function SummaryList({ t, rows }: { t: Translate; rows: readonly SummaryRow[] }): VNode {
  return (
    <dl class="summary">
      {rows.map((row) => (
        <div>
          <dt>
            <Say phrase={row.label} />
          </dt>
          <dd>{row.value ?? <span class="quietly">{t('common.not_answered')}</span>}</dd>
          {row.change !== undefined && (
            <dd class="change">
              <a href={row.change}>
                {t('common.change')}{' '}
                <span class="unseen">
                  <Say phrase={row.label} />
                </span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
