import type { ComponentChildren, VNode } from 'preact';

export interface SideBySideProps {
  /** Heard by screen readers. */
  readLabel: string;
  workLabel: string;
  /** What is read: stays in view while the other side scrolls, on a wide screen. */
  read: ComponentChildren;
  work: ComponentChildren;
  /** What comes first where they stand one above the other. */
  first?: 'read' | 'work' | undefined;
}

/** What is judged beside what it is judged with; one above the other where there is no room. */
export function SideBySide({ readLabel, workLabel, read, work, first = 'read' }: SideBySideProps): VNode {
  const reading = (
    <section class="read" aria-label={readLabel} tabIndex={0}>
      {read}
    </section>
  );
  return (
    <div class="beside">
      {first === 'read' && reading}
      <section class="work" aria-label={workLabel}>
        {work}
      </section>
      {first === 'work' && reading}
    </div>
  );
}
