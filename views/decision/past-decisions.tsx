import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { CardList } from '../components/card-list.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { FileReason } from './file-reason.tsx';
import { DecisionLetter, type DecisionLetterModel } from './decision-letter.tsx';

export interface PastDecision {
  readonly letter: DecisionLetterModel;
  readonly by: string;
  readonly date: string;
  readonly second: string | undefined;
  /** In words: told, waiting, taken back by somebody. */
  readonly status: string;
  readonly undone: boolean;
  readonly evidence: string | undefined;
  readonly departs: boolean;
  readonly reason: string;
}

/** Every decision of the case; none is ever erased. */
export function PastDecisions({ t, past }: { t: Translate; past: readonly PastDecision[] }): VNode {
  return (
    <>
      <h2>{t('decision.past_title')}</h2>
      <CardList
        level={3}
        items={past.map((decision) => ({
          title: t(`decision.past_${decision.letter.outcome}`),
          above: t('decision.past_by', { name: decision.by, date: decision.date }),
          badge: <StateBadge label={decision.status} tone={decision.undone ? 'stop' : 'quiet'} />,
          body: <Past t={t} decision={decision} />,
        }))}
      />
    </>
  );
}

function Past({ t, decision }: { t: Translate; decision: PastDecision }): VNode {
  const { second, evidence, departs, reason } = decision;
  return (
    <>
      {second !== undefined && <p>{t('decision.past_second', { name: second })}</p>}
      {evidence !== undefined && <p>{t('decision.past_evidence', { level: evidence })}</p>}
      {departs && <p>{t('decision.past_departs')}</p>}
      {reason !== '' && <FileReason t={t} reason={reason} />}
      <details class="fold">
        <summary>{t('decision.past_letter')}</summary>
        <DecisionLetter t={t} model={decision.letter} />
      </details>
    </>
  );
}
