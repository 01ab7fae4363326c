/**
 * The few fields that the workflow itself has to know, by their ids. Everything else about a form is the module's own:
 * a module without one of these loses what hangs on it, and nothing more.
 */
export const knownFields = {
  language: 'language',
  kind: 'kind',
  title: 'title',
  countries: 'countries',
  contactChannel: 'contact_channel',
  contactEmail: 'contact_email',
  attribution: 'attribution',
  organisation: 'organisation',
  publicName: 'public_name',
  embargo: 'embargo',
  licence: 'licence',
  updates: 'updates',
} as const;

/** How somebody is named on the page; may be changed until it is published. */
export const attributionFields: readonly string[] = [
  knownFields.attribution,
  knownFields.organisation,
  knownFields.publicName,
];
