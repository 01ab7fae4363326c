import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Say, UserProse, UserText, type Phrase } from './phrase.tsx';

/** An answer to read. */
export type AnswerView =
  /** In the person's own words. */
  | { readonly kind: 'typed'; readonly text: string; readonly lang?: string | undefined; readonly long: boolean }
  | { readonly kind: 'said'; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'parts'; readonly parts: readonly NamedAnswer[] }
  | { readonly kind: 'entries'; readonly entries: readonly EntryAnswers[] };

export interface NamedAnswer {
  readonly label: Phrase;
  /** Nothing means “not answered”. */
  readonly answer?: AnswerView | undefined;
}

export interface EntryAnswers {
  readonly label?: Phrase | undefined;
  readonly parts: readonly NamedAnswer[];
}

export function AnswerValue({ t, answer }: { t: Translate; answer: AnswerView }): VNode {
  switch (answer.kind) {
    case 'typed':
      return answer.long ? (
        <UserProse text={answer.text} lang={answer.lang} />
      ) : (
        <UserText text={answer.text} lang={answer.lang} />
      );
    case 'said':
      return <Said phrases={answer.phrases} />;
    case 'parts':
      return <Parts t={t} parts={answer.parts} />;
    case 'entries':
      return (
        <ol class="entries">
          {answer.entries.map(({ label, parts }) => (
            <li>
              {label !== undefined && (
                <p>
                  <strong>
                    <Say phrase={label} />
                  </strong>
                </p>
              )}
              <Parts t={t} parts={parts} />
            </li>
          ))}
        </ol>
      );
  }
}

function Said({ phrases }: { phrases: readonly Phrase[] }): VNode {
  const [only] = phrases;
  if (phrases.length === 1 && only !== undefined) return <Say phrase={only} />;
  return (
    <ul>
      {phrases.map((phrase) => (
        <li>
          <Say phrase={phrase} />
        </li>
      ))}
    </ul>
  );
}

/** Small print inside an answer: one line a part. */
function Parts({ t, parts }: { t: Translate; parts: readonly NamedAnswer[] }): VNode {
  return (
    <dl class="facts">
      {parts.map(({ label, answer }) => (
        <div>
          <dt>
            <Say phrase={label} />
          </dt>{' '}
          <dd>{answer === undefined ? t('common.not_answered') : <AnswerValue t={t} answer={answer} />}</dd>
        </div>
      ))}
    </dl>
  );
}
