import { h } from 'preact';
import type { Request, Response } from 'express';
import { ReceiptPage } from '../../../views/submit/receipt-page.tsx';
import { readReceipt } from '../../domain/safety/receipt.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { openWithReceipt, type DraftDeleted } from '../../usecases/submission/open-with-receipt.ts';
import { setCookie } from '../cookies.ts';
import type { Handler, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { moduleOf, postedText } from './own-visit.ts';
import { typedTexts } from './typed-texts.ts';

export function getReceipt(kit: WebKit): Handler {
  return (req, res) => {
    showReceipt(kit, req, res, { status: 200 });
  };
}

/** Typing errors are told without asking the store; a code that is not there is answered the same whatever the cause. */
export function postReceipt(kit: WebKit): Handler {
  return async (req, res) => {
    const definition = moduleOf(kit, req);
    const read = readReceipt(postedText(req, 'code'));
    if (read.kind !== 'valid') {
      showReceipt(kit, req, res, { status: 422, error: visitOf(req).t(`submit.receipt_${read.kind}`) });
      return;
    }
    const token = kit.deps.random.token(24);
    const { receipt } = read;
    const opened = await kit.deps.write((unit) => openWithReceipt(unit, { module: definition.id, receipt, token }));
    if (!opened.ok) {
      showReceipt(kit, req, res, notOpened(visitOf(req).t, definition, opened.refusal));
      return;
    }
    setCookie(res, kit.deps.site, 'draft', token);
    res.redirect(303, paths.status(visitOf(req).lang, definition.id));
  };
}

/** A page of the form came from a browser that has forgotten its receipt: what was typed is given back. */
export function showForgotten(kit: WebKit, req: Request, res: Response): void {
  showReceipt(kit, req, res, { status: 403, typed: typedTexts(req, moduleOf(kit, req)) });
}

function notOpened(t: Translate, { policy }: ModuleDefinition, refusal: Refusal | DraftDeleted) {
  if (refusal.kind !== 'draft_deleted') return { status: 422, error: t('submit.receipt_unknown') };
  const date = t.date(new Date(refusal.at), policy.timeZone);
  return { status: 410, error: t('submit.receipt_deleted', { date }) };
}

function showReceipt(
  kit: WebKit,
  req: Request,
  res: Response,
  what: { status: number; error?: string; typed?: readonly string[] },
): void {
  const definition = moduleOf(kit, req);
  const { t, lang, csrf } = visitOf(req);
  const { error } = what;
  const page = h(ReceiptPage, {
    t,
    model: {
      page: kit.chrome(req, {
        module: definition,
        quickExit: true,
        problems: error === undefined ? [] : [{ field: 'code', message: error }],
      }),
      form: {
        action: paths.receipt(lang, definition.id),
        csrf,
        typed: postedText(req, 'code'),
        error,
      },
      typed: what.typed ?? [],
    },
  });
  kit.page(res, what.status, page);
}
