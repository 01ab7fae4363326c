import { ok, refuse, type Result } from '../result.ts';

export const submissionStates = [
  'draft',
  'screening',
  'in_review',
  'revision',
  'accepted',
  'publishing',
  'published',
  'rejected',
  'withdrawn',
  'removed',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** Who makes a move. `clock` and `forge` are facts that the service learns, not people. */
export type Mover = 'submitter' | 'curator' | 'safety' | 'forge' | 'clock';

/**
 * `deleted` is the end of a draft: the row is gone. `same` moves leave the state as it is. `before` is the state that a
 * decision had found: in review, or screening where a case was rejected there.
 */
export interface Transition {
  readonly from: readonly SubmissionState[];
  readonly to: SubmissionState | 'deleted' | 'same' | 'before';
  readonly by: readonly Mover[];
  /** Allowed while the case is on hold: what a submitter may always do, facts of the forge, and safety itself. */
  readonly underHold: boolean;
}

/** The only place that knows the workflow: buttons, permissions, the diagram and the tests are derived from it. */
export const transitions = {
  discard: { from: ['draft'], to: 'deleted', by: ['submitter', 'clock'], underHold: true },
  send: { from: ['draft'], to: 'screening', by: ['submitter'], underHold: true },
  ask: { from: ['screening'], to: 'revision', by: ['curator'], underHold: false },
  answer: { from: ['revision'], to: 'screening', by: ['submitter'], underHold: true },
  open_round: { from: ['screening'], to: 'in_review', by: ['curator'], underHold: false },
  accept: { from: ['in_review'], to: 'accepted', by: ['curator'], underHold: false },
  revise: { from: ['in_review', 'accepted'], to: 'revision', by: ['curator'], underHold: false },
  reject: { from: ['screening', 'in_review', 'accepted'], to: 'rejected', by: ['curator'], underHold: false },
  take_back: { from: ['accepted', 'revision', 'rejected'], to: 'before', by: ['curator'], underHold: false },
  offer_page: { from: ['accepted'], to: 'same', by: ['curator'], underHold: false },
  ask_change: { from: ['accepted'], to: 'same', by: ['submitter'], underHold: true },
  approve_page: { from: ['accepted'], to: 'publishing', by: ['submitter'], underHold: true },
  land: { from: ['publishing'], to: 'published', by: ['forge'], underHold: true },
  bounce: { from: ['publishing'], to: 'accepted', by: ['forge'], underHold: true },
  withdraw: {
    from: ['screening', 'in_review', 'revision', 'accepted', 'publishing'],
    to: 'withdrawn',
    by: ['submitter'],
    underHold: true,
  },
  resume: { from: ['withdrawn'], to: 'screening', by: ['submitter'], underHold: true },
  appeal: { from: ['rejected'], to: 'same', by: ['submitter'], underHold: true },
  reopen: { from: ['rejected'], to: 'screening', by: ['curator'], underHold: false },
  take_down: { from: ['published'], to: 'removed', by: ['safety', 'curator'], underHold: true },
  hold: { from: submissionStates, to: 'same', by: ['curator', 'safety', 'clock'], underHold: false },
  lift: { from: submissionStates, to: 'same', by: ['safety'], underHold: true },
} as const satisfies Record<string, Transition>;

export type Move = keyof typeof transitions;
export const moves = Object.keys(transitions) as Move[];

export type MoveRefusal =
  { kind: 'move_not_allowed'; move: Move; state: SubmissionState } | { kind: 'on_hold'; move: Move };

/** Where a move leads from a state, or why it may not be made. Who may make it is asked in `permissions.ts`. */
export function nextState(
  at: { state: SubmissionState; held: boolean; before?: SubmissionState | undefined },
  move: Move,
): Result<SubmissionState | 'deleted', MoveRefusal> {
  const transition: Transition = transitions[move];
  if (!transition.from.includes(at.state)) return refuse({ kind: 'move_not_allowed', move, state: at.state });
  if (at.held && !transition.underHold) return refuse({ kind: 'on_hold', move });
  if (transition.to === 'before') return ok(at.before ?? 'in_review');
  return ok(transition.to === 'same' ? at.state : transition.to);
}

/** The moves that somebody of this kind may make now: what buttons are drawn from. */
export function movesFor(at: { state: SubmissionState; held: boolean }, mover: Mover): Move[] {
  return moves.filter((move) => {
    const transition: Transition = transitions[move];
    return transition.by.includes(mover) && nextState(at, move).ok;
  });
}
