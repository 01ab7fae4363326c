-- Made STRICT by hand, as all tables are.
CREATE TABLE `case_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`module` text NOT NULL,
	`scope` text NOT NULL,
	`format` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` text,
	`answer_reason` text,
	`downloads` integer DEFAULT 0 NOT NULL,
	`downloaded_at` text,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_export" CHECK("case_exports"."scope" in ('cases', 'reviews') and "case_exports"."format" in ('csv', 'jsonl')),
	CONSTRAINT "export_has_reason" CHECK(length("case_exports"."reason") >= 20),
	CONSTRAINT "known_export_answer" CHECK("case_exports"."answer" is null or "case_exports"."answer" in ('approved', 'refused')),
	CONSTRAINT "export_answered_whole" CHECK(("case_exports"."answer" is null) = ("case_exports"."answered_by" is null) and ("case_exports"."answer" is null) = ("case_exports"."answered_at" is null)),
	CONSTRAINT "another_person_answers" CHECK("case_exports"."answered_by" is null or "case_exports"."answered_by" <> "case_exports"."asked_by"),
	CONSTRAINT "export_refused_with_reason" CHECK(coalesce("case_exports"."answer", '') <> 'refused' or length("case_exports"."answer_reason") > 0),
	CONSTRAINT "downloaded_when_approved" CHECK("case_exports"."downloads" = 0 or coalesce("case_exports"."answer", '') = 'approved')
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_exports_by_module` ON `case_exports` (`module`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_exports_by_person` ON `case_exports` (`asked_by`,`asked_at`);--> statement-breakpoint
CREATE INDEX `case_exports_waiting` ON `case_exports` (`module`,`asked_at`) WHERE answer is null;