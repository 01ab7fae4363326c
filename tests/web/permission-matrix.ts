/**
 * Who is answered what, on every route. The columns are those of `strangers`, in their order:
 *
 * 1 nobody · 2 submitter of the case · 3 submitter of another · 4 reviewer of the case (its browser is remembered)
 * 5 reviewer of another · 6 curator · 7 curator of another module · 8 curator with a part in the case · 9 safety
 * 10 admin and nothing else · 11 curator whose account was closed, with the session still there
 *
 * What they are answered to an empty form with a good token, or to asking for the page:
 *
 * `+` let in: a page, a step on, or a form that is shown again or refused for its state
 * `.` nothing is here, which is also what is said of the things of others
 * `F` forbidden: they know that it is there, and it is not theirs to do
 * `S` sign in first · `R` type the receipt first · `T` no receipt: what was typed is given back
 * `O` sent out of the service
 *
 * A submitter of another case is let in to the pages that mean one's own case: they see their own. Whoever has the link
 * of an invitation that nobody has accepted is let in: the link is the key.
 */
const table = `
GET  /                                                        review     + + + + + + + + + + +
GET  /exit                                                    review     O O O O O O O O O O O
GET  /:lang                                                   review     + + + + + + + + + + +
GET  /:lang/safety                                            review     + + + + + + + + + + +
GET  /:lang/privacy                                           review     + + + + + + + + + + +
GET  /:lang/about                                             review     + + + + + + + + + + +
GET  /:lang/licences                                          review     + + + + + + + + + + +
GET  /:lang/sign-in                                           review     + + + + + + + + + + +
POST /:lang/sign-in                                           review     + + + + + + + + + + +
GET  /:lang/sign-in/code                                      review     + + + + + + + + + + +
POST /:lang/sign-in/code                                      review     + + + + + + + + + + +
GET  /:lang/t/:token                                          review     + + + + + + + + + + +
POST /:lang/t/:token                                          review     + + + + + + + + + + +
POST /:lang/sign-out                                          review     + + + + + + + + + + +
GET  /:lang/work                                              review     S S S S S + + + + + S
GET  /:lang/work/reviews                                      review     S S S S S + + + + + S
GET  /:lang/mail                                              review     + + + + + + + + + + +
GET  /:lang/mail/:letter                                      review     + + + + + + + + + + +
GET  /:lang/:module/desk/people                               review     S S S S S + . + . + S
GET  /:lang/:module/desk/people/new                           review     S S S S S + . + . + S
POST /:lang/:module/desk/people/new                           review     S S S S S + . + . + S
GET  /:lang/:module/desk/people/:person                       review     S S S S S + . + . + S
POST /:lang/:module/desk/people/:person                       review     S S S S S + . + . + S
POST /:lang/:module/desk/people/:person/account               review     S S S S S + . + . + S
GET  /:lang/:module/desk/exports                              review     S S S S S + . + . + S
POST /:lang/:module/desk/exports                              review     S S S S S + . + . F S
POST /:lang/:module/desk/exports/:export                      review     S S S S S F . + . + S
POST /:lang/:module/desk/exports/:export/file                 review     S S S S S + . F . F S
GET  /:lang/:module/desk                                      review     S S S S S + . + + . S
GET  /:lang/:module/desk/cases                                review     S S S S S + . + + . S
GET  /:lang/:module/desk/matching                             review     S S S S S + . + . . S
POST /:lang/:module/desk/matching                             review     S S S S S + . + . . S
GET  /:lang/:module/desk/scores                               review     S S S S S + . + + . S
GET  /:lang/:module/desk/cases/:publicId                      review     S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId                      review     S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/versions             review     S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/screening            screening  S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/screening            screening  S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/ask                  screening  S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/ask                  screening  S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/reviewers            review     S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/reviewers            review     S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/reviews              reviewed   S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/reviews              reviewed   S S S S S + . . F . S
GET  /:lang/:module/desk/cases/:publicId/decision             reviewed   S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/decision             reviewed   S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/page                 offered    S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/page                 offered    S S S S S + . . F . S
GET  /:lang/:module/desk/cases/:publicId/publication          publishing S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/take-down            published  S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/take-down            published  S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/hold                 review     S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/hold                 review     S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/history              review     S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/notes                review     S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/notes                review     S S S S S + . . + . S
GET  /:lang/:module/desk/cases/:publicId/letters              review     S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/decision/second      revision   S S S S S + . . F . S
POST /:lang/:module/desk/cases/:publicId/decision/take-back   revision   S S S S S + . . F . S
POST /:lang/:module/desk/cases/:publicId/decision/send-now    revision   S S S S S + . . F . S
POST /:lang/:module/desk/cases/:publicId/decision/appeal      revision   S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/publication/merge    publishing S S S S S + . . F . S
POST /:lang/:module/desk/cases/:publicId/publication/close    publishing S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/publication/look     publishing S S S S S + . . + . S
POST /:lang/:module/desk/cases/:publicId/publication/over     publishing S S S S S + . . F . S
GET  /:lang/:module/desk/cases/:publicId/publication/patch    publishing S S S S S + . . + . S
GET  /:lang/:module/desk/trouble                              review     S S S S S + . + + + S
POST /:lang/:module/desk/trouble/jobs/:job/again              review     S S S S S + . + + + S
GET  /:lang/invitation/:token                                 review     + + + + + + + + + + +
GET  /:lang/invitation/:token/accept                          review     + + + + + + + + + + +
POST /:lang/invitation/:token/accept                          review     + + + + + + + + + + +
GET  /:lang/invitation/:token/decline                         review     + + + + + + + + + + +
POST /:lang/invitation/:token/decline                         review     + + + + + + + + + + +
GET  /:lang/invitation/:token/recuse                          review     + + + + + + + + + + +
POST /:lang/invitation/:token/recuse                          review     + + + + + + + + + + +
GET  /:lang/invitation/:token/code                            review     + + + + + + + + + + +
POST /:lang/invitation/:token/code                            review     + + + + + + + + + + +
GET  /:lang/review/:assignment                                review     . . . + . . . . . . .
GET  /:lang/review/:assignment/submit                         review     . . . + . . . . . . .
POST /:lang/review/:assignment/submit                         review     . . . + . . . . . . .
GET  /:lang/review/:assignment/extend                         review     . . . + . . . . . . .
POST /:lang/review/:assignment/extend                         review     . . . + . . . . . . .
GET  /:lang/review/:assignment/recuse                         review     . . . + . . . . . . .
POST /:lang/review/:assignment/recuse                         review     . . . + . . . . . . .
GET  /:lang/review/:assignment/text                           review     . . . + . . . . . . .
GET  /:lang/review/:assignment/:part                          review     . . . + . . . . . . .
POST /:lang/review/:assignment/:part                          review     . . . + . . . . . . .
GET  /:lang/:module/my                                        review     R + + R R R R R R R R
GET  /:lang/:module/my/revision                               revision   R + + R R R R R R R R
POST /:lang/:module/my/revision                               revision   R + + R R R R R R R R
GET  /:lang/:module/my/page                                   offered    R + + R R R R R R R R
POST /:lang/:module/my/page                                   offered    R + + R R R R R R R R
POST /:lang/:module/my/attribution                            offered    R + + R R R R R R R R
GET  /:lang/:module/my/appeal                                 rejected   R + + R R R R R R R R
POST /:lang/:module/my/appeal                                 rejected   R + + R R R R R R R R
POST /:lang/:module/my/leave                                  review     + + + + + + + + + + +
GET  /:lang/:module/my/withdraw                               review     R + + R R R R R R R R
POST /:lang/:module/my/withdraw                               review     R + + R R R R R R R R
GET  /:lang/:module/my/resume                                 withdrawn  R + + R R R R R R R R
POST /:lang/:module/my/resume                                 withdrawn  R + + R R R R R R R R
GET  /:lang/:module/my/extend                                 revision   R + + R R R R R R R R
POST /:lang/:module/my/extend                                 revision   R + + R R R R R R R R
GET  /:lang/:module/my/embargo                                publishing R + + R R R R R R R R
POST /:lang/:module/my/embargo                                publishing R + + R R R R R R R R
GET  /:lang/:module/my/discard                                draft      R + + R R R R R R R R
POST /:lang/:module/my/discard                                draft      R + + R R R R R R R R
GET  /:lang/:module                                           review     + + + + + + + + + + +
GET  /:lang/:module/before-you-start                          review     + + + + + + + + + + +
GET  /:lang/:module/practice/:page                            draft      + + + + + + + + + + +
POST /:lang/:module/practice/:page                            draft      T + + T T T T T T T T
GET  /:lang/:module/kept                                      draft      R + + R R R R R R R R
GET  /:lang/:module/check                                     draft      R + + R R R R R R R R
POST /:lang/:module/send                                      draft      T + + T T T T T T T T
GET  /:lang/:module/sent                                      screening  R + + R R R R R R R R
GET  /:lang/:module/receipt                                   review     + + + + + + + + + + +
POST /:lang/:module/receipt                                   review     + + + + + + + + + + +
`;

/** The case that a row asks about: the example practice whose story left it in the state in which the route matters. */
export const stories = {
  draft: 'in-ka-police-training-manual',
  screening: 'pk-rozan-rabta',
  held: 'cd-audiences-foraines-genre',
  review: 'jo-family-protection-department',
  reviewed: 'tz-police-gender-children-desks',
  revision: 'rw-isange-one-stop-centres',
  offered: 'ar-comisarias-buenos-aires',
  publishing: 'in-mh-special-cells',
  published: 'in-mp-womens-help-desks',
  rejected: 'ni-comisarias-actualizacion',
  withdrawn: 'withdrawn',
} as const;
export type Story = keyof typeof stories;

/** The case of whoever comes with a receipt for another one. */
export const anotherStory = 'lr-women-children-protection-section';

export interface Row {
  /** Method and pattern. */
  readonly route: string;
  readonly of: Story;
  readonly answers: string;
}

const isStory = (word: string): word is Story => word in stories;

export const matrix: readonly Row[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [method = '', pattern = '', of = '', ...answers] = line.split(/\s+/u);
    if (!isStory(of)) throw new Error(`There is no story ${of}: ${line}`);
    return { route: `${method} ${pattern}`, of, answers: answers.join(' ') };
  });
