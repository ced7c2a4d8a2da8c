-- What gatherings report: letters on paper. They wait for a coordinator, and count apart when they are confirmed.
CREATE TABLE paper_reports (
    id TEXT PRIMARY KEY,
    alert TEXT NOT NULL REFERENCES documents (id),
    letter BIGINT NOT NULL,
    letters BIGINT NOT NULL,
    gathering TEXT NOT NULL,
    reported_on TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('waiting', 'confirmed', 'refused'))
);
ALTER TABLE letter_counts ADD COLUMN on_paper BIGINT NOT NULL DEFAULT 0;
