import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Service } from '../../src/compose.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { findPersonByEmail } from '../../src/db/person-store.ts';
import { findByFormHash, type SubmissionRow } from '../../src/db/submission-store.ts';
import { readScript } from '../../src/demonstration/script.ts';
import { formIdOf, stories } from '../../src/demonstration/stories.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { startService } from '../../src/main.ts';
import { paths } from '../../src/paths.ts';
import { makeOperatorLink } from '../../src/usecases/account/make-operator-link.ts';
import { Browser } from './browser.ts';

export interface DemonstrationCase {
  readonly submission: SubmissionRow;
  readonly receipt: string;
}

/** The demonstration as a newcomer starts it, with a practice in every state, on a folder and a port of its own. */
export interface Demonstration {
  readonly service: Service;
  readonly folder: string;
  readonly url: string;
  /** Every case as its story left it. */
  readonly cases: readonly DemonstrationCase[];
  /** The case that tells this example practice. */
  caseOf(practice: string): DemonstrationCase;
  /** Somebody by the key that the script has for them. */
  person(key: string): PersonId;
  /** A path that signs a person in, once, in any browser. */
  signInLink(person: PersonId, lang?: string): Promise<string>;
  /** A browser without a screen: nobody yet. */
  browser(): Browser;
  close(): Promise<void>;
}

export async function startDemonstration(): Promise<Demonstration> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fieldstone-demonstration-'));
  const running = await startService({ ...readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), port: 0 });
  const { service } = running;
  const url = running.address.replace('localhost', '127.0.0.1');
  const { people } = readScript();
  const told = (formId: string): DemonstrationCase => {
    const submission = findByFormHash(service.db, service.web.keys.hash('form', formId));
    if (submission === undefined) throw new Error(`The demonstration has no case ${formId}`);
    return { submission, receipt: service.web.keys.receiptFor(formId) };
  };
  return {
    service,
    folder,
    url,
    cases: stories.map(({ formId }) => told(formId)),
    caseOf: (practice) => told(formIdOf(practice)),
    person: (key) => {
      const found = findPersonByEmail(service.db, people.find((one) => one.key === key)?.email ?? '');
      if (found === undefined) throw new Error(`Nobody in the demonstration is called ${key}`);
      return found.id;
    },
    signInLink: async (personId, lang = 'en') =>
      paths.signInLink(lang, await service.write((unit) => makeOperatorLink(unit, { personId, minutes: 30 }))),
    browser: () => new Browser(url),
    close: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
