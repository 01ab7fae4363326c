import { openAssignments } from '../db/queries/open-assignments.ts';
import { peopleWithRole } from '../db/person-store.ts';
import { findByReceiptHash, findSubmission, type SubmissionRow } from '../db/submission-store.ts';
import type { ModuleId, SubmissionId } from '../domain/ids.ts';
import type { Role } from '../domain/people/actor.ts';
import { readReceipt } from '../domain/safety/receipt.ts';
import type { Service } from '../compose.ts';
import { paths } from '../paths.ts';
import { makeOperatorLink } from '../usecases/account/make-operator-link.ts';
import { RehearsalFailed } from './stage-hands.ts';

const LINK_MINUTES = 10;

/** What the rehearsal takes from the data folder: ways in, and a look at where the case stands. Nothing else. */
export class Backstage {
  readonly #service: Service;

  constructor(service: Service) {
    this.#service = service;
  }

  /** Links that sign in everybody with a role in the module, each once. */
  async waysIn(module: ModuleId, role: Role): Promise<string[]> {
    const people = peopleWithRole(this.#service.db, module, role);
    const tokens = people.map(({ id }) =>
      this.#service.write((unit) => ({ token: makeOperatorLink(unit, { personId: id, minutes: LINK_MINUTES }) })),
    );
    return (await Promise.all(tokens)).map(({ token }) => paths.signInLink('en', token));
  }

  caseOf(module: ModuleId, receipt: string): SubmissionRow {
    const read = readReceipt(receipt);
    const hash = read.kind === 'valid' ? this.#service.web.keys.hash('receipt', read.receipt) : '';
    const row = findByReceiptHash(this.#service.db, module, hash);
    if (row === undefined)
      throw new RehearsalFailed('The receipt opens no case: is this the data folder of the service?');
    return row;
  }

  now(id: SubmissionId): SubmissionRow {
    const row = findSubmission(this.#service.db, id);
    if (row === undefined) throw new RehearsalFailed('The case is gone');
    return row;
  }

  /** The links of the invitations that this case has sent out. */
  invitations(id: SubmissionId): { name: string; token: string }[] {
    return openAssignments(this.#service.db)
      .filter(({ submissionId }) => submissionId === id)
      .map(({ assignmentId, name }) => ({ name, token: this.#service.web.keys.linkFor(assignmentId) }));
  }
}
