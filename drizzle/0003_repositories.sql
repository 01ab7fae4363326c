CREATE TABLE `repositories` (
	`key` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`head` text NOT NULL
) STRICT;
