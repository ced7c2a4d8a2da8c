-- Two bare numbers a model letter, for the desk: a way to send was used; a letter came back.
ALTER TABLE letter_counts ADD COLUMN prepared BIGINT NOT NULL DEFAULT 0;
ALTER TABLE letter_counts ADD COLUMN came_back BIGINT NOT NULL DEFAULT 0;
