import type { DecisionId, PublicationId } from '../../src/domain/ids.ts';
import type { StoredFile } from '../../src/db/schema/index.ts';
import { practiceFolder } from '../../src/domain/publication/page.ts';
import { contentKey } from '../../src/domain/publication/page-key.ts';
import { CURATOR } from './cast.ts';
import { daysAgo, type Seeds } from './seeds.ts';
import type { SeededCase } from './submission-rows.ts';

const LETTER = 'Thank you for what you have sent. Two experts have read it with care, and this is what we decided.';

/** A decision whose letter has left, with what it asks of the submitter. */
export function insertDecision(seeds: Seeds, one: SeededCase, outcome: 'accept' | 'revise' | 'reject'): DecisionId {
  const { insert, chain, dice, module } = seeds;
  const id = dice.id() as DecisionId;
  const at = daysAgo(seeds, one.entered + 1);
  insert('decisions', {
    id,
    submissionId: one.id,
    version: 1,
    outcome,
    category: 'merit',
    advice: outcome,
    departs: false,
    reason: '',
    letter: LETTER,
    letterLanguage: 'en',
    evidence: outcome === 'accept' ? 'E2' : null,
    rubric: `${module.rubric.id}@${String(module.rubric.version)}`,
    stateBefore: 'in_review',
    decidedBy: CURATOR,
    decidedAt: at,
    needsSecond: false,
    releasedAt: at,
  });
  chain.tell({ at, actor: `person:${CURATOR}`, act: 'decided', object: one.id, body: { outcome, version: 1 } });
  chain.tell({ at, actor: 'service', act: 'decision_released', object: one.id, body: { outcome } });
  if (outcome === 'revise') insertRequests(seeds, one, id, at);
  return id;
}

function insertRequests(seeds: Seeds, one: SeededCase, decisionId: DecisionId, askedAt: string): void {
  for (const [position, field] of ['summary', 'results', 'lessons'].entries()) {
    seeds.insert('requests', {
      id: seeds.dice.id(),
      submissionId: one.id,
      version: 1,
      decisionId,
      position,
      field,
      level: position === 0 ? 'must' : 'should',
      text: 'Please say in one or two sentences how this was measured, and by whom.',
      askedBy: CURATOR,
      askedAt,
    });
  }
}

/** A page like those of the service, in size and place. */
export function plainPage({ module }: Seeds, { publicId, answers }: SeededCase): StoredFile[] {
  const folder = practiceFolder(module.id, publicId);
  const words = Object.values(answers).filter((value) => typeof value === 'string');
  return [
    { path: `${folder}/meta.yml`, text: `id: ${publicId}\nkind: illustrative_example\nevidence: E2\n` },
    { path: `${folder}/index.en.md`, text: `---\ntitle: ${publicId}\n---\n\n${words.join('\n\n').slice(0, 2000)}\n` },
  ];
}

export interface OfferedPage {
  readonly decisionId: DecisionId;
  readonly files: StoredFile[];
  readonly approved: boolean;
}

/** The page of an accepted case, offered and perhaps approved; answers its hash. */
export function insertPage(seeds: Seeds, one: SeededCase, { decisionId, files, approved }: OfferedPage): string {
  const digest = (text: string): string => seeds.service.web.keys.digest(text);
  const pageHash = contentKey(files, digest);
  const at = daysAgo(seeds, one.entered + 0.4);
  seeds.insert('pages', {
    submissionId: one.id,
    number: 1,
    version: 1,
    decisionId,
    language: 'en',
    files,
    pageHash,
    consentText: 'I agree that this page is published.',
    offeredBy: CURATOR,
    offeredAt: at,
    ...(approved ? { answer: 'approved', answerText: '', consentHash: digest(pageHash), answeredAt: at } : {}),
  });
  seeds.chain.tell({ at, actor: `person:${CURATOR}`, act: 'offer_page', object: one.id, body: { page: 1 } });
  return pageHash;
}

/** The change of an approved page: merged, or held back by an embargo. */
export function insertPublication(seeds: Seeds, one: SeededCase, files: StoredFile[], isMerged: boolean): void {
  const { insert, chain, dice, module, service } = seeds;
  const at = daysAgo(seeds, one.entered);
  const id = dice.id() as PublicationId;
  insert('publications', {
    id,
    submissionId: one.id,
    number: 1,
    purpose: 'publish',
    pageNumber: 1,
    branch: `practice/${one.publicId}/p1`,
    files,
    removes: [practiceFolder(module.id, one.publicId)],
    contentKey: contentKey(files, (text) => service.web.keys.digest(text)),
    title: `Add practice ${one.publicId}`,
    body: '',
    message: `Add practice ${one.publicId}`,
    decidedDay: at.slice(0, 10),
    state: isMerged ? 'merged' : 'queued',
    queuedAt: at,
    ...(isMerged
      ? { changeNumber: one.index + 1, mergeCommit: service.web.keys.digest(one.id).slice(0, 40), endedAt: at }
      : { notBefore: daysAgo(seeds, -300).slice(0, 10) }),
  });
  const body = { publication: id, number: 1 };
  chain.tell({ at, actor: `submitter:${one.id}`, act: 'change_queued', object: one.id, body });
  if (isMerged) chain.tell({ at, actor: 'forge', act: 'change_merged', object: one.id, body });
}
