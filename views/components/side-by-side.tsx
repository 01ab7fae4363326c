import type { ComponentChildren, VNode } from 'preact';

export interface SideBySideProps {
  /** Heard by screen readers. */
  readLabel: string;
  workLabel: string;
  /** What is read: stays in view while the other side scrolls, on a wide screen. */
  read: ComponentChildren;
  work: ComponentChildren;
}

/** What is judged beside what it is judged with; one above the other where there is no room. */
export function SideBySide({ readLabel, workLabel, read, work }: SideBySideProps): VNode {
  return (
    <div class="beside">
      <section class="read" aria-label={readLabel} tabIndex={0}>
        {read}
      </section>
      <section class="work" aria-label={workLabel}>
        {work}
      </section>
    </div>
  );
}
