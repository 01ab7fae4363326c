/** Every address of the service. Views, letters and redirects build their links here and nowhere else. */
const segment = encodeURIComponent;

export const paths = {
  root: () => '/',
  home: (lang: string) => `/${lang}`,
  safety: (lang: string) => `/${lang}/safety`,
  privacy: (lang: string) => `/${lang}/privacy`,
  about: (lang: string) => `/${lang}/about`,
  licences: (lang: string) => `/${lang}/licences`,
  exit: () => '/exit',
  health: () => '/healthz',

  module: (lang: string, module: string) => `/${lang}/${module}`,
  before: (lang: string, module: string) => `/${lang}/${module}/before-you-start`,
  formPage: (lang: string, module: string, page: string) => `/${lang}/${module}/practice/${segment(page)}`,
  check: (lang: string, module: string) => `/${lang}/${module}/check`,
  kept: (lang: string, module: string) => `/${lang}/${module}/kept`,
  send: (lang: string, module: string) => `/${lang}/${module}/send`,
  sent: (lang: string, module: string) => `/${lang}/${module}/sent`,
  receipt: (lang: string, module: string) => `/${lang}/${module}/receipt`,
  status: (lang: string, module: string) => `/${lang}/${module}/my`,
  myMove: (lang: string, module: string, move: MySubmission) => `/${lang}/${module}/my/${move}`,

  signIn: (lang: string) => `/${lang}/sign-in`,
  signInCode: (lang: string) => `/${lang}/sign-in/code`,
  signInLink: (lang: string, token: string) => `/${lang}/t/${segment(token)}`,
  signOut: (lang: string) => `/${lang}/sign-out`,
  work: (lang: string) => `/${lang}/work`,
  ownReviews: (lang: string) => `/${lang}/work/reviews`,

  invitation: (lang: string, token: string) => `/${lang}/invitation/${segment(token)}`,
  invitationAnswer: (lang: string, token: string, answer: 'accept' | 'decline' | 'recuse' | 'code') =>
    `/${lang}/invitation/${segment(token)}/${answer}`,
  review: (lang: string, assignment: string) => `/${lang}/review/${segment(assignment)}`,
  reviewPart: (lang: string, assignment: string, part: string) => `/${lang}/review/${segment(assignment)}/${part}`,

  desk: (lang: string, module: string) => `/${lang}/${module}/desk`,
  cases: (lang: string, module: string) => `/${lang}/${module}/desk/cases`,
  scores: (lang: string, module: string) => `/${lang}/${module}/desk/scores`,
  case: (lang: string, module: string, publicId: string) => `/${lang}/${module}/desk/cases/${segment(publicId)}`,
  casePart: (lang: string, module: string, publicId: string, part: string) =>
    `/${lang}/${module}/desk/cases/${segment(publicId)}/${part}`,
  matching: (lang: string, module: string) => `/${lang}/${module}/desk/matching`,
  people: (lang: string, module: string) => `/${lang}/${module}/desk/people`,
  person: (lang: string, module: string, person: string) => `/${lang}/${module}/desk/people/${segment(person)}`,
  newPerson: (lang: string, module: string) => `/${lang}/${module}/desk/people/new`,
  personAccount: (lang: string, module: string, person: string) =>
    `/${lang}/${module}/desk/people/${segment(person)}/account`,
  exports: (lang: string, module: string) => `/${lang}/${module}/desk/exports`,
  export: (lang: string, module: string, id: string) => `/${lang}/${module}/desk/exports/${segment(id)}`,
  exportFile: (lang: string, module: string, id: string) => `/${lang}/${module}/desk/exports/${segment(id)}/file`,
  trouble: (lang: string, module: string) => `/${lang}/${module}/desk/trouble`,
  jobAgain: (lang: string, module: string, job: number) => `/${lang}/${module}/desk/trouble/jobs/${String(job)}/again`,

  mail: (lang: string) => `/${lang}/mail`,
  letter: (lang: string, letter: string) => `/${lang}/mail/${segment(letter)}`,
} as const;

/** What a submitter can do on the status page, as the last part of its address. */
export type MySubmission =
  'revision' | 'page' | 'withdraw' | 'resume' | 'appeal' | 'discard' | 'embargo' | 'extend' | 'attribution' | 'leave';
