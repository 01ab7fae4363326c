import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { UserProse } from '../components/phrase.tsx';

/** Why a decision departs from the advice or went on without a quorum; the submitter does not read it. */
export function FileReason({ t, reason }: { t: Translate; reason: string }): VNode {
  return (
    <>
      <p class="quietly">{t('decision.for_the_file')}</p>
      <UserProse text={reason} />
    </>
  );
}
