import { decisionPanel } from '../decision/decision-panel.ts';
import { reviewsPanel } from '../decision/reviews-panel.tsx';
import { holdPanel } from '../publication/hold-panel.tsx';
import { pagePanel } from '../publication/page-panel.tsx';
import { publicationPanel } from '../publication/publication-panel.tsx';
import { takeDownPanel } from '../publication/take-down-panel.tsx';
import type { CasePanel } from './case-panel.ts';
import { askPanel } from './panels/ask-panel.tsx';
import { historyPanel } from './panels/history-panel.tsx';
import { lettersPanel } from './panels/letters-panel.tsx';
import { notesPanel } from './panels/notes-panel.tsx';
import { reviewersPanel } from './panels/reviewers-panel.tsx';
import { screeningPanel } from './panels/screening-panel.tsx';
import { submissionPanel } from './panels/submission-panel.tsx';
import { versionsPanel } from './panels/versions-panel.tsx';

/** The parts of a case in the order of their tabs. A new part is one file and one line here. */
export const casePanels: readonly CasePanel[] = [
  submissionPanel,
  versionsPanel,
  screeningPanel,
  askPanel,
  reviewersPanel,
  reviewsPanel,
  decisionPanel,
  pagePanel,
  publicationPanel,
  takeDownPanel,
  holdPanel,
  historyPanel,
  notesPanel,
  lettersPanel,
];
