import { h } from 'preact';
import { SentPage } from '../../../views/submit/sent-page.tsx';
import { fieldsOf } from '../../domain/module/field-names.ts';
import { readAnswers } from '../../domain/module/read-answers.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { contactEmailOf } from '../../domain/safety/own-secrets.ts';
import { promiseOf } from '../../domain/submission/promise.ts';
import { paths } from '../../paths.ts';
import { answerRequests } from '../../usecases/submission/answer-requests.ts';
import { sendSubmission } from '../../usecases/submission/send-submission.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { showCheck } from './check-page.ts';
import { bodyOf, moduleOf, ownVisit, postedText, shownReceipt } from './own-visit.ts';
import { showForgotten } from './receipt-handlers.ts';

/** Check your answers. */
export function getCheck(kit: WebKit): Handler {
  return (req, res) => {
    const definition = moduleOf(kit, req);
    const own = ownVisit(kit, req);
    const { lang } = visitOf(req);
    if (own === undefined) res.redirect(303, paths.receipt(lang, definition.id));
    else if (own.shown !== 'draft' && own.shown !== 'revision') res.redirect(303, paths.status(lang, definition.id));
    else showCheck(kit, req, res, { definition, own });
  };
}

/** Sends; what is missing is shown on the check page with everything as it was ticked. */
export function postSend(kit: WebKit): Handler {
  return async (req, res) => {
    const definition = moduleOf(kit, req);
    const own = ownVisit(kit, req);
    if (own === undefined) {
      showForgotten(kit, req, res);
      return;
    }
    const { lang } = visitOf(req);
    const confirmations = readAnswers(fieldsOf(definition, definition.form.confirmations), bodyOf(req));
    const checked = postedText(req, 'checked') === 'yes';
    const input = { confirmations, checked, receipt: own.receipt, interfaceLanguage: lang };
    const submissionId = own.submission.id;
    // Anything but a revision may be a first sending whose answer was lost: that use case knows.
    const send = own.shown === 'revision' ? answerRequests : sendSubmission;
    const sent = await kit.deps.write((unit) => send(unit, own.actor, { ...input, submissionId }));
    if (sent.ok) res.redirect(303, paths.sent(lang, definition.id));
    else if (isMendable(sent.refusal)) showCheck(kit, req, res, { definition, own, sent: { confirmations, checked } });
    else kit.refuse(req, res, sent.refusal);
  };
}

/** What the check page itself says how to mend. */
const isMendable = (refusal: Refusal): boolean =>
  refusal.kind === 'answers_invalid' ||
  (refusal.kind === 'guard' && ['receipt_in_text', 'identifiers_not_checked', 'requests_open'].includes(refusal.guard));

/** It arrived. Opened again later it says the same, until the case has moved on. */
export function getSent(kit: WebKit): Handler {
  return (req, res) => {
    const definition = moduleOf(kit, req);
    const own = ownVisit(kit, req);
    const { lang, t } = visitOf(req);
    if (own?.shown !== 'screening') {
      res.redirect(303, own === undefined ? paths.receipt(lang, definition.id) : paths.status(lang, definition.id));
      return;
    }
    const { submission } = own;
    const now = kit.deps.clock.now();
    const entered = new Date(submission.stateEnteredAt);
    const held = submission.held ? { heldSince: entered } : {};
    const { due } = promiseOf({ state: 'screening', stateEnteredAt: entered, now, ...held }, definition.policy);
    const model = {
      page: kit.chrome(req, { module: definition, quickExit: true }),
      kind: submission.version > 1 ? ('again' as const) : ('first' as const),
      receipt: shownReceipt(own.receipt),
      publicId: submission.publicId,
      due: t.date(due ?? submission.stateEnteredAt.slice(0, 10), definition.policy.timeZone),
      held: submission.held,
      writes: contactEmailOf(own.answers) !== undefined,
      status: paths.status(lang, definition.id),
    };
    kit.page(res, 200, h(SentPage, { t, model }));
  };
}
