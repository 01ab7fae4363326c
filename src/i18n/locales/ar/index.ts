import type { Complete } from '../../complete.ts';
import account from './account.json' with { type: 'json' };
import cli from './cli.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import curator from './curator.json' with { type: 'json' };
import decision from './decision.json' with { type: 'json' };
import definition from './definition.json' with { type: 'json' };
import exports from './exports.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import letters from './letters.json' with { type: 'json' };
import mail from './mail.json' with { type: 'json' };
import matching from './matching.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import problems from './problems.json' with { type: 'json' };
import publication from './publication.json' with { type: 'json' };
import review from './review.json' with { type: 'json' };
import standing from './standing.json' with { type: 'json' };
import status from './status.json' with { type: 'json' };
import submit from './submit.json' with { type: 'json' };
import trouble from './trouble.json' with { type: 'json' };

/** Arabic. A key that English has and this lacks does not compile. */
export const ar = {
  account,
  cli,
  common,
  curator,
  decision,
  definition,
  exports,
  home,
  letters,
  mail,
  matching,
  people,
  problems,
  publication,
  review,
  standing,
  status,
  submit,
  trouble,
} satisfies Complete;
