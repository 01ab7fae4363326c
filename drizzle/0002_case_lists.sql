CREATE TABLE `search_numbers` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`submission_id` text NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_numbers_submission_id_unique` ON `search_numbers` (`submission_id`);--> statement-breakpoint
CREATE TABLE `state_counts` (
	`module` text NOT NULL,
	`state` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`module`, `state`),
	CONSTRAINT "counted" CHECK("state_counts"."count" >= 0)
) STRICT;
--> statement-breakpoint
DROP INDEX `submissions_by_change`;--> statement-breakpoint
CREATE INDEX `submissions_held` ON `submissions` (`module`,`state_entered_at`,`id`) WHERE held = 1;--> statement-breakpoint
CREATE INDEX `submissions_of_state_by_change` ON `submissions` (`module`,`state`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `submissions_by_change` ON `submissions` (`module`,`updated_at`,`id`) WHERE state <> 'draft';--> statement-breakpoint
CREATE INDEX `appeals_unanswered` ON `appeals` (`submission_id`) WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX `conflicts_by_person` ON `conflicts` (`person_id`,`submission_id`);
--> statement-breakpoint
INSERT INTO `state_counts` SELECT `module`, `state`, count(*) FROM `submissions` GROUP BY `module`, `state`;
--> statement-breakpoint
CREATE TRIGGER `state_counts_insert` AFTER INSERT ON `submissions` BEGIN
	INSERT INTO `state_counts` VALUES (new.`module`, new.`state`, 1) ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `state_counts_update` AFTER UPDATE OF `state` ON `submissions` WHEN old.`state` <> new.`state` BEGIN
	UPDATE `state_counts` SET `count` = `count` - 1 WHERE `module` = old.`module` AND `state` = old.`state`;
	INSERT INTO `state_counts` VALUES (new.`module`, new.`state`, 1) ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `state_counts_delete` AFTER DELETE ON `submissions` BEGIN
	UPDATE `state_counts` SET `count` = `count` - 1 WHERE `module` = old.`module` AND `state` = old.`state`;
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `case_search` USING fts5(`words`, content='', contentless_delete=1, detail=none, prefix='3', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `case_search` (`case_search`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO `search_numbers` (`submission_id`) SELECT `id` FROM `submissions` WHERE `version` > 0 ORDER BY `sent_at`;
--> statement-breakpoint
-- The letters of Arabic are folded as src/domain/submission/search-words.ts folds them.
INSERT INTO `case_search` (`rowid`, `words`) SELECT n.`number`, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(s.public_id || ' ' || s.title || ' ' || coalesce((select group_concat(value, ' ') from json_tree(v.answers) where type = 'text'), ''), char(0x64B), ''), char(0x64C), ''), char(0x64D), ''), char(0x64E), ''), char(0x64F), ''), char(0x650), ''), char(0x651), ''), char(0x652), ''), char(0x670), ''), char(0x640), ''), char(0x623), char(0x627)), char(0x625), char(0x627)), char(0x622), char(0x627)), char(0x671), char(0x627)), char(0x649), char(0x64A)), char(0x629), char(0x647))
FROM `search_numbers` n JOIN `submissions` s ON s.`id` = n.`submission_id` JOIN `versions` v ON v.`submission_id` = s.`id` AND v.`number` = s.`version`;
