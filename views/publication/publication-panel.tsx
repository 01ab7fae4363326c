import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, ButtonLink, Buttons } from '../components/button.tsx';
import { Patch, type PatchLine } from '../components/diff.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Timeline, type TimelineItem } from '../components/timeline.tsx';
import { PagePaper, type PagePaperModel } from './page-paper.tsx';

export interface PublicationPanelModel {
  readonly csrf: string;
  readonly state: { readonly label: string; readonly tone: Tone; readonly help: string } | undefined;
  readonly trouble: TroubleModel | undefined;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly merge: MergeModel | undefined;
  readonly close: { readonly action: string; readonly field: FieldView } | undefined;
  readonly over: string | undefined;
  readonly look: string | undefined;
  /** The change as a file, where something is in its way. */
  readonly patch: string | undefined;
  readonly paper: PagePaperModel | undefined;
  readonly diff: { readonly lines: readonly PatchLine[]; readonly cut: boolean } | undefined;
  /** The repository did not answer. */
  readonly unreachable: boolean;
  readonly earlier: readonly TimelineItem[];
  readonly takeDown: string | undefined;
}

export interface TroubleModel {
  readonly text: string;
  /** In the words of the other side. */
  readonly words: string | undefined;
}

export type MergeModel =
  | { readonly kind: 'button'; readonly action: string; readonly head: string; readonly removal: boolean }
  | { readonly kind: 'words'; readonly words: string };

/** The way of a page into the repository: where it is, what is in the way, and the buttons of whoever merges. */
export function PublicationPanel({ t, model }: { t: Translate; model: PublicationPanelModel }): VNode {
  return (
    <>
      {model.state === undefined ? (
        <p class="quietly">{t('publication.publication_none')}</p>
      ) : (
        <>
          <p>
            <StateBadge label={model.state.label} tone={model.state.tone} />
          </p>
          <p>{model.state.help}</p>
        </>
      )}
      {model.unreachable && (
        <Notice kind="warning" title={t('publication.unreachable')}>
          <p>{t('publication.unreachable_help')}</p>
        </Notice>
      )}
      {model.trouble !== undefined && <Trouble t={t} trouble={model.trouble} />}
      {model.patch !== undefined && (
        <>
          <p>{t('publication.patch_help')}</p>
          <Buttons>
            <ButtonLink look="secondary" href={model.patch}>
              {t('publication.patch')}
            </ButtonLink>
          </Buttons>
        </>
      )}
      <Merge t={t} model={model} />
      {model.over !== undefined && (
        <Form action={model.over} csrf={model.csrf}>
          <Button look="danger">{t('publication.over')}</Button>
        </Form>
      )}
      {model.look !== undefined && (
        <Form action={model.look} csrf={model.csrf}>
          <Button look="quiet">{t('publication.look')}</Button>
        </Form>
      )}
      {model.facts.length > 0 && (
        <SummaryList t={t} rows={model.facts.map(({ label, value }) => ({ label, value: <bdi>{value}</bdi> }))} />
      )}
      {model.paper !== undefined && (
        <>
          <h2>{t('publication.page_title')}</h2>
          <PagePaper t={t} model={model.paper} />
        </>
      )}
      <Changes t={t} model={model} />
      {model.close !== undefined && <Close t={t} csrf={model.csrf} close={model.close} />}
      {model.takeDown !== undefined && (
        <Buttons>
          <ButtonLink look="danger" href={model.takeDown}>
            {t('publication.take_down_link')}
          </ButtonLink>
        </Buttons>
      )}
      {model.earlier.length > 0 && (
        <>
          <h2>{t('publication.earlier')}</h2>
          <Timeline items={model.earlier} />
        </>
      )}
    </>
  );
}

function Trouble({ t, trouble }: { t: Translate; trouble: TroubleModel }): VNode {
  return (
    <Notice kind="warning" title={t('publication.trouble_title')}>
      {trouble.words !== undefined && (
        <p>
          {t('publication.trouble_words')} <bdi>{trouble.words}</bdi>
        </p>
      )}
      <p>{trouble.text}</p>
    </Notice>
  );
}

function Merge({ t, model: { merge, csrf } }: { t: Translate; model: PublicationPanelModel }): VNode | null {
  if (merge === undefined) return null;
  if (merge.kind === 'words') return <p>{merge.words}</p>;
  return (
    <Form action={merge.action} csrf={csrf} hidden={{ head: merge.head }}>
      <p>{t(merge.removal ? 'publication.merge_removal_help' : 'publication.merge_help')}</p>
      <Buttons>
        <Button look={merge.removal ? 'danger' : 'primary'}>
          {t(merge.removal ? 'publication.merge_removal' : 'publication.merge')}
        </Button>
      </Buttons>
    </Form>
  );
}

function Changes({ t, model: { diff } }: { t: Translate; model: PublicationPanelModel }): VNode | null {
  if (diff === undefined) return null;
  return (
    <>
      <h2>{t('publication.diff_title')}</h2>
      <Patch t={t} lines={diff.lines} />
      {diff.cut && <p class="quietly">{t('publication.diff_long')}</p>}
    </>
  );
}

function Close(props: { t: Translate; csrf: string; close: { action: string; field: FieldView } }): VNode {
  const { t, csrf, close } = props;
  return (
    <>
      <h2>{t('publication.close_title')}</h2>
      <Form action={close.action} csrf={csrf}>
        <FormField t={t} field={close.field} />
        <Buttons>
          <Button look="secondary">{t('publication.close')}</Button>
        </Buttons>
      </Form>
    </>
  );
}
