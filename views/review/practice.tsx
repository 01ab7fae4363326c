import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { AnswerValue, type NamedAnswer } from '../components/answer-value.tsx';
import { Say, UserText, type Phrase } from '../components/phrase.tsx';
import { SummaryList } from '../components/summary-list.tsx';

export interface PracticeSection {
  readonly title: Phrase;
  /** Long answers, each under its own heading. */
  readonly texts: readonly NamedAnswer[];
}

export interface PracticeModel {
  readonly title: string;
  /** The language it is written in. */
  readonly lang: string | undefined;
  /** Short answers, as a list. */
  readonly facts: readonly NamedAnswer[];
  readonly sections: readonly PracticeSection[];
}

export function PracticeName({ model }: { model: Pick<PracticeModel, 'title' | 'lang'> }): VNode {
  return <UserText text={model.title} lang={model.lang} />;
}

/** The practice to judge, as its form lets reviewers see it. */
export function Practice({ t, model }: { t: Translate; model: PracticeModel }): VNode {
  const rows = model.facts.map(({ label, answer }) => ({
    label,
    ...(answer === undefined ? {} : { value: <AnswerValue t={t} answer={answer} /> }),
  }));
  return (
    <>
      <h2 id="practice">{t('review.practice')}</h2>
      <SummaryList t={t} rows={rows} />
      {model.sections.map((section) => (
        <Section t={t} section={section} />
      ))}
    </>
  );
}

function Section({ t, section: { title, texts } }: { t: Translate; section: PracticeSection }): VNode {
  return (
    <section>
      <h3>
        <Say phrase={title} />
      </h3>
      {texts.map(({ label, answer }) => (
        <>
          <h4>
            <Say phrase={label} />
          </h4>
          {answer !== undefined && <AnswerValue t={t} answer={answer} />}
        </>
      ))}
    </section>
  );
}
