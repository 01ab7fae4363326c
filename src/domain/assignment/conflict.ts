import type { PersonId } from '../ids.ts';
import { isSameMailbox, sharedMailDomain } from './mail-domains.ts';
import { isSameOrganisation, mayBeSamePerson } from './names.ts';

/** What is known of somebody who might review. */
export interface PossibleReviewer {
  readonly personId: PersonId;
  readonly name: string;
  readonly emails: readonly string[];
  readonly organisations: readonly string[];
}

/** What a submission says of people and organisations; '' where nothing was said. */
export interface ConflictFacts {
  readonly organisation: string;
  readonly contactName: string;
  readonly contactEmail: string;
  /** Who must not see it, by the submitter's wish: a name, an organisation or both. */
  readonly excluded: readonly { readonly name: string; readonly organisation: string }[];
  /** People with a relation to it that they or a curator declared. */
  readonly declared: readonly { readonly personId: PersonId; readonly relation: string }[];
  /** People who recused themselves from it in any round. */
  readonly recused: readonly { readonly personId: PersonId; readonly reason: string }[];
  /** People who have sent practices together with this submitter. */
  readonly coSubmitters: readonly PersonId[];
}

/**
 * Why somebody must not review. The parameters are only what the curator may see: of an address never more than the
 * domain, of an excluded person or organisation how the reviewer's own name or organisation reads.
 */
export type Conflict =
  | { readonly kind: 'same_organisation'; readonly organisation: string }
  | { readonly kind: 'same_domain'; readonly domain: string }
  | { readonly kind: 'excluded_person'; readonly name: string }
  | { readonly kind: 'excluded_organisation'; readonly organisation: string }
  | { readonly kind: 'declared'; readonly relation: string }
  | { readonly kind: 'recused_before'; readonly reason: string }
  | { readonly kind: 'co_submission' }
  | { readonly kind: 'is_contact' };

/** Every conflict of a person with a submission, before anybody is written to. Source: conflict detection. */
export function conflictsOf(reviewer: PossibleReviewer, facts: ConflictFacts): Conflict[] {
  return [
    ...(isContact(reviewer, facts) ? [{ kind: 'is_contact' } as const] : []),
    ...exclusions(reviewer, facts),
    ...relations(reviewer, facts),
    ...sharedHouses(reviewer, facts),
  ];
}

const isContact = ({ name, emails }: PossibleReviewer, { contactName, contactEmail }: ConflictFacts): boolean =>
  (contactEmail !== '' && emails.some((email) => isSameMailbox(email, contactEmail))) ||
  mayBeSamePerson(name, contactName);

/** An entry with a name and an organisation excludes the person; one with an organisation alone excludes everybody there. */
function exclusions(reviewer: PossibleReviewer, { excluded }: ConflictFacts): Conflict[] {
  return excluded.flatMap((entry): Conflict[] => {
    if (entry.name.trim() !== '')
      return mayBeSamePerson(reviewer.name, entry.name) ? [{ kind: 'excluded_person', name: reviewer.name }] : [];
    return reviewer.organisations
      .filter((own) => isSameOrganisation(own, entry.organisation))
      .map((organisation) => ({ kind: 'excluded_organisation', organisation }));
  });
}

function relations({ personId }: PossibleReviewer, facts: ConflictFacts): Conflict[] {
  const declared = facts.declared.filter((entry) => entry.personId === personId);
  const recused = facts.recused.filter((entry) => entry.personId === personId);
  return [
    ...declared.map(({ relation }) => ({ kind: 'declared', relation }) as const),
    ...recused.map(({ reason }) => ({ kind: 'recused_before', reason }) as const),
    ...(facts.coSubmitters.includes(personId) ? [{ kind: 'co_submission' } as const] : []),
  ];
}

function sharedHouses({ organisations, emails }: PossibleReviewer, facts: ConflictFacts): Conflict[] {
  const domains = new Set(emails.flatMap((email) => sharedMailDomain(email, facts.contactEmail) ?? []));
  return [
    ...organisations
      .filter((own) => isSameOrganisation(own, facts.organisation))
      .map((organisation) => ({ kind: 'same_organisation', organisation }) as const),
    ...[...domains].map((domain) => ({ kind: 'same_domain', domain }) as const),
  ];
}
