CREATE TABLE `case_scores` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`module` text NOT NULL,
	`state` text NOT NULL,
	`state_entered_at` text NOT NULL,
	`round_id` text NOT NULL,
	`wanted` integer NOT NULL,
	`open` integer NOT NULL,
	`answered` integer NOT NULL,
	`score` integer,
	`spread` integer,
	`said` text NOT NULL,
	`advice` text,
	`score_order` integer GENERATED ALWAYS AS (coalesce(score, -1)) VIRTUAL,
	`spread_order` integer GENERATED ALWAYS AS (coalesce(spread, -1)) VIRTUAL,
	`with_reviewers` integer GENERATED ALWAYS AS (open > 0 and answered + open >= wanted) VIRTUAL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "score_in_range" CHECK("case_scores"."score" is null or "case_scores"."score" between 0 and 10000),
	CONSTRAINT "score_has_reviews" CHECK("case_scores"."score" is null or "case_scores"."answered" > 0)
) STRICT;
--> statement-breakpoint
-- Of the newest round of each case; the median is of the one or the two in the middle, the half up.
INSERT INTO `case_scores` (`submission_id`, `module`, `state`, `state_entered_at`, `round_id`, `wanted`, `open`, `answered`, `score`, `spread`, `said`)
WITH newest AS (
	SELECT r.`id`, r.`submission_id`, r.`target` FROM `rounds` r
	WHERE r.`number` = (SELECT max(x.`number`) FROM `rounds` x WHERE x.`submission_id` = r.`submission_id`)
), sent AS (
	SELECT a.`round_id`, a.`label`, v.`total`, v.`answers` ->> '$.recommendation' AS `recommendation`
	FROM newest n JOIN `assignments` a ON a.`round_id` = n.`id` AND a.`status` = 'submitted'
	JOIN `reviews` v ON v.`assignment_id` = a.`id`
	WHERE v.`number` = (SELECT max(x.`number`) FROM `reviews` x WHERE x.`assignment_id` = a.`id`)
), placed AS (
	SELECT `round_id`, `total`, row_number() OVER (PARTITION BY `round_id` ORDER BY `total`) AS `at`, count(*) OVER (PARTITION BY `round_id`) AS `of`
	FROM sent WHERE `total` IS NOT NULL
), figures AS (
	SELECT `round_id`, count(*) AS `answered`, max(`total`) - min(`total`) AS `spread`,
		(min(CASE WHEN `at` = (`of` + 1) / 2 THEN `total` END) + min(CASE WHEN `at` = `of` / 2 + 1 THEN `total` END) + 1) / 2 AS `score`
	FROM placed GROUP BY `round_id`
)
SELECT s.`id`, s.`module`, s.`state`, s.`state_entered_at`, n.`id`, n.`target`,
	(SELECT count(*) FROM `assignments` a WHERE a.`round_id` = n.`id` AND a.`status` IN ('invited', 'accepted')),
	coalesce(f.`answered`, 0), f.`score`, f.`spread`,
	(SELECT json_group_array(json_object('label', t.`label`, 'recommendation', t.`recommendation`, 'total', t.`total`))
		FROM (SELECT * FROM sent WHERE sent.`round_id` = n.`id` ORDER BY `label`) t)
FROM newest n JOIN `submissions` s ON s.`id` = n.`submission_id` LEFT JOIN figures f ON f.`round_id` = n.`id`;
--> statement-breakpoint
CREATE INDEX `case_scores_by_score` ON `case_scores` (`module`,`score_order`,`submission_id`);--> statement-breakpoint
CREATE INDEX `case_scores_by_spread` ON `case_scores` (`module`,`spread_order`,`submission_id`);--> statement-breakpoint
CREATE INDEX `case_scores_of_state_by_score` ON `case_scores` (`module`,`state`,`score_order`,`submission_id`);--> statement-breakpoint
CREATE INDEX `case_scores_of_state_by_spread` ON `case_scores` (`module`,`state`,`spread_order`,`submission_id`);--> statement-breakpoint
CREATE INDEX `case_scores_in_review` ON `case_scores` (`module`,`with_reviewers`,`state_entered_at`,`submission_id`) WHERE state = 'in_review';--> statement-breakpoint
CREATE INDEX `submissions_without_page` ON `submissions` (`module`,`state_entered_at`,`id`) WHERE state = 'accepted' and page_offered_at is null;--> statement-breakpoint
CREATE INDEX `submissions_with_page` ON `submissions` (`module`,`state_entered_at`,`id`) WHERE state = 'accepted' and page_offered_at is not null;--> statement-breakpoint
CREATE INDEX `decisions_to_second` ON `decisions` (`submission_id`) WHERE needs_second = 1 and second_at is null and undone_at is null;--> statement-breakpoint
CREATE INDEX `publications_to_see_to` ON `publications` (`submission_id`) WHERE state = 'open' or (state = 'queued' and trouble is not null);
