import { h } from 'preact';
import type { Request } from 'express';
import { RevisionPage, type AskedPoint } from '../../../views/status/revision-page.tsx';
import { openRequests, type RequestRow } from '../../db/queries/open-requests.ts';
import { submissionStatus } from '../../db/queries/submission-status.ts';
import { nextState } from '../../domain/submission/state.ts';
import { paths } from '../../paths.ts';
import { saveReplies, type Reply } from '../../usecases/submission/save-replies.ts';
import { nameText } from '../form-fields/field-texts.ts';
import { pageOfField } from '../submit/form-way.ts';
import { ownForm, postedText } from '../submit/own-visit.ts';
import { visitOf } from '../visit.ts';
import { statusPath, type OwnRequest } from './with-own.ts';

/** What is asked, each point with its reply. */
export function getRevision(request: OwnRequest): void {
  const { kit, req, res, own, definition } = request;
  const { t, lang } = visitOf(req);
  const allowed = nextState({ state: own.shown, held: own.submission.held }, 'answer');
  if (!allowed.ok) {
    kit.refuse(req, res, allowed.refusal);
    return;
  }
  const { promise } = submissionStatus(kit.deps.db, definition, own, kit.deps.clock.now());
  const model = {
    page: kit.chrome(req, { module: definition, quickExit: true }),
    until: t.date(promise.due ?? own.submission.updatedAt.slice(0, 10), definition.policy.timeZone),
    points: openRequests(kit.deps.db, own.submission).map((row) => pointOf(request, row)),
    form: { action: paths.myMove(lang, definition.id, 'revision'), ...ownForm(kit, req, own) },
    saved: req.query['saved'] === '1',
    whole: paths.formPage(lang, definition.id, definition.form.pages[0]?.id ?? ''),
    back: statusPath(request),
  };
  kit.page(res, 200, h(RevisionPage, { t, model }));
}

function pointOf({ req, definition }: OwnRequest, row: RequestRow): AskedPoint {
  const { t, lang } = visitOf(req);
  const page = row.field === null ? undefined : pageOfField(definition, row.field);
  const frame = { mark: 'optional' as const, dir: 'auto' as const };
  const options = (['done', 'not_possible'] as const).map((kind) => ({
    value: kind,
    label: t(`status.reply_${kind}`),
    chosen: row.answerKind === kind,
  }));
  return {
    text: row.text,
    must: row.level === 'must',
    editorial: row.editorial,
    about:
      row.field === null || page === undefined
        ? undefined
        : {
            label: nameText({ definition, t }, row.field),
            href: `${paths.formPage(lang, definition.id, page.id)}#${encodeURIComponent(row.field)}`,
          },
    reply: {
      kind: 'radios',
      id: `reply.${row.id}`,
      name: `reply.${row.id}`,
      label: t('status.reply_label'),
      mark: row.level === 'must' ? 'required' : 'optional',
      options,
    },
    words: {
      ...frame,
      kind: 'textarea',
      id: `words.${row.id}`,
      name: `words.${row.id}`,
      label: t('status.reply_words'),
      hint: t('status.reply_words_hint'),
      value: row.answerText ?? '',
      rows: 3,
    },
  };
}

/** Keeps the replies, finished or not, and goes on to the check page or stays. */
export async function postRevision(request: OwnRequest): Promise<void> {
  const { kit, req, res, own, definition } = request;
  const { lang } = visitOf(req);
  const replies = openRequests(kit.deps.db, own.submission).map(({ id }) => replyTo(req, id));
  const input = { submissionId: own.submission.id, replies };
  const saved = await kit.deps.write((unit) => saveReplies(unit, own.actor, input));
  const onward = postedText(req, 'go') !== 'stay';
  if (!saved.ok) kit.refuse(req, res, saved.refusal);
  else if (onward) res.redirect(303, paths.check(lang, definition.id));
  else res.redirect(303, `${paths.myMove(lang, definition.id, 'revision')}?saved=1`);
}

function replyTo(req: Request, requestId: string): Reply {
  const kind = postedText(req, `reply.${requestId}`);
  return {
    requestId,
    kind: kind === 'done' || kind === 'not_possible' ? kind : undefined,
    text: postedText(req, `words.${requestId}`),
  };
}
