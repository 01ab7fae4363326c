import type { VNode } from 'preact';
import type { MessageKey, Translate } from '../../src/i18n/translate.ts';
import { PageTitle } from '../components/page-title.tsx';
import { Say, type Phrase } from '../components/phrase.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';
import { Points } from './points.tsx';

export interface SafetyPageModel {
  readonly page: PageModel;
  /** Whom to write to, by module. */
  readonly contacts: readonly { readonly module: Phrase; readonly address: string }[];
}

const weDo = [
  'standing.safety_do_account',
  'standing.safety_do_traces',
  'standing.safety_do_list',
  'standing.safety_do_check',
  'standing.safety_do_blind',
  'standing.safety_do_stop',
  'standing.safety_do_letters',
] as const satisfies MessageKey[];

const weCannot = [
  'standing.safety_cannot_history',
  'standing.safety_cannot_network',
  'standing.safety_cannot_check',
  'standing.safety_cannot_git',
  'standing.safety_cannot_help',
] as const satisfies MessageKey[];

const youCan = [
  'standing.safety_private',
  'standing.safety_device',
  'standing.safety_tor',
  'standing.safety_receipt',
] as const satisfies MessageKey[];

/** What is protected, and what cannot be, without a promise too many. */
export function SafetyPage({ t, model }: { t: Translate; model: SafetyPageModel }): VNode {
  return (
    <PageLayout t={t} title={t('standing.safety_title')} model={model.page}>
      <PageTitle lead={t('standing.safety_lead')}>{t('standing.safety_title')}</PageTitle>
      <Points t={t} heading="standing.safety_do" points={weDo} />
      <Points t={t} heading="standing.safety_cannot" points={weCannot} />
      <Points t={t} heading="standing.safety_yourself" points={youCan} />
      <h2>{t('standing.safety_worried')}</h2>
      <p>{t('standing.safety_contact')}</p>
      <ul>
        {model.contacts.map(({ module, address }) => (
          <li>
            <Say phrase={module} />
            <br />
            <bdi>{address}</bdi>
          </li>
        ))}
      </ul>
    </PageLayout>
  );
}
