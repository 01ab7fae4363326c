import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { ButtonLink, Buttons } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';

/** Something that must not stand on a page, with the words around it. */
export interface LeakModel {
  readonly what: string;
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** Marks what keeps a page inside, and says what to do about it. */
export function Leaks(props: {
  t: Translate;
  leaks: readonly LeakModel[];
  ways: { readonly revise: string | undefined; readonly hold: string };
}): VNode {
  const { t, leaks, ways } = props;
  return (
    <Notice kind="safety" title={t('publication.leaks_title')}>
      <p>{t('publication.leaks_help')}</p>
      <ul>
        {leaks.map(({ what, before, found, after }) => (
          <li>
            <p>{what}</p>
            <p class="typed" dir="auto">
              {before}
              <mark>{found}</mark>
              {after}
            </p>
          </li>
        ))}
      </ul>
      <Buttons>
        {ways.revise !== undefined && <ButtonLink href={ways.revise}>{t('publication.ask_revision')}</ButtonLink>}
        <ButtonLink look="secondary" href={ways.hold}>
          {t('publication.to_hold')}
        </ButtonLink>
      </Buttons>
    </Notice>
  );
}
