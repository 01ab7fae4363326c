import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Say, UserProse, UserText, type Phrase } from '../components/phrase.tsx';

/** A decision as its submitter reads it. */
export interface DecisionLetterModel {
  readonly outcome: 'accept' | 'revise' | 'reject';
  readonly letter: string;
  readonly lang: string | undefined;
  readonly requests: readonly AskedModel[];
}

export interface AskedModel {
  /** The question that it is about. */
  readonly field: Phrase | undefined;
  readonly level: 'must' | 'should';
  readonly text: string;
}

export function DecisionLetter({ t, model }: { t: Translate; model: DecisionLetterModel }): VNode {
  return (
    <article class="paper">
      <h2>{t(`decision.outcome_${model.outcome}`)}</h2>
      <UserProse text={model.letter} lang={model.lang} />
      {model.requests.length > 0 && (
        <>
          <h3>{t('decision.asked_title')}</h3>
          <ol>
            {model.requests.map((request) => (
              <Asked t={t} request={request} lang={model.lang} />
            ))}
          </ol>
        </>
      )}
    </article>
  );
}

function Asked({ t, request, lang }: { t: Translate; request: AskedModel; lang: string | undefined }): VNode {
  return (
    <li>
      <p>
        <UserText text={request.text} lang={lang} />
      </p>
      <p class="quietly">
        {t(`decision.level_${request.level}`)}
        {request.field !== undefined && (
          <>
            {' · '}
            <Say phrase={request.field} />
          </>
        )}
      </p>
    </li>
  );
}
