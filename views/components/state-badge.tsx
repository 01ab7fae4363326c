import type { VNode } from 'preact';

/** `quiet` nothing to do, `waiting` somebody's turn, `good` reached, `stop` ended, `alarm` needs a person now. */
export type Tone = 'quiet' | 'waiting' | 'good' | 'stop' | 'alarm';

export function StateBadge({ label, tone }: { label: string; tone: Tone }): VNode {
  return <span class={`badge ${tone}`}>{label}</span>;
}
