import { clearCookie, cookieNames } from '../cookies.ts';
import type { Handler, WebKit } from '../routes.ts';

/** Where nobody's module says where to: an ordinary, busy page. */
const ORDINARY = 'https://www.wikipedia.org/';

/**
 * Leaves at once: the browser forgets what it knows of us and goes to an ordinary site. The one address whose GET
 * changes something, hence only for a link of our own or a typed address: a foreign page could sign people out with it.
 * A link and not a form, since `form-action 'self'` would stop the way out.
 */
export function quickExit(kit: WebKit): Handler {
  return (req, res) => {
    const from = req.get('sec-fetch-site');
    if (from === undefined || from === 'same-origin' || from === 'none') {
      for (const name of cookieNames) clearCookie(res, kit.deps.site, name);
      res.set('Clear-Site-Data', '"cache", "cookies", "storage"');
    }
    res.redirect(303, kit.deps.modules.all()[0]?.operator.exit ?? ORDINARY);
  };
}
