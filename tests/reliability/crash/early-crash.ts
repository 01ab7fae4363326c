/** Loaded into the service before the program: it answers before it commits, and dies at a given moment. */
import './early-answers.ts';
import './crash-points.ts';
