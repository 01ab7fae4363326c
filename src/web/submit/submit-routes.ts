import type { Route, WebKit } from '../routes.ts';
import { getBefore, getKept, getModule } from './door-handlers.ts';
import { getFormPage, postFormPage } from './form-handlers.ts';
import { getReceipt, postReceipt } from './receipt-handlers.ts';
import { getCheck, getSent, postSend } from './send-handlers.ts';

/**
 * From the door of a module to a text that was sent. Each page that needs a receipt looks for it itself: somebody who
 * has lost it in the middle of a page must get back what was typed.
 */
export const submitRoutes = (kit: WebKit): Route[] => [
  { path: '/:lang/:module', who: 'anybody', get: getModule(kit) },
  { path: '/:lang/:module/before-you-start', who: 'anybody', get: getBefore(kit) },
  {
    path: '/:lang/:module/practice/:page',
    who: 'anybody',
    get: getFormPage(kit),
    post: postFormPage(kit),
    keepsUnreadable: true,
  },
  { path: '/:lang/:module/kept', who: 'submitter', get: getKept(kit) },
  { path: '/:lang/:module/check', who: 'submitter', get: getCheck(kit) },
  { path: '/:lang/:module/send', who: 'anybody', post: postSend(kit) },
  { path: '/:lang/:module/sent', who: 'submitter', get: getSent(kit) },
  { path: '/:lang/:module/receipt', who: 'anybody', get: getReceipt(kit), post: postReceipt(kit) },
];
