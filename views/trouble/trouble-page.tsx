import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button } from '../components/button.tsx';
import { CardList } from '../components/card-list.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

/** One thing that is broken: what, what to do, and perhaps a button. */
export interface TroubleItem {
  readonly title: string;
  readonly todo: string;
  /** What stands in the way, in our words. */
  readonly why?: string | undefined;
  /** What the other side said, in its own words. */
  readonly words?: string | undefined;
  readonly href?: string | undefined;
  readonly again?: string | undefined;
}

export interface TroublePageModel {
  readonly page: PageModel;
  readonly csrf: string;
  readonly items: readonly TroubleItem[];
}

/** Everything that is broken, on one page, each with what to do about it. */
export function TroublePage({ t, model }: { t: Translate; model: TroublePageModel }): VNode {
  return (
    <PageLayout t={t} title={t('trouble.title')} model={model.page}>
      <PageTitle lead={t('trouble.lead')}>{t('trouble.title')}</PageTitle>
      {model.items.length === 0 ? (
        <Notice kind="success" title={t('trouble.none')}>
          <p>{t('trouble.none_help')}</p>
        </Notice>
      ) : (
        <CardList items={model.items.map((item) => cardOf(t, model.csrf, item))} />
      )}
    </PageLayout>
  );
}

function cardOf(t: Translate, csrf: string, item: TroubleItem) {
  return {
    title: item.title,
    href: item.href,
    body: (
      <>
        {item.why !== undefined && <p>{item.why}</p>}
        <p>{item.todo}</p>
        {item.words !== undefined && (
          <p class="quietly">
            {t('trouble.words')} <bdi>{item.words}</bdi>
          </p>
        )}
      </>
    ),
    foot:
      item.again === undefined ? undefined : (
        <Form action={item.again} csrf={csrf}>
          <Button look="secondary">{t('trouble.again')}</Button>
        </Form>
      ),
  };
}
