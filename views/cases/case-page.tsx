import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Ball } from '../components/ball.tsx';
import { ButtonLink, Buttons } from '../components/button.tsx';
import { NavLinks, type NavItem } from '../components/nav-links.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Say, UserText, type Phrase } from '../components/phrase.tsx';
import { State, type DueModel, type StateModel } from '../desk/case-table.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface CasePageModel {
  readonly page: PageModel;
  readonly title: string;
  readonly lang?: string | undefined;
  readonly publicId: string;
  readonly kind: Phrase;
  readonly state: StateModel;
  /** Who has the ball, in words. */
  readonly ball: string;
  readonly due?: DueModel | undefined;
  /** What to do next, and where; without an address somebody else has to act. */
  readonly step: { readonly label: string; readonly href?: string | undefined };
  readonly tabs: readonly NavItem[];
  /** What was just done, in words. */
  readonly done?: string | undefined;
  /** Letters to the submitter do not arrive, since when. */
  readonly bounced?: { readonly date: string } | undefined;
}

/** One case, with the one thing to do next, and one of its panels. */
export function CasePage(props: { t: Translate; model: CasePageModel; children: ComponentChildren }): VNode {
  const { t, model } = props;
  const above = (
    <>
      <bdi>{model.publicId}</bdi> · <Say phrase={model.kind} /> · <State t={t} state={model.state} />
    </>
  );
  return (
    <PageLayout t={t} title={model.publicId} model={model.page} width="wide">
      {model.done !== undefined && <Notice kind="success" title={model.done} />}
      <PageTitle above={above}>
        <UserText text={model.title} lang={model.lang} />
      </PageTitle>
      <Ball t={t} who={model.ball} due={model.due?.date} overdue={model.due?.overdue}>
        <NextStepLine t={t} step={model.step} />
      </Ball>
      {model.bounced !== undefined && (
        <Notice kind="warning" title={t('curator.bounced_title')}>
          <p>{t('curator.bounced_help', model.bounced)}</p>
        </Notice>
      )}
      <NavLinks label={t('curator.case_parts')} items={model.tabs} look="tabs" />
      {props.children}
    </PageLayout>
  );
}

function NextStepLine({ step }: { t: Translate; step: CasePageModel['step'] }): VNode {
  if (step.href === undefined) return <p>{step.label}</p>;
  return (
    <Buttons>
      <ButtonLink href={step.href}>{step.label}</ButtonLink>
    </Buttons>
  );
}
