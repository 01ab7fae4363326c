import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { PageLayout, type PageModel } from '../layouts/page.tsx';

export interface ProblemPageModel {
  readonly page: PageModel;
  readonly title: string;
  /** What to do now, and whether anything was kept. */
  readonly todo: string;
  /** Everything that was posted, for sending it again. */
  readonly typed: readonly { readonly name: string; readonly text: string }[];
  /** What a person had written, so that it is never lost with the form. */
  readonly written: readonly string[];
  /** One press sends the same form again. */
  readonly again: { readonly action: string; readonly csrf: string } | undefined;
  readonly reference: string | undefined;
}

export function ProblemPage({ t, model }: { t: Translate; model: ProblemPageModel }): VNode {
  const { written } = model;
  return (
    <PageLayout t={t} title={model.title} model={model.page}>
      <h1>{model.title}</h1>
      <p class="lead">{model.todo}</p>
      {model.again !== undefined && <SendAgain t={t} again={model.again} typed={model.typed} />}
      {written.length > 0 && (
        <section>
          <h2>{t('problems.typed_heading')}</h2>
          <p>{t('problems.typed_help')}</p>
          {written.map((text) => (
            <textarea readOnly dir="auto" rows={6} aria-label={t('problems.typed_heading')}>
              {`\n${text}`}
            </textarea>
          ))}
        </section>
      )}
      {model.reference !== undefined && <p>{t('problems.reference', { reference: model.reference })}</p>}
    </PageLayout>
  );
}

function SendAgain({
  t,
  again,
  typed,
}: {
  t: Translate;
  again: { action: string; csrf: string };
  typed: ProblemPageModel['typed'];
}): VNode {
  return (
    <Form action={again.action} csrf={again.csrf}>
      {typed.map(({ name, text }) => (
        <textarea hidden name={name}>
          {`\n${text}`}
        </textarea>
      ))}
      <Button>{t('problems.send_again')}</Button>
    </Form>
  );
}
