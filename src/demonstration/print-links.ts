import { openAssignments } from '../db/queries/open-assignments.ts';
import { findPersonByEmail } from '../db/person-store.ts';
import type { Service } from '../compose.ts';
import type { Terminal } from '../cli/command.ts';
import { cliText } from '../cli/cli-text.ts';
import { formatReceipt } from '../domain/safety/receipt.ts';
import { paths } from '../paths.ts';
import { makeOperatorLink } from '../usecases/account/make-operator-link.ts';
import { formIdOf, shownReceipts } from './stories.ts';
import { readScript } from './script.ts';

const LINK_MINUTES = 12 * 60;

/** A way in for everybody of the demonstration: staff by a link that signs in, reviewers by their invitations. */
export async function printLinks(service: Service, address: string, io: Terminal): Promise<void> {
  for (const { email, name, roles } of readScript().people) {
    const person = findPersonByEmail(service.db, email);
    if (person === undefined || roles.includes('reviewer')) continue;
    const token = await service.write((unit) => makeOperatorLink(unit, { personId: person.id, minutes: LINK_MINUTES }));
    io.say(
      `${cliText(roles.includes('safety') ? 'cli.as_safety' : 'cli.as_curator', { name })}\n  ${address}${paths.signInLink('en', token)}`,
    );
  }
  for (const { assignmentId, name, language } of openAssignments(service.db)) {
    const link = paths.invitation(language, service.web.keys.linkFor(assignmentId));
    io.say(`${cliText('cli.as_reviewer', { name })}\n  ${address}${link}`);
  }
  io.say(cliText('cli.as_submitter', { address: `${address}/en` }));
  for (const { practice, state } of shownReceipts) {
    io.say(`  ${formatReceipt(service.web.keys.receiptFor(formIdOf(practice)))}  ${cliText(state)}`);
  }
}
