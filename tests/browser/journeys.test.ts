import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser as Chromium } from 'playwright-core';
import { practiceAnswers } from '../../src/demonstration/script.ts';
import { directionOf } from '../../src/i18n/languages.ts';
import { translator } from '../../src/i18n/translate.ts';
import { paths } from '../../src/paths.ts';
import * as curator from '../../src/rehearsal/as-curator.ts';
import { writeReview } from '../../src/rehearsal/as-reviewer.ts';
import { approvePage, endEmbargo, submitPractice } from '../../src/rehearsal/as-submitter.ts';
import { Backstage } from '../../src/rehearsal/backstage.ts';
import { signIn } from '../../src/rehearsal/stage-hands.ts';
import { BrowserWithScreen } from '../support/browser-with-screen.ts';
import { chromiumPath, launchChromium } from '../support/chromium.ts';
import { startDemonstration, type Demonstration } from '../support/demonstration.ts';
import { MODULE } from '../support/world.ts';

const letter = 'We are glad to accept this practice. Next we show you the page exactly as it will look.';
const journeys = [
  { lang: 'en', practice: 'in-mh-special-cells' },
  { lang: 'ar', practice: 'jo-family-protection-department' },
] as const;

describe('from the first word to the page online, without scripts', { skip: chromiumPath === undefined }, () => {
  let demonstration: Demonstration;
  let backstage: Backstage;
  let chromium: Chromium;

  before(async () => {
    demonstration = await startDemonstration();
    backstage = new Backstage(demonstration.service);
    chromium = await launchChromium();
  });
  after(async () => {
    await chromium.close();
    await demonstration.close();
  });

  for (const { lang, practice } of journeys) {
    describe(`in ${lang}`, () => {
      const t = translator(lang);
      const open = (): Promise<BrowserWithScreen> => BrowserWithScreen.open(chromium, demonstration.url, lang);
      let receipt = '';
      let first: BrowserWithScreen;

      /** What a person sees and the browser has to say, at the end of a part of the journey. */
      const checkAt = async ({ tab, complaints }: BrowserWithScreen): Promise<void> => {
        assert.deepEqual(complaints, []);
        assert.equal(await tab.locator('html').getAttribute('lang'), lang);
        assert.equal(await tab.locator('html').getAttribute('dir'), directionOf(lang));
        assert.equal(await tab.locator('h1').count(), 1);
      };
      const desk = { lang: 'en', module: MODULE } as const;
      const place = (): curator.CaseAddress => ({
        module: MODULE,
        publicId: backstage.caseOf(MODULE, receipt).publicId,
      });

      it('types, checks and sends', async () => {
        const submitter = await open();
        receipt = await submitPractice(submitter, desk, practiceAnswers(practice));
        await submitter.get(paths.status('en', MODULE));
        assert.ok(submitter.page.text.includes(t('status.state_screening')));
        await checkAt(submitter);
        await submitter.close();
      });

      it('comes back with the receipt, in another browser', async () => {
        const submitter = await open();
        await submitter.get(paths.receipt('en', MODULE));
        await submitter.submit('/receipt', { code: receipt.toLowerCase() });
        assert.equal(submitter.page.path, paths.status('en', MODULE));
        assert.ok(submitter.page.text.includes(backstage.caseOf(MODULE, receipt).publicId));
        await checkAt(submitter);
        await submitter.close();
      });

      it('signs a curator in, who reads for names and asks two experts', async () => {
        first = await open();
        const [link = ''] = await backstage.waysIn(MODULE, 'curator');
        await signIn(first, link);
        if (backstage.caseOf(MODULE, receipt).held) await lifted(await open());
        await curator.screenCase(first, place());
        await curator.chooseReviewers(first, place());
        assert.equal(backstage.caseOf(MODULE, receipt).state, 'in_review');
        await checkAt(first);
      });

      const lifted = async (safety: BrowserWithScreen): Promise<void> => {
        const [link = ''] = await backstage.waysIn(MODULE, 'safety');
        await signIn(safety, link);
        await curator.liftHold(safety, place(), 'The text names nobody, and they wish it to go on.');
        await checkAt(safety);
        await safety.close();
      };

      it('leads each expert from the invitation to a submitted review', async () => {
        const invitations = backstage.invitations(backstage.caseOf(MODULE, receipt).id);
        assert.equal(invitations.length, 2);
        for (const { token } of invitations) {
          const reviewer = await open();
          await writeReview(reviewer, token);
          await checkAt(reviewer);
          await reviewer.close();
        }
      });

      it('decides with a second curator where the table asks, sends at once, and offers the page', async () => {
        if (await curator.acceptCase(first, place(), letter)) {
          const second = await open();
          const [, link = ''] = await backstage.waysIn(MODULE, 'curator');
          await signIn(second, link);
          await curator.agree(second, place());
          await checkAt(second);
          await second.close();
        }
        await curator.sendNow(first, place());
        await curator.offerPage(first, place());
        assert.equal(backstage.caseOf(MODULE, receipt).state, 'accepted');
        await checkAt(first);
      });

      it('asks the submitter, merges, and tells that it is online', async () => {
        const submitter = await open();
        await submitter.get(paths.receipt('en', MODULE));
        await submitter.submit('/receipt', { code: receipt });
        await approvePage(submitter, desk);
        await endEmbargo(submitter, desk);
        await curator.mergeChange(first, place());
        assert.equal(backstage.caseOf(MODULE, receipt).state, 'published');
        await submitter.get(paths.status('en', MODULE));
        assert.ok(submitter.page.text.includes(t('status.state_published')));
        assert.ok(submitter.page.text.includes(t('status.says_published')));
        await checkAt(submitter);
        await submitter.close();
        await first.close();
      });
    });
  }
});
