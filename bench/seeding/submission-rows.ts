import type { PublicId, SubmissionId } from '../../src/domain/ids.ts';
import type { Answers } from '../../src/domain/module/form.ts';
import type { Tx } from '../../src/db/in-transaction.ts';
import { insertVersion } from '../../src/db/version-store.ts';
import { splitSealed } from '../../src/domain/module/visible-answers.ts';
import { factsOf } from '../../src/domain/submission/facts.ts';
import type { SubmissionState } from '../../src/domain/submission/state.ts';
import { daysAgo, type Seeds } from './seeds.ts';
import { isOver } from './spread.ts';

/** A case that was put into the database, and what is needed to go on with it. */
export interface SeededCase {
  readonly id: SubmissionId;
  readonly publicId: PublicId;
  readonly index: number;
  readonly state: SubmissionState;
  readonly answers: Answers;
  /** Days ago it entered its state. */
  readonly entered: number;
  /** The form id, of which the receipt is made. */
  readonly formId: string;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PUBLIC_IDS = 32 ** 5;

/** Each number has one, far from its neighbour's. */
function publicIdOf(index: number): PublicId {
  let rest = (index * 7919 + 104_729) % PUBLIC_IDS;
  const letters = Array.from({ length: 5 }, () => {
    const letter = CROCKFORD[rest % 32] ?? '0';
    rest = Math.floor(rest / 32);
    return letter;
  });
  return `P-${letters.join('')}` as PublicId;
}

/** The submission with its texts: a draft, or one version that was sent and the working copy of whoever still writes. */
export function insertCase(seeds: Seeds, index: number, state: SubmissionState, answers: Answers): SeededCase {
  const { dice } = seeds;
  const entered = isOver(state) || state === 'draft' ? 5 + dice.roll() * 300 : 0.5 + dice.roll() * 2;
  const id = dice.id() as SubmissionId;
  const one: SeededCase = { id, publicId: publicIdOf(index), index, state, answers, entered, formId: `form-${id}` };
  insertSubmission(seeds, one);
  const { sealed, open } = splitSealed(seeds.module, answers);
  seeds.insert('contacts', { submissionId: id, answers: sealed });
  if (!isOver(state)) seeds.insert('drafts', { submissionId: id, answers: open, savedAt: daysAgo(seeds, entered) });
  if (state !== 'draft') insertSent(seeds, one, open);
  return one;
}

function insertSubmission(seeds: Seeds, { id, publicId, state, answers, entered, formId }: SeededCase): void {
  const { insert, module, service } = seeds;
  const { keys } = service.web;
  const at = daysAgo(seeds, entered);
  const made = daysAgo(seeds, entered + 30);
  const isSent = state !== 'draft';
  const facts = factsOf(answers);
  insert('submissions', {
    ...facts,
    id,
    publicId,
    module: module.id,
    // As long as the real ones, and quicker: nobody types these receipts or sends these forms again.
    formHash: keys.digest(formId),
    receiptHash: keys.digest(`receipt of ${formId}`),
    state,
    stateEnteredAt: at,
    revision: isSent ? 4 : 1,
    version: isSent ? 1 : 0,
    interfaceLanguage: 'en',
    held: false,
    sentHash: isSent ? keys.digest(`sent ${id}`) : null,
    sentAt: isSent ? daysAgo(seeds, entered + 20) : null,
    createdAt: made,
    updatedAt: at,
  });
  seeds.chain.tell({ at: made, actor: 'anonymous', act: 'draft_made', object: id, body: {} });
}

function insertSent(seeds: Seeds, { id, entered }: SeededCase, open: Answers): void {
  const createdAt = daysAgo(seeds, entered + 20);
  const definitionCommit = seeds.module.commit;
  // The service's own way in, because it makes the case known to the search as well.
  const tx = seeds.service.db as unknown as Tx;
  insertVersion(tx, { submissionId: id, number: 1, answers: open, definitionCommit, createdAt });
  const body = { from: 'draft', to: 'screening', version: 1 };
  seeds.chain.tell({ at: createdAt, actor: `submitter:${id}`, act: 'send', object: id, body });
}

/** The cookie of the browser that holds the receipt of a case. */
export const browserOf = (id: string): string => `draft-of-${id}`;

/** A browser that holds the receipt of the case. */
export function insertBrowser(seeds: Seeds, { id, formId }: SeededCase): void {
  const { keys } = seeds.service.web;
  const token = browserOf(id);
  seeds.insert('submitterSessions', {
    hash: keys.hash('submitter', token),
    submissionId: id,
    sealedReceipt: keys.seal(token, keys.receiptFor(formId)),
    createdAt: daysAgo(seeds, 0),
    expiresAt: daysAgo(seeds, -1),
  });
}
