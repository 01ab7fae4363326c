import type { PageForm } from '../../../src/rehearsal/page-forms.ts';
import { everyPage, type FoundPage } from '../every-page.ts';
import type { Demonstration } from '../demonstration.ts';
import { everyRoute } from '../route-addresses.ts';

/** A form as somebody comes to it. */
export interface FoundForm {
  readonly who: string;
  readonly cookies: Readonly<Record<string, string>>;
  /** The page that it stands on, and the pattern of the route it is posted to. */
  readonly path: string;
  readonly action: string;
  readonly route: string;
  readonly form: PageForm;
  /** Every page on which what it writes may show. */
  readonly shownOn: readonly FoundPage[];
}

/** Every form that anybody can come to by links; of those alike for the same people in the same state one. */
export async function foundForms(
  demonstration: Demonstration,
  starts: readonly string[],
): Promise<readonly FoundForm[]> {
  const pages = (await everyPage(demonstration, ['en'], starts)).filter(({ page }) => page.status === 200);
  const alike = new Map<string, FoundForm>();
  for (const found of pages) {
    for (const form of found.page.forms) {
      const one = formOn(found, form, pages);
      const names = [...new Set(form.controls.map(({ name }) => name))].sort();
      const kind = doors.test(one.route) || names.includes('form_id') ? '' : kindOf(found.who);
      const key = [kind, form.method, one.route, ...names].join(' ');
      if (!alike.has(key)) alike.set(key, one);
    }
  }
  return [...alike.values()];
}

/** Forms that are the same for everybody. */
const doors = /\/(?:sign-in|sign-in\/code|receipt|leave|t\/:token)$/u;

/** A curator and a safety person meet the same forms where both may; a submitter other ones in each state. */
const kindOf = (who: string): string => who.replace(/^(?:leila|ruth)$/u, 'staff');

function formOn(found: FoundPage, form: PageForm, pages: readonly FoundPage[]): FoundForm {
  const { who, cookies, path } = found;
  const action = form.action === '' ? path : form.action;
  const publicId = publicIdOf(found, pages);
  const shownOn = pages.filter((page) => mayShow(page, found, publicId));
  return { who, cookies, path, action, route: routeOf(action), form, shownOn };
}

/** Pages of the same case, of whoever they are; without a case one's own, and of staff those of the same part. */
function mayShow(page: FoundPage, found: FoundPage, publicId: string | undefined): boolean {
  if (publicId !== undefined && page.path.includes(publicId)) return true;
  if (page.who !== found.who || page.cookies['fieldstone-draft'] !== found.cookies['fieldstone-draft']) return false;
  const part = /\/desk\/(?:people|cases$)|\/trouble/u.exec(found.path)?.[0];
  return (
    kindOf(found.who) !== 'staff' || page.path.endsWith('/desk') || (part !== undefined && page.path.includes(part))
  );
}

/** Which case a page is about: by its address, or because its reader is shown one number and no other. */
function publicIdOf(found: FoundPage, pages: readonly FoundPage[]): string | undefined {
  const named = /\/(P-[0-9A-Z]{5})(?:\/|$)/u.exec(found.path)?.[1];
  if (named !== undefined || kindOf(found.who) === 'staff') return named;
  const draft = found.cookies['fieldstone-draft'];
  const theirs = pages.filter(({ who, cookies }) => who === found.who && cookies['fieldstone-draft'] === draft);
  return theirs.flatMap(({ page }) => page.text.match(/\bP-[0-9A-Z]{5}\b/gu) ?? [])[0];
}

/** The pattern of the route that an address belongs to. */
export function routeOf(address: string): string {
  const path = address.split(/[?#]/u)[0] ?? '';
  const fits = (pattern: string): boolean =>
    new RegExp(`^${pattern.replace(/:[a-zA-Z]+/gu, '[^/]+')}$`, 'u').test(path);
  return everyRoute().find(({ path: pattern }) => fits(pattern))?.path ?? path;
}
