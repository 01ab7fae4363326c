import type { Request } from 'express';
import type { TroubleItem, TroublePageModel } from '../../../views/trouble/trouble-page.tsx';
import { unreachedCases } from '../../db/queries/bounced-contacts.ts';
import { jobBoard, troubledPublications, type BoardJob } from '../../db/queries/job-board.ts';
import type { JobKind } from '../../domain/jobs.ts';
import { readMailTrouble } from '../../domain/mail/mail-trouble.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';

/** Below this share of free room the page warns; writing stops on its own only when the disk is full. */
const LOW_DISK = 0.1;

const jobTitles = {
  letter: 'trouble.job_letter',
  release_decision: 'trouble.job_letter',
  publish: 'trouble.job_change',
  close_change: 'trouble.job_change',
  merge_change: 'trouble.job_change',
  look_at_change: 'trouble.job_change',
  read_module: 'trouble.job_module',
} as const satisfies Record<JobKind, MessageKey>;

/** What is broken in this module and in the service as a whole, worst first. */
export async function troublePage(kit: WebKit, req: Request, module: ModuleDefinition): Promise<TroublePageModel> {
  const { deps } = kit;
  const { t, lang, csrf } = visitOf(req);
  const board = jobBoard(deps.db);
  const changes = troubledPublications(deps.db, module.id, deps.clock.now());
  return {
    page: kit.chrome(req, { module }),
    csrf,
    items: [
      ...(await diskItems(kit, t)),
      ...deps.modules.mistakes(module.id).map((mistake) => ({
        title: t('trouble.module_title'),
        todo: t('trouble.module_todo', { path: mistake.path, line: mistake.line }),
        words: t(`definition.${mistake.kind}`, { ...mistake.params }),
      })),
      ...board.dead.map((job) => jobItem(t, lang, module, job)),
      ...board.failing.map((job) => jobItem(t, lang, module, job)),
      ...changes.map(({ publicId, trouble }) => ({
        title: t('trouble.change_title', { id: publicId }),
        todo: t('trouble.change_todo'),
        words: trouble ?? undefined,
        href: paths.casePart(lang, module.id, publicId, 'publication'),
      })),
      ...unreachedCases(deps.db, module.id).map(({ publicId, bouncedAt }) => ({
        title: t('trouble.bounced_title', { id: publicId }),
        todo: t('trouble.bounced_todo', { date: t.date(bouncedAt, module.policy.timeZone) }),
        href: paths.casePart(lang, module.id, publicId, 'letters'),
      })),
    ],
  };
}

async function diskItems({ deps }: WebKit, t: Translate): Promise<TroubleItem[]> {
  const free = await deps.disk.freeShare();
  if (free >= LOW_DISK) return [];
  return [{ title: t('trouble.disk_title'), todo: t('trouble.disk_todo', { percent: Math.round(free * 100) }) }];
}

function jobItem(t: Translate, lang: string, module: ModuleDefinition, board: BoardJob): TroubleItem {
  const { timeZone } = module.policy;
  const queued = t.date(board.queuedAt, timeZone);
  return {
    title: t(jobTitles[board.job.kind]),
    todo:
      board.nextTry === undefined
        ? t('trouble.dead_todo', { queued, attempts: board.attempts })
        : t('trouble.failing_todo', { queued, attempts: board.attempts, next: t.date(board.nextTry, timeZone) }),
    ...(board.job.kind === 'letter' ? mailWords(t, board.lastError) : { words: board.lastError }),
    again: paths.jobAgain(lang, module.id, board.id),
  };
}

/** Our words for the class of a failure and the mail server's numbers; nothing else, for the rest may quote a letter. */
function mailWords(t: Translate, lastError: string): Pick<TroubleItem, 'why' | 'words'> {
  const trouble = readMailTrouble(lastError);
  if (trouble === undefined) return { why: t('trouble.mail_unknown') };
  const why = t(`trouble.mail_${trouble.kind}`);
  return trouble.codes.length === 0 ? { why } : { why, words: trouble.codes.join(' ') };
}
