import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { ButtonLink, Buttons } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { UserText } from '../components/phrase.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface PeoplePageModel {
  readonly page: PageModel;
  readonly make: string;
  readonly people: readonly PersonRowModel[];
  readonly done?: string | undefined;
}

export interface PersonRowModel {
  readonly href: string;
  readonly name: string;
  readonly organisation: string;
  readonly country: string;
  readonly roles: string;
  readonly languages: string;
  /** Reviews that wait for this person. */
  readonly open: number;
  readonly closed: boolean;
}

/** Who reviews and who looks after cases. */
export function PeoplePage({ t, model }: { t: Translate; model: PeoplePageModel }): VNode {
  return (
    <PageLayout t={t} title={t('people.title')} model={model.page} width="wide">
      {model.done !== undefined && <Notice kind="success" title={model.done} />}
      <PageTitle lead={t('people.lead')}>{t('people.title')}</PageTitle>
      <Buttons>
        <ButtonLink href={model.make}>{t('people.make')}</ButtonLink>
      </Buttons>
      {model.people.length === 0 ? <p>{t('people.nobody')}</p> : <PeopleTable t={t} people={model.people} />}
    </PageLayout>
  );
}

function PeopleTable({ t, people }: { t: Translate; people: readonly PersonRowModel[] }): VNode {
  const columns = [
    { label: t('people.name') },
    { label: t('people.roles') },
    { label: t('people.organisation') },
    { label: t('people.country') },
    { label: t('people.languages') },
    { label: t('people.open_reviews'), numeric: true },
  ];
  return (
    <DataTable
      caption={t('people.title')}
      captionUnseen
      columns={columns}
      rows={people.map((person) => [
        <>
          <a href={person.href}>
            <UserText text={person.name} />
          </a>
          {person.closed && (
            <>
              {' '}
              <StateBadge label={t('people.closed')} tone="stop" />
            </>
          )}
        </>,
        person.roles,
        <UserText text={person.organisation} />,
        person.country,
        person.languages,
        t.number(person.open),
      ])}
    />
  );
}
