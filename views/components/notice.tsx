import type { ComponentChildren, VNode } from 'preact';

export interface NoticeProps {
  kind: 'info' | 'warning' | 'safety' | 'success';
  title?: ComponentChildren;
  children?: ComponentChildren;
}

/** Something to know before going on. What happened just now (`success`, `warning`) is announced to screen readers. */
export function Notice({ kind, title, children }: NoticeProps): VNode {
  return (
    <div class={`notice ${kind}`} role={kind === 'success' ? 'status' : undefined}>
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}
