-- Made STRICT by hand, as all tables are.
CREATE TABLE `deleted_drafts` (
	`receipt_hash` text PRIMARY KEY NOT NULL,
	`deleted_at` text NOT NULL
) STRICT;
