import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Diff, type DiffPart } from '../components/diff.tsx';
import { UserProse, UserText } from '../components/phrase.tsx';
import { StateBadge } from '../components/state-badge.tsx';

export interface VersionsPanelModel {
  readonly versions: readonly { readonly number: number; readonly sent: string }[];
  /** Between the last two versions; none for a first version. */
  readonly difference?: DifferenceModel | undefined;
}

export interface DifferenceModel {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly ChangeModel[];
  readonly asked: readonly AskedModel[];
}

export interface ChangeModel {
  readonly label: string;
  readonly lang?: string | undefined;
  readonly change:
    | { readonly kind: 'parts'; readonly parts: readonly DiffPart[] }
    | { readonly kind: 'values'; readonly before: string; readonly after: string };
}

/** One thing asked, and what the submitter says to it. */
export interface AskedModel {
  readonly field?: string | undefined;
  readonly text: string;
  readonly must: boolean;
  readonly answer?: string | undefined;
  readonly answerText?: string | undefined;
}

/** What was sent when, and what changed. */
export function VersionsPanel({ t, model }: { t: Translate; model: VersionsPanelModel }): VNode {
  return (
    <>
      <h2>{t('curator.tab_versions')}</h2>
      <ul>
        {model.versions.map(({ number, sent }) => (
          <li>{t('curator.version_sent', { version: number, date: sent })}</li>
        ))}
      </ul>
      {model.difference === undefined ? (
        <p>{t('curator.versions_one')}</p>
      ) : (
        <Difference t={t} difference={model.difference} />
      )}
    </>
  );
}

function Difference({ t, difference }: { t: Translate; difference: DifferenceModel }): VNode {
  const { from, to, asked, changes } = difference;
  return (
    <>
      {asked.length > 0 && (
        <section>
          <h2>{t('curator.asked_title')}</h2>
          <ol>
            {asked.map((request) => (
              <Asked t={t} request={request} />
            ))}
          </ol>
        </section>
      )}
      <section>
        <h2>{t('curator.difference_title', { from, to })}</h2>
        {changes.length === 0 && <p>{t('common.unchanged')}</p>}
        {changes.map(({ label, lang, change }) => (
          <>
            <h3>{label}</h3>
            {change.kind === 'parts' ? (
              <Diff t={t} parts={change.parts} lang={lang} />
            ) : (
              <Diff
                t={t}
                lang={lang}
                parts={[
                  { kind: 'removed' as const, text: change.before },
                  { kind: 'same' as const, text: change.before !== '' && change.after !== '' ? '\n' : '' },
                  { kind: 'added' as const, text: change.after },
                ].filter(({ text }) => text !== '')}
              />
            )}
          </>
        ))}
      </section>
    </>
  );
}

function Asked({ t, request }: { t: Translate; request: AskedModel }): VNode {
  return (
    <li>
      <p>
        <StateBadge
          label={t(request.must ? 'curator.level_must' : 'curator.level_should')}
          tone={request.must ? 'waiting' : 'quiet'}
        />{' '}
        {request.field}
      </p>
      <UserProse text={request.text} />
      {request.answer !== undefined && (
        <p>
          <strong>{request.answer}</strong> <UserText text={request.answerText ?? ''} />
        </p>
      )}
    </li>
  );
}
