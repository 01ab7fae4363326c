import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { ErrorSummary, type ErrorItem } from '../components/error-summary.tsx';
import { PageAddress } from '../components/form.tsx';
import { PageFooter, type FooterModel } from './page-footer.tsx';
import { PageHead } from './page-head.tsx';
import { PageHeader, type HeaderModel } from './page-header.tsx';

/** What stands around every page. */
export interface PageModel extends HeaderModel, FooterModel {
  /** Which address the page answers. */
  readonly address?: string | undefined;
  /** Hashed addresses of the stylesheet and of the mark. */
  readonly stylesheet: string;
  readonly mark: string;
  /** Search engines may list the page. */
  readonly listed?: boolean | undefined;
  readonly problems?: readonly ErrorItem[] | undefined;
}

export interface PageProps {
  t: Translate;
  /** The title of the tab, without a word that tells a bystander what the page is about. */
  title: string;
  model: PageModel;
  /** `reading` for text and forms, `wide` for tables and for two texts side by side. */
  width?: 'reading' | 'wide' | undefined;
  children: ComponentChildren;
}

/** The whole document but for its doctype, which the renderer puts before it. */
export function PageLayout({ t, title, model, width = 'reading', children }: PageProps): VNode {
  const problems = model.problems ?? [];
  return (
    <html lang={t.lang} dir={t.dir}>
      <PageHead t={t} title={problems.length > 0 ? t('common.error_title', { title }) : title} model={model} />
      <body class={width}>
        <a class="skip" href="#main">
          {t('common.skip')}
        </a>
        <PageAddress.Provider value={model.address ?? ''}>
          <PageHeader t={t} model={model} />
          <main id="main" tabIndex={-1}>
            <ErrorSummary t={t} errors={problems} />
            {children}
          </main>
        </PageAddress.Provider>
        <PageFooter t={t} model={model} />
      </body>
    </html>
  );
}
