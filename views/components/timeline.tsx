import type { ComponentChildren, VNode } from 'preact';

export interface TimelineItem {
  /** A date in words. */
  readonly when: string;
  readonly what: ComponentChildren;
  readonly note?: ComponentChildren;
  /** Not yet: what comes next. */
  readonly ahead?: boolean | undefined;
}

/** What happened, as stones on a path. */
export function Timeline({ items }: { items: readonly TimelineItem[] }): VNode {
  return (
    <ol class="timeline">
      {items.map((item) => (
        <li class={item.ahead === true ? 'ahead' : undefined}>
          <span class="when">{item.when}</span>
          <span class="what">{item.what}</span>
          {item.note !== undefined && <div class="note">{item.note}</div>}
        </li>
      ))}
    </ol>
  );
}
