import type { ComponentChildren, VNode } from 'preact';

export interface PageTitleProps {
  /** Where we are, in few words, above the title. */
  above?: ComponentChildren;
  children: ComponentChildren;
  /** One or two sentences on what this page is for. */
  lead?: ComponentChildren;
}

export function PageTitle({ above, children, lead }: PageTitleProps): VNode {
  return (
    <div class="title">
      {above !== undefined && <p class="above">{above}</p>}
      <h1>{children}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
    </div>
  );
}
