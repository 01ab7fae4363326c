import type { VNode } from 'preact';
import { Ball } from '../../../views/components/ball.tsx';
import { Button, ButtonLink, Buttons } from '../../../views/components/button.tsx';
import { CardList } from '../../../views/components/card-list.tsx';
import { DataTable } from '../../../views/components/data-table.tsx';
import { Diff, Patch } from '../../../views/components/diff.tsx';
import type { FieldView } from '../../../views/components/field-view.ts';
import { FormField } from '../../../views/components/fields/form-field.tsx';
import { Form } from '../../../views/components/form.tsx';
import { MarkdownBox } from '../../../views/components/markdown-box.tsx';
import { NavLinks } from '../../../views/components/nav-links.tsx';
import { Notice } from '../../../views/components/notice.tsx';
import { PageTitle } from '../../../views/components/page-title.tsx';
import { Pagination } from '../../../views/components/pagination.tsx';
import { ReceiptBox } from '../../../views/components/receipt-box.tsx';
import { ScoreScale } from '../../../views/components/score-scale.tsx';
import { SideBySide } from '../../../views/components/side-by-side.tsx';
import { StateBadge } from '../../../views/components/state-badge.tsx';
import { StepStones } from '../../../views/components/step-stones.tsx';
import { SummaryList } from '../../../views/components/summary-list.tsx';
import { Timeline } from '../../../views/components/timeline.tsx';
import { PageLayout, type PageModel } from '../../../views/layouts/page.tsx';
import type { Translate } from '../../../src/i18n/translate.ts';
import type { Sample } from './sample.ts';
import { standingPages } from './standing.tsx';
import { wordsOf, type Words } from './words.ts';

const frame = (t: Translate, more: Partial<PageModel> = {}): PageModel => ({
  stylesheet: 'fieldstone.css',
  mark: 'mark.svg',
  home: '#home',
  module: { title: wordsOf(t.lang).module, href: '#module' },
  languages: [
    { code: 'en', href: '#en' },
    { code: 'ar', href: '#ar' },
  ],
  demonstration: true,
  footer: { safety: '#s', privacy: '#p', operator: '#o', licences: '#l', signIn: '#i' },
  ...more,
});

const staffFrame = (t: Translate, w: Words): PageModel =>
  frame(t, {
    footer: { safety: '#s', privacy: '#p', operator: '#o', licences: '#l' },
    staff: {
      name: w.person,
      nav: w.nav.map((label, index) => ({
        label,
        href: `#n${String(index)}`,
        current: index === 0,
        count: index === 0 ? 4 : undefined,
      })),
      signOut: { action: '#out', csrf: 'x' },
    },
  });

/** Every component, on pages like those that use it. */
export function samplePages(t: Translate): Sample[] {
  const w = wordsOf(t.lang);
  return [
    { name: 'form', page: formPage(t, w) },
    { name: 'status', page: statusPage(t, w) },
    { name: 'review', page: reviewPage(t, w) },
    { name: 'desk', page: deskPage(t, w) },
    ...standingPages(t, frame(t, { module: undefined })),
  ];
}

function formPage(t: Translate, w: Words): VNode {
  const problems = [
    { field: 'summary', message: w.error },
    { field: 'kind', message: w.errorChoice },
  ];
  return (
    <PageLayout t={t} title={w.title} model={frame(t, { quickExit: '#exit', problems })}>
      <StepStones t={t} step={3} of={8} />
      <PageTitle lead={w.lead}>{w.title}</PageTitle>
      <Notice kind="safety" title={w.short}>
        <p>{w.lead}</p>
      </Notice>
      <Form action="#save" csrf="x">
        {fields(w).map((field) => (
          <FormField t={t} field={field} />
        ))}
        <Buttons>
          <Button>{w.go}</Button>
          <Button look="secondary" unchecked>
            {w.back}
          </Button>
          <Button look="danger">{w.stop}</Button>
          <Button look="quiet">{w.later}</Button>
        </Buttons>
      </Form>
      <ReceiptBox t={t} receipt="K7Q2M4TXA9BN3WZE8RHD5VYC" size="small" />
    </PageLayout>
  );
}

function fields(w: Words): FieldView[] {
  const base = { mark: 'required' as const, hint: w.hint };
  const option = (label: string, index: number) => ({
    value: String(index),
    label,
    chosen: index === 1,
    hint: index === 0 ? w.hint : undefined,
  });
  const part = (id: string): FieldView[] => [
    {
      ...base,
      hint: undefined,
      id: `${id}-a`,
      name: `${id}.a`,
      label: w.short,
      kind: 'text',
      input: 'text',
      value: '',
    },
    {
      hint: undefined,
      mark: 'optional',
      id: `${id}-b`,
      name: `${id}.b`,
      label: w.number,
      kind: 'text',
      input: 'number',
      value: '12',
    },
  ];
  const level = (id: string): FieldView[] => [
    {
      mark: 'required',
      id: `${id}-l`,
      name: `${id}.level`,
      label: w.short,
      kind: 'radios',
      options: w.options
        .slice(0, 4)
        .map(option)
        .map(({ hint: _, ...rest }) => rest),
    },
  ];
  return [
    {
      ...base,
      id: 'title',
      name: 'title',
      label: w.short,
      kind: 'text',
      input: 'text',
      value: w.typed,
      limits: w.limits,
    },
    {
      ...base,
      id: 'summary',
      name: 'summary',
      label: w.long,
      kind: 'textarea',
      value: w.prose,
      rows: 5,
      error: w.error,
    },
    {
      ...base,
      id: 'mail',
      name: 'mail',
      label: w.mail,
      kind: 'text',
      input: 'email',
      value: 'amal@example.org',
      mark: 'optional',
    },
    {
      ...base,
      id: 'kind',
      name: 'kind',
      label: w.choice,
      kind: 'radios',
      options: w.options.map(option),
      error: w.errorChoice,
    },
    {
      ...base,
      id: 'set',
      name: 'set',
      label: w.several,
      kind: 'checkboxes',
      options: w.options.slice(0, 2).map(option),
      groups: [{ label: w.fold, options: w.options.map(option) }],
      mark: 'before_review',
    },
    { ...base, id: 'lang', name: 'lang', label: w.select, kind: 'select', options: w.options.map(option) },
    { mark: 'required', id: 'from', name: 'from', label: w.month, kind: 'month', value: '2024-03' },
    { mark: 'optional', id: 'not', name: 'not', label: w.date, kind: 'date', value: '' },
    { mark: 'required', id: 'yes', name: 'yes', label: w.yesNo, kind: 'yes_no', value: 'yes' },
    {
      ...base,
      id: 'out',
      name: 'out',
      label: w.repeat,
      kind: 'repeat',
      add: 'out',
      entries: [{ parts: part('out0') }, { parts: part('out1') }],
    },
    {
      ...base,
      id: 'risk',
      name: 'risk',
      label: w.matrix,
      kind: 'matrix',
      rows: w.options.slice(0, 2).map((label, i) => ({ label, parts: level(`risk${String(i)}`) })),
    },
    { mark: 'required', id: 'ok', name: 'ok', label: w.attest, hint: w.hint, kind: 'attest', chosen: true },
    {
      mark: 'required',
      id: 'en',
      name: 'en',
      label: { text: 'Only in English so far', lang: 'en', dir: 'ltr' },
      kind: 'attest',
      chosen: false,
      error: w.errorChoice,
    },
  ];
}

function statusPage(t: Translate, w: Words): VNode {
  return (
    <PageLayout t={t} title={w.title} model={frame(t, { quickExit: '#exit' })}>
      <PageTitle above="P-K7Q2M">{w.practice}</PageTitle>
      <Notice kind="success" title={w.saved} />
      <Ball t={t} who={w.who} due={t.date('2026-12-23', 'UTC')}>
        <p>{w.lead}</p>
      </Ball>
      <ReceiptBox t={t} receipt="K7Q2-M4TX-A9BN-3WZE-8RHD-5VYC" />
      <h2>{w.happened}</h2>
      <Timeline
        items={[
          { when: t.date('2026-11-20', 'UTC'), what: w.events[0] },
          { when: t.date('2026-11-25', 'UTC'), what: w.events[1], note: w.hint },
          { when: t.date('2026-12-23', 'UTC'), what: w.events[2], ahead: true },
        ]}
      />
      <h2>{w.answers}</h2>
      <SummaryList
        t={t}
        rows={[
          { label: w.short, value: w.typed, change: '#c1' },
          { label: w.long, value: <div class="typed">{w.prose}</div>, change: '#c2' },
          { label: w.month, change: '#c3' },
        ]}
      />
      <h2>{w.different}</h2>
      <Diff t={t} parts={w.diff} />
      <Notice kind="warning" title={w.short}>
        <p>{w.hint}</p>
      </Notice>
      <Notice kind="info">
        <p>{w.hint}</p>
      </Notice>
      <Buttons>
        <ButtonLink href="#x">{w.go}</ButtonLink>
      </Buttons>
    </PageLayout>
  );
}

function reviewPage(t: Translate, w: Words): VNode {
  const points = w.anchors.map((anchor, value) => ({ value, anchor, chosen: value === 3 }));
  const scale = { t, label: w.criterion, weight: 15, points, cannotJudge: { value: 'none', chosen: false } };
  return (
    <PageLayout t={t} title={w.title} model={staffFrame(t, w)} width="wide">
      <PageTitle above="P-K7Q2M">{w.practice}</PageTitle>
      <NavLinks
        look="tabs"
        label={w.several}
        items={w.options.slice(0, 4).map((label, i) => ({ label, href: `#t${String(i)}`, current: i === 1 }))}
      />
      <SideBySide
        readLabel={w.practice}
        workLabel={w.criterion}
        read={
          <MarkdownBox
            lang={t.lang}
            dir={t.dir}
            html={`<h2>${w.short}</h2><p>${w.prose}</p><h2>${w.long}</h2><ul><li>${w.lead}</li><li>${w.hint}</li></ul><p>${w.prose}</p>`}
          />
        }
        work={
          <Form action="#score" csrf="x">
            <ScoreScale {...scale} id="c1" name="c1" />
            <ScoreScale
              {...scale}
              id="c2"
              name="c2"
              error={w.errorChoice}
              points={points.map((p) => ({ ...p, chosen: false }))}
            />
            <Buttons>
              <Button>{w.go}</Button>
              <Button look="secondary">{w.back}</Button>
            </Buttons>
          </Form>
        }
      />
    </PageLayout>
  );
}

function deskPage(t: Translate, w: Words): VNode {
  const badge = <StateBadge label={w.badges[0]} tone="alarm" />;
  return (
    <PageLayout t={t} title={w.title} model={staffFrame(t, w)} width="wide">
      <PageTitle lead={w.lead}>{w.title}</PageTitle>
      <CardList
        items={[
          {
            title: <bdi>{w.practice}</bdi>,
            href: '#1',
            above: 'P-K7Q2M',
            badge,
            body: <p>{w.hint}</p>,
            foot: t.date('2026-12-01', 'UTC'),
          },
          {
            title: <bdi>{w.typed}</bdi>,
            href: '#2',
            above: 'P-8RHD5',
            badge: <StateBadge label={w.badges[1]} tone="waiting" />,
          },
        ]}
      />
      <h2>{w.answers}</h2>
      <DataTable
        caption={w.table}
        columns={[{ label: w.short }, { label: w.select }, { label: w.date }, { label: w.number, numeric: true }]}
        rows={w.badges.map((label, i) => [
          <a href={`#r${String(i)}`}>{w.practice}</a>,
          <StateBadge label={label} tone={(['alarm', 'waiting', 'good', 'stop', 'quiet'] as const)[i] ?? 'quiet'} />,
          t.date('2026-11-25', 'UTC'),
          t.number(62.5 + i),
        ])}
      />
      <Pagination t={t} next="#n" first="#f" />
      <h2>{w.different}</h2>
      <Patch
        t={t}
        lines={[
          { kind: 'file', text: 'modules/security/practices/P-K7Q2M/index.en.md' },
          { kind: 'place', text: '@@ -1,4 +1,5 @@' },
          { kind: 'same', text: w.lead },
          { kind: 'removed', text: w.hint },
          { kind: 'added', text: w.short },
        ]}
      />
    </PageLayout>
  );
}
