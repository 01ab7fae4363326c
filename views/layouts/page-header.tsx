import type { VNode } from 'preact';
import { ownName } from '../../src/i18n/languages.ts';
import type { Translate } from '../../src/i18n/translate.ts';
import { Say, type Phrase } from '../components/phrase.tsx';
import { StaffBar, type StaffModel } from './staff-bar.tsx';

export interface HeaderModel {
  readonly mark: string;
  /** The start page in this language. */
  readonly home: string;
  /** The module whose page this is. */
  readonly module?: { readonly title: Phrase; readonly href: string } | undefined;
  /** This page in each language of the interface, the present one included. */
  readonly languages: readonly { readonly code: string; readonly href: string }[];
  readonly demonstration: boolean;
  /** Where the quick exit leads; on every page of a submitter. */
  readonly quickExit?: string | undefined;
  readonly staff?: StaffModel | undefined;
}

export function PageHeader({ t, model }: { t: Translate; model: HeaderModel }): VNode {
  return (
    <>
      {model.quickExit !== undefined && <QuickExit t={t} href={model.quickExit} />}
      <header class="top">
        {model.demonstration && <p class="demonstration">{t('common.demonstration')}</p>}
        <div class="frame">
          <a class="wordmark" href={model.home}>
            <img src={model.mark} alt="" width="36" height="36" />
            <span>{t('common.product')}</span>
          </a>
          {model.module !== undefined && (
            <a class="module" href={model.module.href}>
              <Say phrase={model.module.title} />
            </a>
          )}
          <LanguageSwitch t={t} model={model} />
        </div>
        {model.staff !== undefined && <StaffBar t={t} staff={model.staff} />}
      </header>
    </>
  );
}

/** Stays in view while the page scrolls, hence outside the header. */
function QuickExit({ t, href }: { t: Translate; href: string }): VNode {
  return (
    <nav class="exit" aria-label={t('common.quick_exit')}>
      <a href={href} rel="noreferrer nofollow">
        {t('common.quick_exit')}
      </a>
    </nav>
  );
}

function LanguageSwitch({ t, model }: { t: Translate; model: HeaderModel }): VNode {
  return (
    <nav class="languages" aria-label={t('common.languages')}>
      {model.languages.map(({ code, href }) => (
        <a href={href} lang={code} hrefLang={code} aria-current={code === t.lang ? 'true' : undefined}>
          {ownName(code)}
        </a>
      ))}
    </nav>
  );
}
