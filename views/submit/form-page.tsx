import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import type { FieldView } from '../components/field-view.ts';
import { FormField } from '../components/fields/form-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, type Phrase } from '../components/phrase.tsx';
import { ReceiptBox } from '../components/receipt-box.tsx';
import { SideBySide } from '../components/side-by-side.tsx';
import { StepStones } from '../components/step-stones.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';
import { PagePaper, type PagePaperModel } from '../publication/page-paper.tsx';

export interface PageLink {
  readonly title: Phrase;
  readonly href: string;
  readonly current: boolean;
  /** `done`: everything that is needed to send is there. `wait`: nothing on it is needed to send. */
  readonly mark: 'done' | 'needed' | 'wait';
}

export interface FormPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly csrf: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly title: Phrase;
  readonly step: number;
  readonly of: number;
  readonly fields: readonly FieldView[];
  readonly receipt: string;
  /** All pages, once there is a draft to go about in. */
  readonly pages: readonly PageLink[];
  /** It was saved with mistakes: going on is allowed all the same. */
  readonly mistaken: boolean;
  /** What curators asked for on this page, while a revision is being written. */
  readonly requests: readonly string[];
  /** The published page that is updated or corrected. */
  readonly published: PagePaperModel | undefined;
}

/** One short page of the form, beside the published page where one is changed. */
export function FormPage({ t, model }: { t: Translate; model: FormPageModel }): VNode {
  const { published } = model;
  const title = t('submit.form_tab', { step: model.step });
  if (published === undefined) {
    return (
      <PageLayout t={t} title={title} model={model.page}>
        <Work t={t} model={model} />
      </PageLayout>
    );
  }
  return (
    <PageLayout t={t} title={title} model={model.page} width="wide">
      <SideBySide
        first="work"
        workLabel={t('submit.your_part')}
        readLabel={t('submit.published_page')}
        work={<Work t={t} model={model} />}
        read={
          <>
            <h2 id="published">{t('submit.published_page')}</h2>
            <PagePaper t={t} model={published} />
          </>
        }
      />
    </PageLayout>
  );
}

/** Each button saves first. */
function Work({ t, model }: { t: Translate; model: FormPageModel }): VNode {
  return (
    <>
      <StepStones t={t} step={model.step} of={model.of} />
      <PageTitle>
        <Say phrase={model.title} />
      </PageTitle>
      {model.published !== undefined && (
        <p class="limits">
          <a href="#published">{t('submit.to_published')}</a>
        </p>
      )}
      {model.mistaken && (
        <Notice kind="info">
          <p>{t('submit.saved_anyway')}</p>
        </Notice>
      )}
      {model.requests.length > 0 && (
        <Notice kind="info" title={t('submit.asked_here')}>
          <ul>
            {model.requests.map((request) => (
              <li dir="auto">{request}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Form action={model.action} csrf={model.csrf} hidden={model.hidden}>
        {/* The first button is what the Enter key presses; it must not be that of a list of entries. */}
        <button class="unseen" type="submit" name="go" value="next" tabIndex={-1} aria-hidden="true">
          {t('submit.save_next')}
        </button>
        {model.fields.map((field) => (
          <FormField t={t} field={field} />
        ))}
        <Buttons>
          <Button name="go" value="next">
            {t('submit.save_next')}
          </Button>
          {model.mistaken && (
            <Button look="secondary" name="go" value="anyway">
              {t('submit.go_on_anyway')}
            </Button>
          )}
          <Button look="secondary" name="go" value="later">
            {t('submit.save_later')}
          </Button>
          {model.pages.length > 0 && (
            <Button look="quiet" name="go" value="check">
              {t('submit.save_check')}
            </Button>
          )}
        </Buttons>
      </Form>
      <ReceiptBox t={t} receipt={model.receipt} size="small" />
      {model.pages.length > 0 && <PageList t={t} pages={model.pages} />}
    </>
  );
}

function PageList({ t, pages }: { t: Translate; pages: readonly PageLink[] }): VNode {
  return (
    <details class="fold">
      <summary>{t('submit.all_pages')}</summary>
      <ol>
        {pages.map(({ title, href, current, mark }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <Say phrase={title} />
            </a>{' '}
            <span class="mark">{t(`submit.page_${mark}`)}</span>
          </li>
        ))}
      </ol>
      <p class="quietly">{t('submit.all_pages_help')}</p>
    </details>
  );
}
