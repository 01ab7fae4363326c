/** What an operation should cost. CPU in milliseconds, weight in KB as it goes over the line. */
export interface Goal {
  readonly cpu?: number;
  /** For every thousand cases, where one answer holds them all. */
  readonly cpuPerThousand?: number;
  readonly weight?: number;
  /** How often its cost of 1,000 cases it may have at 100,000. */
  readonly growth?: number;
}

export const goals: Readonly<Record<string, Goal>> = {
  a_home_anon: { cpu: 0.4, weight: 8, growth: 1.3 },
  b_form_get: { cpu: 0.6, weight: 8, growth: 1.3 },
  b2_form_draft_get: { cpu: 0.6, weight: 8, growth: 1.3 },
  b3_status_page: { weight: 8, growth: 1.3 },
  c0_start_post: { cpu: 1.2, growth: 1.3 },
  c1_save_draft_post: { cpu: 1.2, growth: 1.3 },
  c_submit_post: { cpu: 1.2, growth: 1.3 },
  d1_reviewer_home: { cpu: 0.9, weight: 10, growth: 1.3 },
  d2_reviewer_list: { cpu: 0.8, weight: 12, growth: 1.3 },
  e_paper_review_page: { cpu: 1.2, weight: 10, growth: 1.3 },
  e2_review_overview: { cpu: 1.2, weight: 10, growth: 1.3 },
  f_review_post: { cpu: 1.2, growth: 1.3 },
  g0_chair_queue: { weight: 12, growth: 1.2 },
  g1_chair_list_all: { cpu: 1, weight: 12, growth: 1.5 },
  g1_next_pages: { cpu: 1, weight: 12, growth: 1.5 },
  g1_one_state: { cpu: 1, weight: 12, growth: 1.5 },
  g2_chair_list_scores: { cpu: 1.5, weight: 12, growth: 1.5 },
  g2_by_spread: { cpu: 1.5, weight: 12, growth: 1.5 },
  g1_export_csv: { cpuPerThousand: 12 },
  g3_search_rare: { cpu: 1.5, weight: 12, growth: 1.5 },
  g3_search_common: { cpu: 1.5, weight: 12, growth: 1.5 },
  h1_case_page: { weight: 14, growth: 1.3 },
  h2_case_reviews: { weight: 14, growth: 1.3 },
  h3_case_reviewers: { weight: 14, growth: 1.3 },
  h4_case_decision: { weight: 14, growth: 1.3 },
  h5_case_history: { weight: 14, growth: 1.3 },
  i_decision_post: { growth: 1.3 },
  j_approve_post: { growth: 1.3 },
};

/** What an operation may cost where there are so many cases. */
export function cpuGoal(id: string, cases: number): number | undefined {
  const { cpu, cpuPerThousand } = goals[id] ?? {};
  return cpu ?? (cpuPerThousand === undefined ? undefined : (cpuPerThousand * cases) / 1000);
}

/** Milliseconds that an answer may take on a machine that does nothing else. */
export interface Patience {
  readonly alone: number | undefined;
  readonly p99: Readonly<Record<number, number>>;
}

const patience: Readonly<Record<'read' | 'write', Patience>> = {
  read: { alone: 3, p99: { 16: 25, 64: 120 } },
  write: { alone: 3, p99: { 16: 40, 64: 80 } },
};

/** Nobody who approves a page waits for the forge. */
const queueing: Patience = { alone: 10, p99: patience.write.p99 };

/** A file of all cases takes the time that it takes. */
const unhurried: Patience = { alone: undefined, p99: {} };

export function patienceFor(id: string, kind: 'read' | 'write'): Patience {
  if (id.startsWith('g1_export')) return unhurried;
  return id === 'j_approve_post' ? queueing : patience[kind];
}

/** Of the service itself: megabytes (PSS) and milliseconds. */
export const serviceGoals = { idle: 120, afterLoad: 250, startedInMs: 1000 };

/** Reviewers for so many cases at once: seconds, and megabytes of the process that works it out. */
export const matchingGoals: {
  readonly ofBest: number;
  readonly at: Readonly<Record<number, { readonly seconds: number; readonly megabytes?: number }>>;
} = { ofBest: 0.999, at: { 1000: { seconds: 2 }, 10_000: { seconds: 20, megabytes: 400 } } };
