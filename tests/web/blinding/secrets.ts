import type { Answers } from '../../../src/domain/module/form.ts';
import { canary } from '../../support/canaries.ts';

/** Everybody who tries to hear something; the two curators with a right to it are the control. */
export const listeners = [
  'anybody',
  'submitter',
  'submitter of the waiting case',
  'reviewer at work',
  'reviewer who is done',
  'reviewer who recused',
  'curator of another module',
  'curator with a part in the cases',
  'admin only',
  'curator',
  'safety',
] as const;
export type Listener = (typeof listeners)[number];

const staff = ['curator', 'safety'] as const satisfies readonly Listener[];
const ofTheCase = [...staff, 'submitter', 'reviewer at work', 'reviewer who is done'] as const;

/** The list of people, in which no case stands. */
const readsPeople = [...staff, 'admin only', 'curator with a part in the cases'] as const;

/** A word for everything that is hidden from somebody, and who may hear it; all others must not. */
export const secrets = {
  mailbox: ['submitter'],
  contactname: ['submitter'],
  organisation: [...staff, 'submitter'],
  publicname: [...staff, 'submitter'],
  interest: [...staff, 'submitter'],
  suggested: [...staff, 'submitter'],
  excluded: [...staff, 'submitter'],
  mitigation: [...staff, 'submitter'],
  agreement: [...staff, 'submitter'],
  unwanted: ofTheCase,
  complaints: ofTheCase,
  ethics: ofTheCase,
  summary: ofTheCase,
  heading: ofTheCase,
  atworkname: [...readsPeople, 'reviewer at work'],
  donename: [...readsPeople, 'reviewer who is done'],
  leavername: [...readsPeople, 'reviewer who recused'],
  kinship: [...staff, 'reviewer who recused'],
  opinion: [...staff, 'reviewer who is done'],
  strengths: [...staff, 'reviewer who is done'],
  draftcomment: ['reviewer at work'],
  note: staff,
  waitingheading: [...staff, 'submitter of the waiting case'],
  untoldletter: staff,
  departure: staff,
  stoppedheading: staff,
  holdreason: staff,
} as const satisfies Record<string, readonly Listener[]>;
export type Secret = keyof typeof secrets;

export const secretNames = Object.keys(secrets) as Secret[];
export const word = (name: Secret): string => canary(name);

const of = (listener: Listener, name: Secret): boolean => (secrets[name] as readonly Listener[]).includes(listener);
export const forbiddenTo = (listener: Listener): Secret[] => secretNames.filter((name) => !of(listener, name));

const risk = { level: 'low', mitigation: word('mitigation') };

/** The answers of the case that is in review: a word of its own in every field that is not for everybody. */
export const answers: Answers = {
  title: `A desk for women in each station ${word('heading')}`,
  summary: `${word('summary')} ${'A desk in each station listens to women who come to report violence. '.repeat(5)}`,
  contact_channel: 'email',
  contact_email: `${word('mailbox')}@example.org`,
  contact_name: word('contactname'),
  attribution: 'anonymous',
  attribution_reviewers: 'nothing',
  organisation: word('organisation'),
  public_name: word('publicname'),
  coi: word('interest'),
  suggested_reviewers: [{ name: word('suggested'), organisation: word('suggested'), reason: word('suggested') }],
  excluded_reviewers: [{ name: word('excluded'), organisation: word('excluded'), reason: word('excluded') }],
  risk_people: Object.fromEntries(
    ['survivors', 'staff', 'contributor', 'partners', 'community'].map((row) => [row, risk]),
  ),
  data_source: 'aggregate',
  isp_agreed: { choice: 'public_source', text: word('agreement') },
  unintended: `${word('unwanted')} and nine more words that the form would like to have here.`,
  unintended_public: false,
  complaints_route: word('complaints'),
  ethics_review: { choice: 'yes', text: word('ethics') },
};
