INSERT INTO `activities` (`key`, `label`, `icon`, `color`, `sort_order`) VALUES
	('study', 'Study', '📖', '#7C3AED', 15),
	('workout', 'Workout', '💪', '#059669', 16),
	('dancing', 'Dancing', '💃', '#DB2777', 17),
	('singing', 'Singing', '🎤', '#E11D48', 18),
	('writing', 'Writing', '✍️', '#0EA5E9', 19);
