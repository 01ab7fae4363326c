import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Pagination } from '../components/pagination.tsx';
import { UserText } from '../components/phrase.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface MatchingPageModel {
  readonly page: PageModel;
  readonly action: string;
  readonly csrf: string;
  /** Whether the boxes come ticked: not on a form that was sent without a tick. */
  readonly ticked: boolean;
  readonly stage: 'empty' | 'running' | 'failed' | 'ready';
  /** How many places in how many cases. */
  readonly summary?: string | undefined;
  readonly proposals: readonly ProposalModel[];
  /** Cases for which nobody is proposed. */
  readonly unserved: readonly ProposalModel[];
  readonly unservedMore?: string | undefined;
  readonly next?: string | undefined;
  readonly first?: string | undefined;
  readonly outcome?: OutcomeModel | undefined;
}

export interface ProposalModel {
  readonly publicId: string;
  /** What the form sends for this case. */
  readonly value: string;
  readonly href: string;
  readonly title: string;
  readonly lang?: string | undefined;
  readonly wants: string;
  readonly people: readonly ProposedPersonModel[];
  /** Why places stay empty. */
  readonly short?: string | undefined;
}

export interface ProposedPersonModel {
  readonly value: string;
  readonly name: string;
  readonly fit: string;
  /** What speaks for them, part by part. */
  readonly parts: readonly string[];
  readonly load: string;
  readonly after: string;
}

export interface OutcomeModel {
  readonly asked: string;
  readonly opened?: string | undefined;
  readonly not: readonly { readonly publicId: string; readonly href: string; readonly why: string }[];
}

/** Who is proposed for which case, to be confirmed. */
export function MatchingPage({ t, model }: { t: Translate; model: MatchingPageModel }): VNode {
  const { stage, outcome, proposals, unserved } = model;
  return (
    <PageLayout t={t} title={t('matching.title')} model={model.page}>
      <PageTitle lead={t('matching.lead')}>{t('matching.title')}</PageTitle>
      {outcome !== undefined && <Outcome t={t} outcome={outcome} />}
      {stage === 'running' && (
        <Notice kind="info" title={t('matching.running')}>
          <p>
            {t('matching.running_help')} <a href={model.action}>{t('matching.look_again')}</a>
          </p>
        </Notice>
      )}
      {stage === 'failed' && (
        <Notice kind="warning" title={t('matching.failed')}>
          <p>{t('matching.failed_help')}</p>
        </Notice>
      )}
      {stage === 'ready' && proposals.length + unserved.length === 0 && <p>{t('matching.none_waiting')}</p>}
      {proposals.length > 0 && <Proposals t={t} model={model} />}
      <Pagination t={t} next={model.next} first={model.first} />
      {unserved.length > 0 && <Unserved t={t} model={model} />}
      {stage !== 'running' && <Suggest t={t} model={model} />}
    </PageLayout>
  );
}

function Outcome({ t, outcome }: { t: Translate; outcome: OutcomeModel }): VNode {
  return (
    <>
      <Notice kind="success">
        <p>
          {outcome.opened} {outcome.asked}
        </p>
      </Notice>
      {outcome.not.length > 0 && (
        <Notice kind="warning" title={t('matching.not_title')}>
          <ul>
            {outcome.not.map(({ publicId, href, why }) => (
              <li>
                <a href={href}>
                  <bdi>{publicId}</bdi>
                </a>
                : {why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Proposals({ t, model }: { t: Translate; model: MatchingPageModel }): VNode {
  return (
    <Form action={model.action} csrf={model.csrf} hidden={{ move: 'confirm' }}>
      <p>{model.summary}</p>
      <ul class="cards">
        {model.proposals.map((proposal) => (
          <li class="card">
            <input type="hidden" name="case" value={proposal.value} />
            <CaseHead proposal={proposal} />
            {proposal.people.map((person) => (
              <Person person={person} ticked={model.ticked} />
            ))}
            {proposal.short !== undefined && <p>{proposal.short}</p>}
          </li>
        ))}
      </ul>
      <p>{t('matching.confirm_help')}</p>
      <Buttons>
        <Button>{t('matching.confirm')}</Button>
      </Buttons>
    </Form>
  );
}

function CaseHead({ proposal }: { proposal: ProposalModel }): VNode {
  return (
    <>
      <h2>
        <a href={proposal.href}>
          <UserText text={proposal.title} lang={proposal.lang} />
        </a>
      </h2>
      <p class="quietly">
        <bdi class="whole">{proposal.publicId}</bdi> · {proposal.wants}
      </p>
    </>
  );
}

function Person({ person, ticked }: { person: ProposedPersonModel; ticked: boolean }): VNode {
  const id = `pick-${person.value}`;
  return (
    <div class="option">
      <input type="checkbox" id={id} name="pick" value={person.value} checked={ticked} />
      <label for={id}>
        <UserText text={person.name} />
        <small>
          <strong>{person.fit}</strong> · {person.parts.join(' · ')}
        </small>
        <small>
          {person.load} · {person.after}
        </small>
      </label>
    </div>
  );
}

function Unserved({ t, model }: { t: Translate; model: MatchingPageModel }): VNode {
  return (
    <>
      <h2>{t('matching.unserved_title')}</h2>
      <ul>
        {model.unserved.map((proposal) => (
          <li>
            <a href={proposal.href}>
              <UserText text={proposal.title} lang={proposal.lang} />
            </a>{' '}
            <bdi class="quietly whole">{proposal.publicId}</bdi>: {proposal.short}
          </li>
        ))}
      </ul>
      {model.unservedMore !== undefined && <p>{model.unservedMore}</p>}
    </>
  );
}

function Suggest({ t, model }: { t: Translate; model: MatchingPageModel }): VNode {
  const again = model.stage !== 'empty';
  return (
    <Form action={model.action} csrf={model.csrf} hidden={{ move: 'suggest' }}>
      <Buttons>
        <Button look={again ? 'secondary' : 'primary'}>
          {t(again ? 'matching.suggest_anew' : 'matching.suggest')}
        </Button>
      </Buttons>
    </Form>
  );
}
