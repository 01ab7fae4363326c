import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { NavLinks, type NavItem } from '../components/nav-links.tsx';
import { UserText } from '../components/phrase.tsx';
import { T } from '../components/t.tsx';

export interface StaffModel {
  readonly name: string;
  readonly nav: readonly NavItem[];
  readonly signOut: { readonly action: string; readonly csrf: string };
}

/** Where signed-in people go, who they are here, and the way out. */
export function StaffBar({ t, staff }: { t: Translate; staff: StaffModel }): VNode {
  return (
    <div class="staff">
      <div class="frame">
        <NavLinks label={t('common.staff_navigation')} items={staff.nav} />
        <span class="who">
          <T t={t} k="common.signed_in_as" values={{ name: <UserText text={staff.name} /> }} />
        </span>
        <Form action={staff.signOut.action} csrf={staff.signOut.csrf}>
          <Button look="quiet">{t('common.sign_out')}</Button>
        </Form>
      </div>
    </div>
  );
}
