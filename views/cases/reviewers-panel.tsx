import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button, Buttons } from '../components/button.tsx';
import { FormField } from '../components/fields/form-field.tsx';
import type { FieldView } from '../components/field-view.ts';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { UserText } from '../components/phrase.tsx';
import { StateBadge } from '../components/state-badge.tsx';

export interface ReviewersPanelModel {
  readonly action: string;
  readonly csrf: string;
  readonly revision: number;
  /** What still keeps the review from being opened, each with a way there. */
  readonly gaps: readonly { readonly text: string; readonly href: string; readonly link: string }[];
  /** The places of the open round. */
  readonly places: readonly PlaceModel[];
  readonly candidates: readonly CandidateModel[];
  /** Where there are more than are shown. */
  readonly search: FieldView | undefined;
  readonly target: number;
  /** `open` chooses several and opens a round, `invite` adds one to it, `closed` only shows. */
  readonly mode: 'open' | 'invite' | 'closed';
  readonly warning?: string | undefined;
}

export interface PlaceModel {
  readonly label: string;
  readonly name: string;
  readonly status: string;
  readonly due?: string | undefined;
  readonly late: boolean;
  readonly reason?: string | undefined;
  readonly release?: { readonly assignment: string; readonly field: FieldView } | undefined;
}

export interface CandidateModel {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  /** How well they fit, 0 to 100, and the parts of it in words. */
  readonly fit: number;
  readonly parts: readonly { readonly label: string; readonly percent: number }[];
  readonly load: string;
  readonly full: boolean;
  /** Among the best for the places that are empty, as if this case were matched alone. */
  readonly suggested: boolean;
  readonly conflicts: readonly string[];
  readonly chosen: boolean;
  /** Why a conflict does not count. */
  readonly override?: FieldView | undefined;
}

/** Who reviews: the places of the round, and who could be asked. */
export function ReviewersPanel({ t, model }: { t: Translate; model: ReviewersPanelModel }): VNode {
  return (
    <>
      <h2>{t('curator.tab_reviewers')}</h2>
      {model.warning !== undefined && (
        <Notice kind="warning">
          <p>{model.warning}</p>
        </Notice>
      )}
      {model.places.length > 0 && <Places t={t} model={model} />}
      {model.gaps.length > 0 && <Gaps t={t} gaps={model.gaps} />}
      {model.mode !== 'closed' && model.gaps.length === 0 && <Picker t={t} model={model} />}
    </>
  );
}

function Gaps({ t, gaps }: { t: Translate; gaps: ReviewersPanelModel['gaps'] }): VNode {
  return (
    <Notice kind="warning" title={t('curator.gaps_title')}>
      <ul>
        {gaps.map(({ text, href, link }) => (
          <li>
            {text} <a href={href}>{link}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Picker({ t, model }: { t: Translate; model: ReviewersPanelModel }): VNode {
  const several = model.mode === 'open';
  return (
    <Form action={model.action} csrf={model.csrf} hidden={{ revision: String(model.revision), move: model.mode }}>
      <h3>{t(several ? 'curator.choose_title' : 'curator.invite_title')}</h3>
      <p>{several ? t('curator.choose_lead', { target: model.target }) : t('curator.invite_lead')}</p>
      {model.search !== undefined && (
        <>
          <FormField t={t} field={model.search} />
          <Buttons>
            <Button look="secondary" name="search" value="yes" unchecked>
              {t('curator.find_reviewer_go')}
            </Button>
          </Buttons>
        </>
      )}
      {model.candidates.length === 0 && (
        <p>{t(model.search === undefined ? 'curator.candidates_none' : 'curator.find_reviewer_none')}</p>
      )}
      <ul class="cards">
        {model.candidates.map((candidate) => (
          <Candidate t={t} candidate={candidate} several={several} />
        ))}
      </ul>
      <Buttons>
        <Button>{t(several ? 'curator.open_round' : 'curator.invite')}</Button>
      </Buttons>
    </Form>
  );
}

function Candidate(props: { t: Translate; candidate: CandidateModel; several: boolean }): VNode {
  const { t, candidate } = props;
  const id = `reviewer-${candidate.id}`;
  return (
    <li class="card">
      <div class="option">
        <input
          type={props.several ? 'checkbox' : 'radio'}
          id={id}
          name="reviewer"
          value={candidate.id}
          checked={candidate.chosen}
        />
        <label for={id}>
          <UserText text={candidate.name} />
          {candidate.organisation !== '' && (
            <small>
              <UserText text={candidate.organisation} />
            </small>
          )}
        </label>
      </div>
      <p>
        <strong>{t('curator.fit', { percent: candidate.fit })}</strong> ·{' '}
        {candidate.parts.map(({ label, percent }) => t('curator.fit_part', { label, percent })).join(' · ')} ·{' '}
        {candidate.load}
        {candidate.suggested && (
          <>
            {' '}
            <StateBadge label={t('matching.suggested')} tone="good" />
          </>
        )}
        {candidate.full && (
          <>
            {' '}
            <StateBadge label={t('curator.no_room')} tone="waiting" />
          </>
        )}
      </p>
      {candidate.conflicts.length > 0 && (
        <Notice kind="safety" title={t('curator.conflict')}>
          <ul>
            {candidate.conflicts.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
          {candidate.override !== undefined && <FormField t={t} field={candidate.override} />}
        </Notice>
      )}
    </li>
  );
}

function Places({ t, model }: { t: Translate; model: ReviewersPanelModel }): VNode {
  return (
    <ul class="cards">
      {model.places.map((place) => (
        <li class="card">
          <p>
            <strong>{t('curator.place', { label: place.label })}</strong> · <UserText text={place.name} /> ·{' '}
            <StateBadge label={place.status} tone={place.late ? 'alarm' : 'waiting'} /> {place.due}
          </p>
          {place.reason !== undefined && place.reason !== '' && (
            <p>
              <UserText text={place.reason} />
            </p>
          )}
          {place.release !== undefined && (
            <details class="fold">
              <summary>{t('curator.release')}</summary>
              <Form
                action={model.action}
                csrf={model.csrf}
                hidden={{ move: 'release', assignment: place.release.assignment }}
              >
                <FormField t={t} field={place.release.field} />
                <Buttons>
                  <Button look="danger">{t('curator.release')}</Button>
                </Buttons>
              </Form>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
