import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';

export interface FooterModel {
  readonly footer: {
    readonly safety: string;
    readonly privacy: string;
    readonly operator: string;
    readonly licences: string;
    /** Left out for those who are signed in. */
    readonly signIn?: string | undefined;
  };
}

export function PageFooter({ t, model: { footer } }: { t: Translate; model: FooterModel }): VNode {
  return (
    <footer class="bottom">
      <nav class="frame" aria-label={t('common.about_navigation')}>
        <a href={footer.safety}>{t('common.safety')}</a>
        <a href={footer.privacy}>{t('common.privacy')}</a>
        <a href={footer.operator}>{t('common.operator')}</a>
        <a href={footer.licences}>{t('common.licences')}</a>
        {footer.signIn !== undefined && <a href={footer.signIn}>{t('common.staff_sign_in')}</a>}
      </nav>
    </footer>
  );
}
