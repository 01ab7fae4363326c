import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { CardList } from '../components/card-list.tsx';
import { DataTable } from '../components/data-table.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { UserProse, UserText } from '../components/phrase.tsx';
import { Timeline } from '../components/timeline.tsx';

export interface HappenedModel {
  readonly when: string;
  readonly what: string;
  readonly who: string;
  /** The person it is about, when that is somebody else. */
  readonly about?: string | undefined;
}

/** What happened, oldest first. */
export function HistoryPanel({ t, items }: { t: Translate; items: readonly HappenedModel[] }): VNode {
  return (
    <>
      <h2>{t('curator.tab_history')}</h2>
      <Timeline
        items={items.map(({ when, what, who, about }) => ({
          when,
          what,
          note: (
            <>
              <UserText text={who} />
              {about !== undefined && (
                <>
                  {' · '}
                  <UserText text={about} />
                </>
              )}
            </>
          ),
        }))}
      />
    </>
  );
}

export interface NotesPanelModel {
  readonly action: string;
  readonly csrf: string;
  readonly typed: string;
  readonly error?: string | undefined;
  readonly notes: readonly { readonly when: string; readonly by: string; readonly text: string }[];
}

/** Notes among the staff. */
export function NotesPanel({ t, model }: { t: Translate; model: NotesPanelModel }): VNode {
  return (
    <>
      <h2>{t('curator.tab_notes')}</h2>
      <Form action={model.action} csrf={model.csrf}>
        <FormField
          t={t}
          field={{
            kind: 'textarea',
            rows: 3,
            id: 'text',
            name: 'text',
            label: t('curator.note'),
            hint: t('curator.note_hint'),
            value: model.typed,
            mark: 'required',
            error: model.error,
          }}
        />
        <Buttons>
          <Button look="secondary">{t('curator.note_add')}</Button>
        </Buttons>
      </Form>
      <CardList
        level={3}
        items={model.notes.map(({ when, by, text }) => ({
          title: <UserText text={by} />,
          above: when,
          body: <UserProse text={text} />,
        }))}
      />
    </>
  );
}

export interface LetterRowModel {
  readonly what: string;
  readonly to: string;
  readonly when: string;
  readonly outcome: string;
}

/** Which letters left. Their words are not kept. */
export function LettersPanel({ t, rows }: { t: Translate; rows: readonly LetterRowModel[] }): VNode {
  if (rows.length === 0) return <p>{t('curator.letters_none')}</p>;
  return (
    <DataTable
      caption={t('curator.tab_letters')}
      columns={[
        { label: t('curator.letter_what') },
        { label: t('curator.letter_to') },
        { label: t('curator.letter_when') },
        { label: t('curator.letter_outcome') },
      ]}
      rows={rows.map(({ what, to, when, outcome }) => [what, <UserText text={to} />, when, outcome])}
    />
  );
}
