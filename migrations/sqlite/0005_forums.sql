-- Forums, and the instants at which what is public comes to stand elsewhere by time alone.
CREATE TABLE forums (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    slug TEXT NOT NULL UNIQUE,
    issue TEXT NOT NULL,
    begins_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    brief TEXT NOT NULL,
    json TEXT NOT NULL,
    html TEXT NOT NULL
) STRICT;
CREATE INDEX forums_ends_at ON forums (ends_at);

CREATE TABLE turning_points (
    document TEXT NOT NULL REFERENCES documents (id),
    turns_at INTEGER NOT NULL,
    PRIMARY KEY (document, turns_at)
) STRICT;
